import type { SeededRandom } from '../seededRandom.ts';
import { daysAfter, lastSchoolDay } from './calendar.ts';
import type { StudentYear } from './drawStays.ts';
import type { Traits } from './drawTraits.ts';
import type { Intercepts } from './studentDistrict.ts';

export type Course = {
  readonly year: number;
  readonly school: string;
  readonly term: string;
  readonly course: string;
  readonly mark: string | null;
  readonly ap_ib: string | null;
  readonly uc_csu: string | null;
  readonly college_credit: boolean;
  readonly capstone: boolean;
  readonly pathway: string | null;
};
export type Exam = {
  readonly year: number;
  readonly kind: string;
  readonly subject: string;
  readonly score: number;
};

const marks = ['F', 'D-', 'D', 'D+', 'C-', 'C', 'C+', 'B-', 'B', 'B+', 'A-', 'A', 'A+'] as const;
const mathematics: Readonly<Record<number, readonly string[]>> = {
  7: ['2424', '2424', '2403'],
  8: ['2424', '2424', '2425', '2403'],
  9: ['2403', '2425', '2437', '2440', '2413', '2424'],
  10: ['2413', '2404', '2403', '9241'],
  11: ['2404', '2414', '2413'],
  12: ['2414', '2445', '2404'],
};

/** Courses with marks of grades 7 to 12 and the exams at their end; marks follow ability and attendance. */
export function drawCourses(
  traits: Traits,
  years: readonly StudentYear[],
  advanced: number,
  random: SeededRandom,
): { readonly courses: Course[]; readonly exams: Exam[] } {
  const { uniform, normal, below } = random;
  const courses: Course[] = [];
  const exams: Exam[] = [];
  const vocational = uniform() < 0.35;
  const officer = uniform() < 0.05;
  for (const { year, grade, school } of years) {
    const choice = mathematics[grade];
    if (!choice || !school) continue;
    const standing = 0.9 * traits.ability - 0.3 * traits.absence;
    const take = (course: string, more: Partial<Course> = {}) => {
      const drawn = uniform();
      const terms = drawn < 0.5 ? ['S1', 'S2'] : drawn < 0.9 ? ['FY'] : ['T1', 'T2', 'T3'];
      for (const term of terms) {
        const at = Math.round(7 + 2.6 * (standing + 0.7 * normal()));
        const rare = uniform();
        const mark = rare < 0.01 ? null : rare < 0.03 ? 'P' : rare < 0.04 ? 'NP' : undefined;
        courses.push({
          year,
          school: school.cds,
          term,
          course,
          mark: mark === undefined ? (marks[Math.max(0, Math.min(12, at))] as string) : mark,
          ap_ib: null,
          uc_csu: null,
          college_credit: false,
          capstone: false,
          pathway: null,
          ...more,
        });
      }
    };
    take(choice[Math.min(choice.length - 1, below(choice.length))] as string, { uc_csu: 'C' });
    take(grade >= 9 ? '2130' : '2100', { uc_csu: grade >= 9 ? 'B' : null });
    if (grade < 9) continue;
    take('2603', { uc_csu: 'D' });
    if (officer) take(uniform() < 0.8 ? '2505' : '9373');
    if (vocational && grade >= 10) {
      const capstone = grade === 12 || (grade === 11 && uniform() < 0.3);
      take(capstone ? '7721' : '7720', { pathway: '153', capstone });
    }
    if (grade >= 10 && uniform() < 0.12) take('2190', { college_credit: true });
    if (grade >= 10 && standing + 0.6 * normal() > 0.6 - advanced) {
      const kind = uniform() < 0.8 ? 'AP' : 'IB';
      for (let which = 1 + below(2); which > 0; which -= 1) {
        const subject = ['BIO', 'CALC', 'USH', 'SPAN'][below(4)] as string;
        take('9170', { ap_ib: subject, uc_csu: 'G' });
        const score = Math.max(1, Math.min(kind === 'AP' ? 5 : 7, Math.round(2.6 + standing + normal())));
        exams.push({ year, kind, subject, score });
      }
    }
  }
  return { courses, exams };
}

/** How high school ends: what SENR says of the last stay. */
export type Ending = {
  readonly exit_reason: string;
  readonly completion: string | null;
  readonly end_date: string;
  readonly met_uc_csu: boolean;
  readonly seal_of_biliteracy: boolean;
  readonly again: boolean;
};

/** The end of grade 12; `again` when the student comes back for a fifth year. */
export function drawEnding(
  traits: Traits,
  year: number,
  intercepts: Pick<Intercepts, 'graduation' | 'aToG' | 'dropout'>,
  random: SeededRandom,
): Ending {
  const { uniform, normal, below } = random;
  const standing = 0.7 * traits.ability - 0.35 * traits.absence + 0.7 * normal();
  const end = lastSchoolDay(year);
  if (standing > -1.25 - intercepts.graduation) {
    const late = uniform();
    return {
      exit_reason: 'E230',
      completion: '100',
      end_date: late < 0.04 ? daysAfter(`${year}-06-15`, below(80)) : end,
      met_uc_csu: standing + 0.4 * normal() > 0.1 - intercepts.aToG,
      seal_of_biliteracy: traits.language !== '00' && standing > 0.6,
      again: false,
    };
  }
  const drawn = uniform();
  const other = otherCompletion(drawn, Math.min(0.8, Math.max(0, 0.2 - intercepts.dropout)));
  return {
    exit_reason:
      other === null ? (['E140', 'E300', 'E155', 'E400', 'T160', 'T180'][below(6)] as string) : 'E230',
    completion: other,
    end_date: end,
    met_uc_csu: false,
    seal_of_biliteracy: false,
    again: other === null && uniform() < 0.4,
  };
}

/** Certificates, equivalency tests and adult school for this share of those without a diploma; 360 is no completion. */
function otherCompletion(drawn: number, share: number): string | null {
  if (drawn < 0.4 * share) return '120';
  if (drawn < 0.7 * share) return '250';
  if (drawn < share) return '330';
  return drawn < share + 0.2 ? '360' : null;
}
