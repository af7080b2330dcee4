import { type Community, races } from './communities.ts';
import type { SeededRandom } from './seededRandom.ts';

/** A synthetic student. `race` is a place in `races`. */
export type Student = {
  readonly grade: number;
  readonly race: number;
  readonly gender: 'female' | 'male' | 'non_binary' | 'gender_missing';
  readonly language: 'english only' | 'learner' | 'long-term learner' | 'recently reclassified' | 'other';
  readonly disadvantaged: boolean;
  readonly disability: boolean;
  readonly alternate: boolean;
  readonly foster: boolean;
  readonly homeless: boolean;
  readonly migrant: boolean;
  /** Standard normal; what a student brings to every outcome. */
  readonly ability: number;
};

/** The chances of a community, by race where they differ by race. */
export type Chances = {
  readonly race: readonly number[];
  readonly disadvantaged: readonly number[];
  readonly everLearner: readonly number[];
  readonly disability: readonly number[];
  readonly foster: number;
  readonly homeless: number;
  readonly migrant: number;
};

const disadvantageByRace = [0.5, 0.4, -0.4, -0.7, 0.5, 0.2, -0.6, -0.3, 0];
const learnerByRace = [0.06, 0.1, 1.2, 0.5, 1.3, 0.4, 0.2, 0.12, 0.8];
const disabilityByRace = [1.25, 1.25, 0.55, 0.6, 1.05, 0.95, 1.05, 1.05, 1];
/** Of the students who were ever learners, those who still are, by grade. */
const stillLearner = [1, 1, 1, 0.86, 0.74, 0.62, 0.54, 0.48, 0.42, 0.42, 0.4, 0.36, 0.33];
const everPerCurrent = 1.5;

/** Cumulates and conditions a community's shares; the marginal shares come out near the community's own. */
export function chancesOf(community: Community): Chances {
  const total = community.races.reduce((sum, share) => sum + share, 0);
  const shares = community.races.map((share) => share / total);
  let reached = 0;
  const learnerMean = shares.reduce((sum, share, race) => sum + share * (learnerByRace[race] ?? 0), 0);
  const odds = community.disadvantaged / (1 - community.disadvantaged);
  return {
    race: shares.map((share) => (reached += share)),
    disadvantaged: disadvantageByRace.map((shift) => {
      const moved = odds * Math.exp(shift);
      return moved / (1 + moved);
    }),
    everLearner: learnerByRace.map((factor) =>
      Math.min(0.9, (everPerCurrent * community.englishLearners * factor) / learnerMean),
    ),
    disability: disabilityByRace.map((factor) => 0.145 * factor),
    foster: community.foster / community.disadvantaged,
    homeless: community.homeless / community.disadvantaged,
    migrant: community.migrant / community.disadvantaged,
  };
}

/** A new student of this grade. */
export function drawStudent(grade: number, chances: Chances, random: SeededRandom): Student {
  const { uniform } = random;
  const drawn = uniform();
  let race = 0;
  while (race < races.length - 1 && drawn >= (chances.race[race] ?? 1)) race += 1;
  const gender = drawGender(uniform());
  const disadvantaged = uniform() < (chances.disadvantaged[race] ?? 0);
  const everLearner = (chances.everLearner[race] ?? 0) * (disadvantaged ? 1.1 : 0.8);
  const disability = uniform() < (chances.disability[race] ?? 0) * (gender === 'female' ? 0.7 : 1.3);
  return {
    grade,
    race,
    gender,
    language: drawLanguage(grade, everLearner, uniform),
    disadvantaged,
    disability,
    alternate: disability && uniform() < 0.072,
    foster: disadvantaged && uniform() < chances.foster,
    homeless: disadvantaged && uniform() < chances.homeless,
    migrant: disadvantaged && uniform() < chances.migrant,
    ability: random.normal(),
  };
}

function drawGender(drawn: number): Student['gender'] {
  if (drawn < 0.4848) return 'female';
  if (drawn < 0.9985) return 'male';
  return drawn < 0.9998 ? 'non_binary' : 'gender_missing';
}

function drawLanguage(grade: number, everLearner: number, uniform: () => number): Student['language'] {
  if (uniform() >= everLearner) return uniform() < 0.93 ? 'english only' : 'other';
  const drawn = uniform();
  const still = stillLearner[grade] ?? 0;
  if (drawn < still) return grade >= 6 && uniform() < 0.7 ? 'long-term learner' : 'learner';
  const recent = grade <= 8 ? 0.9 : 0.5;
  return uniform() < recent ? 'recently reclassified' : 'other';
}
