import { groupsOverDays } from './groupsOverDays.ts';
import { type Stay, staysOf } from './stays.ts';
import type { StudentFile } from './studentFile.ts';
import { type Contribution, wholeDistrict } from './tally.ts';

const removedBy = new Set(['T180', 'T200', 'T240', 'T370', 'E130']);
const droppedBy = new Set('E140 E150 E155 E300 E400 E410 E490 T160 T165 T167 T380'.split(' '));
const goodMarks = new Set(['A+', 'A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', 'C-']);

/** A member of a graduation cohort in a district, by the stay that decides. */
export type Member = { readonly stay: Stay; readonly graduate: boolean; readonly dropout: boolean };

function highSchoolStays(file: StudentFile): Stay[] {
  return staysOf(file).filter((stay) => stay.status === '10' && /^(09|10|11|12)$/.test(stay.grade));
}

/** The year in which the four years of a student's high school end. */
function cohortYear(file: StudentFile): number | undefined {
  const [first] = highSchoolStays(file).toSorted((a, b) =>
    byTexts([a.school_year, a.start_date, a.grade], [b.school_year, b.start_date, b.grade]),
  );
  return first && first.school_year + 12 - Number(first.grade);
}

/** Memberships of the four-year cohort of a year, one a district. */
export function cohortMembers(file: StudentFile, year: number): Member[] {
  if (cohortYear(file) !== year) return [];
  const stays = highSchoolStays(file).filter(
    (stay) => stay.school_year > year - 4 && stay.school_year <= year,
  );
  const members = districtsOf(stays).map((own) => {
    const ordered = own.toSorted((a, b) => byTexts(deciding(a), deciding(b)));
    const diploma = ordered.findLast((stay) => isDiploma(stay) && stay.end <= `${year}-08-15`);
    const stay = diploma ?? ordered.at(-1);
    return stay && { stay, graduate: diploma !== undefined };
  });
  return members.flatMap((member) => {
    if (!member || (!member.graduate && removedBy.has(member.stay.exit_reason ?? ''))) return [];
    const { stay, graduate } = member;
    const dropout = !graduate && (stay.completion === '360' || droppedBy.has(stay.exit_reason ?? ''));
    return [{ stay, graduate, dropout }];
  });
}

/**
 * The Dashboard's cohort: the four-year one, and those of the class before who finished in a fifth year, though they
 * had been removed from their own.
 */
export function dashboardMembers(file: StudentFile, year: number): Member[] {
  return [...cohortMembers(file, year), ...fifthYearGraduates(file, year)];
}

function fifthYearGraduates(file: StudentFile, year: number): Member[] {
  if (cohortYear(file) !== year - 1) return [];
  const before = cohortMembers(file, year - 1).filter(({ graduate }) => graduate);
  const stays = highSchoolStays(file)
    .filter((stay) => stay.school_year === year && isDiploma(stay))
    .filter(({ end }) => end > `${year - 1}-08-15` && end <= `${year}-08-15`)
    .filter(({ district_cds }) => !before.some(({ stay }) => stay.district_cds === district_cds));
  return districtsOf(stays).flatMap((own) => {
    const stay = own.toSorted((a, b) => byTexts(deciding(a), deciding(b))).at(-1);
    return stay ? [{ stay, graduate: true, dropout: false }] : [];
  });
}

/** What members add up to; `counts` says whether one is in the numerator, undefined that she is not in n. */
export function* shareOfMembers(
  file: StudentFile,
  year: number,
  members: readonly Member[],
  counts: (member: Member) => boolean | undefined,
): Generator<Contribution> {
  for (const member of members) {
    const counted = counts(member);
    if (counted === undefined) continue;
    const groups = groupsOverDays(file, `${year - 4}-07-01`, `${year}-08-15`);
    for (const school of [member.stay.school_cds, wholeDistrict]) {
      const at = { district: member.stay.district_cds, school };
      yield { at, grade: null, groups, n: 1, numerator: counted ? 1 : 0 };
    }
  }
}

export function hasCapstone(file: StudentFile, from: number, to: number): boolean {
  return file.student_course.some(
    (row) =>
      row.capstone === true && row.school_year >= from && row.school_year <= to && isGoodMark(row.mark),
  );
}

export function isGoodMark(mark: string | null): boolean {
  return mark !== null && goodMarks.has(mark);
}

function isDiploma({ completion }: Stay): boolean {
  return completion === '100';
}

function districtsOf(stays: readonly Stay[]): Stay[][] {
  return [...Map.groupBy(stays, (stay) => stay.district_cds).values()];
}

function deciding(stay: Stay): (string | number)[] {
  return [stay.school_year, stay.start_date, stay.end, stay.grade, stay.school_cds, stay.file_id, stay.line];
}

/** Compares lists by their first difference. */
export function byTexts(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  for (const [at, value] of one.entries()) {
    const against = other[at] ?? '';
    if (value !== against) return value < against ? -1 : 1;
  }
  return 0;
}
