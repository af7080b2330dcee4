import { lastSchoolDay, schoolDay } from './calendar.ts';
import type { StudentLife } from './generateStudents.ts';
import type { ProgrammeRow } from './studentRows.ts';

/** Programmes: meals year by year, special education over years, foster care and homelessness for parts of a year. */
export function programmeRows({
  traits,
  years,
  random,
}: StudentLife): Omit<ProgrammeRow, 'student_id' | 'file_id' | 'line'>[] {
  const { uniform, below } = random;
  const found: Omit<ProgrammeRow, 'student_id' | 'file_id' | 'line'>[] = [];
  const add = (code: string, school: string, start: string, end: string | null, membership = '3') =>
    found.push({ school_cds: school, code, membership, start_date: start, end_date: end });
  const first = years[0];
  if (!first) return found;
  const school = first.school?.cds ?? first.stays[0]?.school.cds ?? '';
  if (traits.disability) {
    const end = uniform() < 0.1 ? schoolDay(first.year + 1, below(300)) : null;
    add('144', school, schoolDay(first.year, below(100)), end);
  }
  for (const one of years) {
    if (!one.school) continue;
    const at = one.school.cds;
    const sometimes = () => [schoolDay(one.year, below(150)), schoolDay(one.year, 150 + below(150))] as const;
    if (traits.disadvantaged && uniform() < 0.9) {
      add(uniform() < 0.85 ? '181' : '182', at, schoolDay(one.year, below(20)), lastSchoolDay(one.year));
    }
    if (traits.foster && uniform() < 0.7) add('190', at, ...sometimes(), '1');
    if (traits.homeless && uniform() < 0.6) add('191', at, ...sometimes());
    if (traits.migrant) add('135', at, schoolDay(one.year, 0), null);
  }
  return found;
}
