import { measureModels, modelNames, type MeasureModel } from './measureModels.ts';
import type { SeededRandom } from './seededRandom.ts';

/** Groups that a district may serve better or worse than its other students. */
export const servedGroups = ['englishLearner', 'disadvantaged', 'disability'] as const;
export type ServedGroup = (typeof servedGroups)[number];

/** What a district adds to an outcome, by model (in the order of `modelNames`) and school year. */
export type YearlyEffects = readonly (readonly [number, number, number])[];

/** A district's effects on every student, and beyond that on the students of each served group. */
export type DistrictEffects = {
  readonly everyone: YearlyEffects;
  readonly groups: { readonly [group in ServedGroup]: YearlyEffects };
};

/** Of a district's level and progress, the part that all its outcomes share; the rest is each outcome's own. */
const shared = 0.6;
const own = Math.sqrt(1 - shared ** 2);

/**
 * Draws a district's effects: a level that stays and a progress that adds up year by year, in each model's own
 * scale, good in all outcomes together more often than chance. The statewide movement is already in `everyone`.
 */
export function drawEffects(random: SeededRandom): DistrictEffects {
  const strength = random.normal();
  const momentum = random.normal();
  const draw = (spread: number, better: number, common: number) =>
    spread * (shared * better * common + own * random.normal());
  const everyone = modelNames.map((name) => {
    const { levelSpread, progressSpread, better } = measureModels[name];
    return yearly(
      draw(levelSpread, better, strength),
      draw(progressSpread, better, momentum),
      measureModels[name].byYear,
    );
  });
  const forGroup = () => {
    const [groupStrength, groupMomentum] = [random.normal(), random.normal()];
    return modelNames.map((name) => {
      const { groupLevelSpread, groupProgressSpread, better } = measureModels[name];
      return yearly(
        draw(groupLevelSpread, better, groupStrength),
        draw(groupProgressSpread, better, groupMomentum),
        [0, 0, 0],
      );
    });
  };
  return {
    everyone,
    groups: { englishLearner: forGroup(), disadvantaged: forGroup(), disability: forGroup() },
  };
}

/** A school's lasting difference from its district, by model. An alternative school takes students who struggle. */
export function drawSchoolEffects(random: SeededRandom, alternative: boolean): readonly number[] {
  const strength = random.normal();
  return modelNames.map((name) => {
    const { schoolSpread, better } = measureModels[name];
    const difference = schoolSpread * (better * shared * strength + own * random.normal());
    return difference + (alternative ? alternativeSchool[name] : 0);
  });
}

const alternativeSchool: { readonly [name in keyof typeof measureModels]: number } = {
  math: -70,
  ela: -60,
  absence: 1.2,
  suspension: 0.4,
  graduation: -1.9,
  aToG: -2.6,
  prepared: -1.2,
  college: -0.8,
};

function yearly(
  stays: number,
  progress: number,
  byYear: MeasureModel['byYear'],
): readonly [number, number, number] {
  return [byYear[0] + stays, byYear[1] + stays + progress, byYear[2] + stays + 2 * progress];
}
