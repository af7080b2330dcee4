import type { SeededRandom } from '../seededRandom.ts';
import { dayNumber, daysAfter, lastSchoolDay } from './calendar.ts';
import type { Stay, StudentYear } from './drawStays.ts';
import type { Traits } from './drawTraits.ts';
import type { Intercepts } from './studentDistrict.ts';

/** A student's days at a school in a year. */
export type DaysAtSchool = {
  readonly year: number;
  readonly school: string;
  readonly expected: number;
  readonly attended: number;
  readonly outOfSchool: number;
  readonly inSchool: number;
  readonly excused: number;
  readonly unexcused: number;
  readonly independent: number;
  readonly exempt: boolean;
};
export type Trouble = {
  readonly year: number;
  readonly school: string;
  readonly day: string;
  readonly result: string;
  readonly days: number;
  readonly offence: string;
};

/** Draws a year's incidents and attendance; the days of suspensions are absences too. Days come in halves. */
export function drawDays(
  traits: Traits,
  one: StudentYear,
  intercepts: Intercepts,
  random: SeededRandom,
): { readonly days: DaysAtSchool[]; readonly trouble: Trouble[] } {
  const { uniform, normal } = random;
  const days: DaysAtSchool[] = [];
  const trouble: Trouble[] = [];
  if (!one.school) return { days, trouble };
  const share = Math.min(
    0.9,
    Math.exp(-2.95 + intercepts.absence + 0.55 * traits.absence + 0.35 * normal() + byGrade(one.grade)),
  );
  for (const stay of one.stays) {
    if (stay.status !== '10') continue;
    const end = stay.end_date ?? lastSchoolDay(one.year);
    const expected = Math.max(0, Math.round(((dayNumber(end) - dayNumber(stay.start_date) + 1) * 180) / 298));
    const here = drawTrouble(traits, one, stay, end, expected, intercepts, random);
    trouble.push(...here);
    const halves = (part: number) => Math.round(2 * expected * share * part) / 2;
    const outOfSchool = sumOf(here, '100');
    const inSchool = sumOf(here, '110');
    const [excused, unexcused] = [halves(0.6), halves(0.4)];
    const independent = uniform() < 0.02 ? 2.5 : 0;
    const missed = outOfSchool + excused + unexcused + independent;
    days.push({
      year: one.year,
      school: stay.school.cds,
      expected,
      attended: Math.max(0, expected - missed),
      outOfSchool,
      inSchool,
      excused,
      unexcused,
      independent,
      exempt: uniform() < 0.004,
    });
  }
  return { days, trouble };
}

/** Kindergarten and high school miss most. */
function byGrade(grade: number): number {
  if (grade <= 0) return 0.35;
  return grade >= 9 ? 0.15 : 0;
}

function sumOf(trouble: readonly Trouble[], result: string): number {
  return trouble.filter((one) => one.result === result).reduce((sum, one) => sum + one.days, 0);
}

function drawTrouble(
  traits: Traits,
  { year, grade }: StudentYear,
  stay: Stay,
  end: string,
  expected: number,
  intercepts: Intercepts,
  random: SeededRandom,
): Trouble[] {
  const { uniform, below } = random;
  const level = grade <= 3 ? -1.6 : grade <= 5 ? -0.7 : grade <= 8 ? 0.5 : 0.2;
  const rate = Math.exp(-4.1 + intercepts.suspension + 0.8 * traits.conduct + level) * (expected / 180);
  const length = Math.max(1, dayNumber(end) - dayNumber(stay.start_date));
  const trouble: Trouble[] = [];
  for (let waited = -Math.log(1 - uniform()); waited < rate; waited -= Math.log(1 - uniform())) {
    const drawn = uniform();
    const result = drawn < 0.72 ? '100' : drawn < 0.85 ? '110' : drawn < 0.87 ? '200' : '300';
    trouble.push({
      year,
      school: stay.school.cds,
      day: daysAfter(stay.start_date, below(length)),
      result,
      days: result === '300' ? 0 : uniform() < 0.2 ? 0.5 : 1 + below(5),
      offence: ['500', '511', '502', '104'][below(4)] as string,
    });
  }
  return trouble;
}
