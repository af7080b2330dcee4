import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import { type Figures, isShown, type ShownFigure } from './figures.ts';

/** `n` students of a group among the `of` enrolled at some time in a year; `percent` is from 0 to 100. */
export type EnrolmentShare = {
  readonly n: number;
  readonly of: number;
  readonly percent: number;
  /** The published figure that counts the group. */
  readonly counted: ShownFigure;
};

/** The measure whose denominators count the students enrolled at some time in a year. */
export const enrolmentMeasure = 'suspension';

/** A group's share of enrolment, from the denominators the state publishes; undefined where one of the two is not shown. */
export function enrolmentShare(
  figures: Figures,
  group: StudentGroupCode,
  year: number,
): EnrolmentShare | undefined {
  const all = figures.find(enrolmentMeasure, 'ALL', year);
  const counted = figures.find(enrolmentMeasure, group, year);
  if (!isShown(all) || !isShown(counted) || !all.figure.n || counted.figure.n === null) return undefined;
  const { n } = counted.figure;
  return { n, of: all.figure.n, percent: (100 * n) / all.figure.n, counted };
}
