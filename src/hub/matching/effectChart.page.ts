import { dotInterval } from '../../page/dotInterval.ts';
import type { Dot } from '../../page/dotRow.ts';
import { type Content, html } from '../../page/html.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import type { SeriesRole } from '../../vocabulary/seriesRole.ts';
import { differenceText, intervalText } from '../needs/evidenceSentence.ts';
import type { KeptEvidence } from '../needs/keptEvidence.ts';

/** What a row shows: a district as the figures stand on a day. */
export type EffectRow = {
  readonly label: string;
  readonly name: string;
  readonly role: SeriesRole;
  readonly evidence: KeptEvidence;
};

/** How far each stands from what is expected of it, with the interval: on one side of the line in need, on the other strong. Nothing where nothing is judged. */
export function effectChart(rows: readonly EffectRow[], measure: MeasureDefinition): Content {
  if (!rows.some(({ evidence }) => evidence.level)) return '';
  return html`${dotInterval({
    id: 'effect',
    title: 'Difference from what is expected',
    level: 3,
    sentence: `Each district against what is expected of one that serves its students, with its 95 % interval. To the ${measure.direction === 'down' ? 'left' : 'right'} is better.`,
    axis: { unit: measure.unit === 'percent' ? 'percentage points' : 'points' },
    reference: { value: 0, label: 'as expected' },
    rowName: 'District',
    rows: rows.map(({ label, name, role, evidence }) => ({
      label,
      dots: [effectDot(name, role, evidence, measure)],
    })),
  })}`;
}

function effectDot(
  name: string,
  role: SeriesRole,
  { level, status }: KeptEvidence,
  measure: MeasureDefinition,
): Dot {
  if (!level) {
    return status === 'too few students'
      ? { name, role, value: null, text: 'not judged' }
      : { name, role, value: null, text: status };
  }
  const [low, high] = level.interval;
  return {
    name,
    role,
    value: level.effect,
    text: differenceText(level.effect, level, measure),
    interval: { low, high, text: intervalText(level, measure) },
  };
}
