import type { SeededRandom } from '../seededRandom.ts';
import { schoolDay } from './calendar.ts';
import { gradeText, type StudentYear } from './drawStays.ts';
import type { Traits } from './drawTraits.ts';
import type { Intercepts } from './studentDistrict.ts';
import { scoreOnScale, smarterScales } from './testScales.ts';

/** What a record of a test says of how it went; who took it is added by `testRecord`. */
export type Score = {
  readonly year: number;
  readonly test: 'ELA' | 'MATH' | 'CAA_ELA' | 'CAA_MATH' | 'CAST' | 'CAA_SCIENCE';
  readonly grade: string;
  readonly scale_score: number | null;
  readonly level: number | null;
  readonly condition: string | null;
  readonly attemptedness: string;
  readonly include: string;
  readonly day: string | null;
};

const spread = 92;
/** Where an average student lies against Level 3 before the district's intercept. */
const subjectMean = { ELA: -18, MATH: -45 } as const;

/**
 * Scores of all years: this year's is last year's, drawn towards who the student is, and chance. `isLearner` says
 * whether she is an English learner on a day.
 */
export function drawScores(
  traits: Traits,
  years: readonly StudentYear[],
  intercepts: Intercepts,
  isLearner: (day: string) => boolean,
  isNewcomer: (day: string) => boolean,
  random: SeededRandom,
): Score[] {
  const { uniform, normal, below } = random;
  const scores: Score[] = [];
  const standing = { ELA: 0.8 * traits.ability, MATH: 0.75 * traits.ability };
  for (const { year, grade, school, lastDay } of years) {
    const day = schoolDay(year, 232 + below(50));
    for (const subject of ['ELA', 'MATH'] as const)
      standing[subject] = 0.85 * standing[subject] + 0.14 * traits.ability + 0.3 * normal();
    if (!school || lastDay < day || ((grade < 3 || grade > 8) && grade !== 11)) continue;
    for (const subject of ['ELA', 'MATH'] as const) {
      const newcomer = subject === 'ELA' && isNewcomer(day);
      const taken = taking(uniform(), newcomer);
      const learner = isLearner(day) ? (subject === 'ELA' ? 0.75 : 0.5) : 0;
      const wished =
        subjectMean[subject] +
        intercepts[subject === 'ELA' ? 'ela' : 'math'] +
        (subject === 'MATH' ? -6 * (grade - 5) : -1 * (grade - 5)) +
        spread * (standing[subject] - learner);
      const test = traits.alternate ? (`CAA_${subject}` as const) : subject;
      const found = traits.alternate
        ? alternateScore(grade, traits.ability + 1.2 + 0.4 * normal())
        : generalScore(subject, grade, wished);
      const invalidated = { ...taken, include: 'R', attemptedness: 'P' };
      if (taken.include === 'Y' && uniform() < 0.004)
        scores.push(record(year, test, grade, null, invalidated, day));
      scores.push(record(year, test, grade, taken.scored ? found : null, taken, day));
    }
    if (grade === 5 || grade === 8 || grade === 11) {
      const science = Math.round(
        grade * 38 + 17 + 22 * (0.5 * standing.ELA + 0.5 * standing.MATH) + 12 * normal(),
      );
      const low = { 5: 214, 8: 415, 11: 615 }[grade];
      const score = low - 20 + Math.round((science - grade * 38) / 2);
      const level = score >= low + 16 ? 4 : score >= low ? 3 : score >= low - 20 ? 2 : 1;
      const taken = taking(uniform(), false);
      const test = traits.alternate ? 'CAA_SCIENCE' : 'CAST';
      const found = traits.alternate
        ? alternateScore(grade, traits.ability + 1 + 0.4 * normal())
        : { score, level };
      scores.push(record(year, test, grade, taken.scored ? found : null, taken, day));
    }
  }
  return scores;
}

type Taking = {
  readonly scored: boolean;
  readonly attemptedness: string;
  readonly include: string;
  readonly condition: string | null;
};

/** How a test went: nineteen of twenty take it; the others by every code of the state's file. */
function taking(drawn: number, newcomer: boolean): Taking {
  if (newcomer && drawn < 0.9) return how(false, 'N', 'E', 'NEL');
  if (drawn < 0.02) return how(false, 'N', 'N', 'PGE');
  if (drawn < 0.035) return how(false, 'N', 'N', 'NT');
  if (drawn < 0.042) return how(false, 'N', 'N', 'NTE');
  if (drawn < 0.05) return how(false, 'P', 'N', 'INC0');
  if (drawn < 0.056) return how(true, 'P', 'T', 'LOSS');
  if (drawn < 0.058) return how(false, 'Y', 'R', 'INC1');
  return how(true, 'Y', 'Y', null);
}

function how(scored: boolean, attemptedness: string, include: string, condition: string | null): Taking {
  return { scored, attemptedness, include, condition };
}

type Found = { readonly score: number; readonly level: number };

function generalScore(subject: 'ELA' | 'MATH', grade: number, fromStandard: number): Found {
  const scale = smarterScales[subject][gradeText(grade)];
  if (!scale) throw new RangeError(`grade ${grade} has no test`);
  return scoreOnScale(scale, scale[2] + fromStandard);
}

/** Three digits that begin with the grade; Level 3 begins at x60. */
function alternateScore(grade: number, standing: number): Found {
  const within = Math.round(Math.max(0, Math.min(99, 50 + 15 * standing)));
  const level = within >= 60 ? 3 : within >= 45 ? 2 : 1;
  return { score: (grade === 11 ? 9 : grade) * 100 + within, level };
}

function record(
  year: number,
  test: Score['test'],
  grade: number,
  found: Found | null,
  taken: Taking,
  day: string,
): Score {
  return {
    year,
    test,
    grade: gradeText(grade),
    scale_score: found?.score ?? null,
    level: found?.level ?? null,
    condition: taken.condition,
    attemptedness: taken.attemptedness,
    include: taken.include,
    day: taken.attemptedness === 'N' ? null : day,
  };
}
