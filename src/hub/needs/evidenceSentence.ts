import { formatChange, formatValue } from '../../measures/formatValue.ts';
import { formatInterval, formatNumber } from '../../vocabulary/formatNumber.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { Judgement } from '../matching/gridCell.ts';
import type { KeptEvidence } from './keptEvidence.ts';

/** Decimals of a difference: one more than the figure's where a tenth already matters, as for a suspension rate. */
function decimalsOf({ practical }: { readonly practical: number }, { decimals }: MeasureDefinition): number {
  return practical < 0.5 * 10 ** -decimals ? decimals + 1 : decimals;
}

/** A figure, or what is expected, of the measure: `−71.0 points`; a rate that a line puts below 0 or above 100 is written as that. */
export function estimateText(value: number, { unit, decimals }: MeasureDefinition): string {
  const possible = unit === 'percent' ? Math.min(100, Math.max(0, value)) : value;
  return formatValue(possible.toFixed(decimals + 2), unit, decimals);
}

type Part = { readonly practical: number; readonly interval: readonly [low: number, high: number] };

/** A difference with its sign: `+4.8 points`. */
export function differenceText(
  value: number,
  part: Pick<Part, 'practical'>,
  measure: MeasureDefinition,
): string {
  const decimals = decimalsOf(part, measure);
  return formatChange(value.toFixed(decimals + 2), measure.unit, decimals);
}

/** The 95 % interval of an effect: `3.9 to 5.7`. */
export function intervalText(part: Part, measure: MeasureDefinition): string {
  return formatInterval(...part.interval, decimalsOf(part, measure));
}

/** `better than expected`; `as expected` where chance may have made the difference, or where it is too little to act on. */
function judged({ judgement }: { readonly judgement: Judgement }): string {
  return judgement === 'as expected' ? 'as expected' : `${judgement} than expected`;
}

/**
 * What a cell says, in whole sentences for a mail or a page: the figure with its students and year, what is expected of a district that
 * serves such students, the difference drawn towards nothing by as much as chance may have made of it, and its 95 % interval.
 */
export function evidenceSentences(evidence: KeptEvidence, measure: MeasureDefinition): string[] {
  const { figure, level, progress, schoolYear } = evidence;
  if (!figure || schoolYear === null) return ['No figure of this group is at hand.'];
  const students = figure.n === null ? '' : `, ${formatNumber(figure.n)} students`;
  const sentences = [`${estimateText(figure.value, measure)} in ${schoolYearName(schoolYear)}${students}.`];
  if (level) {
    sentences.push(
      `Of a district that serves such students, ${estimateText(level.expected, measure)} would be expected. Allowing for chance, the difference is ${differenceText(level.effect, level, measure)} (95\u00a0% interval ${intervalText(level, measure)}): ${judged(level)}.`,
    );
  }
  if (progress) {
    sentences.push(
      `From ${schoolYearName(progress.firstYear)} to ${schoolYearName(progress.lastYear)} it changed by ${differenceText(progress.perYear, progress, measure)} a year, where ${differenceText(progress.expectedPerYear, progress, measure)} would be expected: a difference of ${differenceText(progress.effect, progress, measure)} a year (${intervalText(progress, measure)}), ${judged(progress)}.`,
    );
  }
  return sentences;
}
