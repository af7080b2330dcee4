import { similarityFactors } from './similarityFactor.ts';

/**
 * How many students each slice of a district stands for, by `measure grade group`: `suspension all EL` is the
 * cumulative enrolment of English learners. Null when the state withheld the slice; absent when it has none.
 */
export type ServedStudents = Readonly<Record<string, number | null>>;

const races = ['AA', 'AI', 'AS', 'FI', 'HI', 'PI', 'WH', 'MR', 'NR'];

/** The middle of 1 to 10, the counts that the state withholds. */
const middleOfWithheld = 5.5;

/** Grades 9 to 12 among TK to 12, for a district whose file gives no grade span at all. */
const evenGrades = 4 / 14;

/**
 * A district's factors in the order of `similarityFactors`: the logarithm of its size, then shares of its cumulative
 * enrolment. Its size is `ownStudents`, those outside charter schools, or where no file tells them apart (null) its
 * cumulative enrolment, to which the state adds the charter schools that the district authorises: a sponsor of
 * online charters then looks large. NaN where the enrolment is unknown or the file gives no group at all: a district
 * is not like another by its size alone. American Indian and Pacific Islander students are no factors: most
 * districts' counts of them are withheld (556 and 697 of 1,015).
 *
 * A withheld group is taken as 5.5 students, an approximation that is off by at most 4.5: in a district of 100
 * students that is 4.5 points, in one of 1,000 less than half a point. Races are parts of a whole: the withheld
 * ones share at most what the shown ones leave, and so do those that the file has no row for. Another group
 * without a row is nobody.
 */
export function servedFactors(students: ServedStudents, ownStudents: number | null = null): number[] {
  const all = students['suspension all ALL'] ?? 0;
  const absenceAll = students['chronic_absence all ALL'] ?? 0;
  const hasGroups = Object.keys(students).some((slice) => /^suspension all (?!ALL$)/.test(slice));
  if (all <= 0 || absenceAll <= 0 || !hasGroups) return similarityFactors.map(() => Number.NaN);
  const counts = races.map((race) => students[`suspension all ${race}`]);
  const shown = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const left =
    Math.max(0, all - shown) / Math.max(1, counts.filter((count) => typeof count !== 'number').length);
  const program = (code: string) =>
    share(students[`suspension all ${code}`], all, Math.min(middleOfWithheld, all / 2), 0);
  const race = (code: string) =>
    share(students[`suspension all ${code}`], all, Math.min(middleOfWithheld, left), left);
  return [
    Math.log(ownStudents ?? all),
    program('EL'),
    program('SED'),
    program('SWD'),
    program('FOS'),
    program('HOM'),
    race('AA'),
    race('AS'),
    race('FI'),
    race('HI'),
    race('WH'),
    race('MR'),
    upperGrades(students, absenceAll),
  ];
}

/** Elementary districts have a row of TK-8 and none of 9-12. */
function upperGrades(students: ServedStudents, all: number): number {
  const upper = students['chronic_absence 9-12 ALL'];
  if (upper === undefined && students['chronic_absence TK-8 ALL'] === undefined) return evenGrades;
  return share(upper, all, Math.min(middleOfWithheld, all / 2), 0);
}

function share(count: number | null | undefined, all: number, withheld: number, absent: number): number {
  return (count === undefined ? absent : (count ?? withheld)) / all;
}

/** County offices of education serve other students than districts do: their codes are those of districts 10xxx. */
export function isCountyOffice(cds: string): boolean {
  return cds.slice(2, 4) === '10';
}
