import { byTexts } from './cohort.ts';
import { yearEnd, yearStart, yearsLater } from './daysAndYears.ts';
import { groupsOverDays } from './groupsOverDays.ts';
import { staysInYear } from './stays.ts';
import type { StudentFile } from './studentFile.ts';
import { type Contribution, wholeDistrict } from './tally.ts';

const completed = new Set(['100', '250', '320', '330']);

/** High-school completers who enrolled in a college within twelve months. */
export function* collegeGoing(
  file: StudentFile,
  year: number,
  longTerm: readonly string[],
): Generator<Contribution> {
  const stays = staysInYear(file, year).filter(
    (stay) => stay.status === '10' && completed.has(stay.completion ?? ''),
  );
  const groups = [...groupsOverDays(file, yearStart(year), yearEnd(year)), ...longTerm];
  for (const own of Map.groupBy(stays, (stay) => stay.district_cds).values()) {
    const last = own
      .toSorted((a, b) => byTexts([a.end, a.start_date, a.school_cds], [b.end, b.start_date, b.school_cds]))
      .at(-1);
    if (!last) continue;
    const goes = file.college_enrolment.some(
      ({ from_date }) => last.end <= from_date && from_date <= yearsLater(last.end, 1),
    );
    for (const school of [last.school_cds, wholeDistrict]) {
      const at = { district: last.district_cds, school };
      yield { at, grade: null, groups, n: 1, numerator: goes ? 1 : 0 };
    }
  }
}
