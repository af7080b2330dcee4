import { formatChange, formatValue } from '../../measures/formatValue.ts';
import { formatInterval, formatNumber } from '../../vocabulary/formatNumber.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { KeptEvidence } from './keptEvidence.ts';

/** A number of the measure as decimal text, with two digits more than are shown, to be rounded as figures are. */
function decimalText(value: number, measure: MeasureDefinition): string {
  return value.toFixed(measure.decimals + 2);
}

/** A value of the measure: `−71.0 points`. */
export function estimateText(value: number, measure: MeasureDefinition): string {
  return formatValue(decimalText(value, measure), measure.unit, measure.decimals);
}

/** A difference with its sign: `+4.8 points`. */
export function differenceText(value: number, measure: MeasureDefinition): string {
  return formatChange(decimalText(value, measure), measure.unit, measure.decimals);
}

/** `3.9 to 5.7`. */
export function intervalText([low, high]: readonly [number, number], measure: MeasureDefinition): string {
  return formatInterval(low, high, measure.decimals);
}

/** `better` or `worse` than expected, as the measure's direction has it; `neither` where it has none or nothing differs. */
export function differenceIs(effect: number, measure: MeasureDefinition): 'better' | 'worse' | 'neither' {
  if (measure.direction === 'context' || effect === 0) return 'neither';
  return effect > 0 === (measure.direction === 'up') ? 'better' : 'worse';
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
      `Of a district that serves such students ${estimateText(level.expected, measure)} would be expected. Allowing for chance, the difference is ${differenceText(level.effect, measure)} (95 % interval ${intervalText(level.interval, measure)}).`,
    );
  }
  if (progress) {
    sentences.push(
      `From ${schoolYearName(progress.firstYear)} to ${schoolYearName(progress.lastYear)} it changed by ${differenceText(progress.perYear, measure)} a year where ${differenceText(progress.expectedPerYear, measure)} would be expected: a difference of ${differenceText(progress.effect, measure)} a year (${intervalText(progress.interval, measure)}).`,
    );
  }
  return sentences;
}
