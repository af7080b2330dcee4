import { type Content, html } from '../../page/html.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { differenceText, intervalText } from '../needs/evidenceSentence.ts';
import type { GridLevel, GridProgress } from './gridCell.ts';

/** An effect with its interval, strong where it is what makes the cell a need or a strength. */
export function effectText(part: GridLevel | GridProgress | null, measure: MeasureDefinition): Content {
  if (!part) return html`<span class="quiet">cannot be told</span>`;
  const text = `${differenceText(part.effect, part, measure)} (${intervalText(part, measure)})`;
  return part.judgement === 'as expected' ? text : html`<strong>${text}</strong>`;
}
