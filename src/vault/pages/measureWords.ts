import { formatChange } from '../../measures/formatValue.ts';
import { roundHalfUp } from '../../measures/roundHalfUp.ts';
import { parseDecimal } from '../../measures/parseDecimal.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { countValue } from '../measuring/measureTable.ts';
import { countNumber } from './countNumber.ts';
import type { Slice } from './measureCounts.store.ts';
import { groupName } from './sliceChoice.ts';

/** Of fewer students a group or school is not called the highest or lowest: chance makes it that. */
export const fewestToName = 30;

/** `All students: −71.0 points in 2024-25 (n 41,203), +9.6 points since 2022-23.` of one line's years. */
export function trendSentence(slices: readonly Slice[], measure: MeasureDefinition): string {
  const known = slices.filter((one) => countNumber(one, measure.unit) !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return 'Nobody was counted.';
  const now = `${groupName(last.group)}: ${countValue(last)} in ${schoolYearName(last.year)} (n ${formatNumber(last.n)})`;
  if (first === last || measure.notOverYears) return `${now}.`;
  const change = (countNumber(last, measure.unit) ?? 0) - (countNumber(first, measure.unit) ?? 0);
  return `${now}, ${changeText(change, measure)} since ${schoolYearName(first.year)}.`;
}

function changeText(change: number, { unit, decimals }: MeasureDefinition): string {
  const places = unit === 'percent' && decimals === 0 ? 1 : decimals;
  const exact = parseDecimal(change.toFixed(6));
  if (!exact) throw new RangeError('a change is no number');
  return formatChange(roundHalfUp(exact, places), unit, places);
}

/** `Of groups with 30 students or more the highest is Asian (61.0 %), the lowest foster youth (20.4 %).` */
export function spreadSentence(
  slices: readonly Slice[],
  measure: MeasureDefinition,
  what: string,
  nameOf: (slice: Slice) => string,
): string {
  const known = slices
    .filter((one) => one.n >= fewestToName && countNumber(one, measure.unit) !== null)
    .toSorted((a, b) => (countNumber(a, measure.unit) ?? 0) - (countNumber(b, measure.unit) ?? 0));
  const [lowest, highest] = [known[0], known.at(-1)];
  if (!lowest || !highest || lowest === highest) return '';
  return `Of ${what} with ${fewestToName} students or more the highest is ${nameOf(highest)} (${countValue(highest)}), the lowest ${nameOf(lowest)} (${countValue(lowest)}).`;
}
