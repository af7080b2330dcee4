import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { ShownFigure } from './figures.ts';
import { changeText, shortValue, valueText } from './figureText.page.ts';

/** Whether a change is for the better, the worse, or neither (context measures, and no change at all). */
export function changeIs(change: number, measure: MeasureDefinition): 'better' | 'worse' | 'neither' {
  if (measure.direction === 'context' || Number(change.toFixed(measure.decimals)) === 0) return 'neither';
  return change > 0 === (measure.direction === 'up') ? 'better' : 'worse';
}

/**
 * What happened to one district's figure over the years at hand, in one sentence that claims no cause:
 * `Fresno: −71.0 points in 2024-25, +9.6 points since 2022-23.`
 */
export function measureSentence(
  name: string,
  shown: readonly ShownFigure[],
  measure: MeasureDefinition,
): string {
  const first = shown[0];
  const last = shown.at(-1);
  if (!first || !last) return `${name}: no figure can be shown.`;
  const now = `${name}: ${valueText(last.figure.value, measure)} in ${schoolYearName(last.subject.schoolYear)}`;
  if (first === last || measure.notOverYears) return `${now}.`;
  const change = Number(last.figure.value) - Number(first.figure.value);
  return `${now}, ${changeText(change, measure)} since ${schoolYearName(first.subject.schoolYear)}.`;
}

type Quartiles = {
  readonly districts: number;
  readonly lowerQuartile: string;
  readonly upperQuartile: string;
};

/** Where a value lies against the middle half of similar districts, in a word that ranks nobody. */
export function bandWord(value: number, band: Quartiles): 'below' | 'within' | 'above' {
  if (value < Number(band.lowerQuartile)) return 'below';
  return value > Number(band.upperQuartile) ? 'above' : 'within';
}

/** The middle half itself: `−91.2 to −60.7`. */
export function bandText(band: Quartiles, measure: MeasureDefinition): string {
  return `${shortValue(band.lowerQuartile, measure)} to ${shortValue(band.upperQuartile, measure)}`;
}

/** Both in words: `within the middle half of 15 similar districts (−91.2 to −60.7)`. */
export function bandSentence(
  value: number,
  band: Quartiles,
  measure: MeasureDefinition,
  synthetic: boolean,
): string {
  return `${bandWord(value, band)} the middle half of ${similarDistricts(band.districts, synthetic)} (${bandText(band, measure)})`;
}

/** `15 similar districts`; the sample's are said to be made up wherever they are named. */
export function similarDistricts(number: number, synthetic: boolean): string {
  return `${number} ${synthetic ? 'synthetic ' : ''}similar districts`;
}
