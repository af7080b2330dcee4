import { formatValue } from '../../measures/formatValue.ts';
import { hashDefinition } from '../../measures/hashDefinition.ts';
import { type BadgeKind, badge } from '../../page/badge.ts';
import { type Html, html } from '../../page/html.ts';
import type { YearPoint } from '../../page/series.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import type { SharedFigure } from './sharedFigures.store.ts';

/** Value or range with the students behind it, or why neither is told. */
export function sharedText(figure: SharedFigure | undefined, measure: MeasureDefinition): Html {
  if (!figure)
    return html`<span aria-hidden="true">–</span><span class="visually-hidden">Not in a release</span>`;
  if (figure.seen === 'shown' && figure.value !== null)
    return html`${formatValue(figure.value, measure.unit, measure.decimals)} <span class="quiet">of ${formatNumber(figure.n ?? 0)}</span>`;
  if (figure.seen === 'coded')
    return html`${rangeText(figure)} <span class="quiet">of ${formatNumber(figure.n ?? 0)}</span>`;
  return html`<span class="withheld"><span class="visually-hidden">Withheld: </span>${withheldWords(figure)}</span>`;
}

/** `95 % or more`, `5 % or less`, `20 to 40 %`; of a range that says nothing, that it is withheld. */
export function rangeText({ from, to }: SharedFigure): string {
  if (from === 0 && to === 100) return 'rate withheld';
  if (from === 0) return `${to} % or less`;
  if (to === 100) return `${from} % or more`;
  return `${from} to ${to} %`;
}

/** Why a slice is withheld, in a few words; the sentence is `withheldSentences`. */
export function withheldWords({ reason }: SharedFigure): string {
  return reason === 'agreement' ? 'below the agreed size' : 'small numbers';
}

export const withheldSentences = {
  'small numbers':
    '“Small numbers”: too few students in this group, or in another from which this one could be worked out. Which of the two is not told, since that alone would give something away.',
  agreement: '“Below the agreed size”: the districts agreed to show no group as small as this one.',
} as const;

/** The figure as a point of a line; a range or a withheld one leaves a gap that says why. */
export function sharedPoint(
  year: number,
  figure: SharedFigure | undefined,
  measure: MeasureDefinition,
): YearPoint {
  if (figure?.seen === 'shown' && figure.value !== null)
    return {
      year,
      value: Number(figure.value),
      text: formatValue(figure.value, measure.unit, measure.decimals),
    };
  if (!figure) return { year, value: null, text: '–' };
  const text = figure.seen === 'coded' ? rangeText(figure) : withheldWords(figure);
  return { year, value: null, text };
}

/** Whether a figure was made under the definition that this hub has today. */
export function comparability(figure: SharedFigure, measure: MeasureDefinition): Html {
  const kind: BadgeKind = figure.definitionHash === hashDefinition(measure) ? 'same' : 'not comparable';
  return badge(kind);
}
