import type { Cds } from '../src/vocabulary/cds.ts';
import { findCitedFact } from './citedFacts.ts';
import type { CitedMeasure } from './citedFigures.ts';
import { type ModelName, modelNames } from './measureModels.ts';
import type { DistrictPlan } from './planDistrict.ts';
import { seededRandom } from './seededRandom.ts';
import { simulateDistrict } from './simulateDistrict.ts';
import { countOf, type Slot, type Tally } from './tally.ts';

type Target = { readonly measure: CitedMeasure; readonly numerator: Slot; readonly denominator: Slot };

const targets: { readonly [name in ModelName]: Target } = {
  math: { measure: 'math_dfs', numerator: 'mathSum', denominator: 'mathTested' },
  ela: { measure: 'ela_dfs', numerator: 'elaSum', denominator: 'elaTested' },
  absence: { measure: 'chronic_absence', numerator: 'absent', denominator: 'absenceCounted' },
  suspension: { measure: 'suspension', numerator: 'suspended', denominator: 'suspensionCounted' },
  graduation: { measure: 'acgr', numerator: 'graduates', denominator: 'cohort' },
  aToG: { measure: 'ag_of_grads', numerator: 'aToG', denominator: 'graduates' },
  prepared: { measure: 'cci_prepared', numerator: 'prepared', denominator: 'preparedCohort' },
  college: { measure: 'college_going_12m', numerator: 'inCollege', denominator: 'completers' },
};

const rounds = 2;

/**
 * The plan with its effects on everyone moved until a trial run of its schools gives about the district's
 * published figures for all students, year by year, so that sample schools do not contradict the cited district.
 * A year without a published figure is moved like the last that has one.
 */
export function nearCitedFigures(plan: DistrictPlan, seed: number): DistrictPlan {
  let moved = plan;
  for (let round = 0; round < rounds; round += 1) {
    const trial = simulateDistrict(moved, seededRandom(seed, `trial of ${plan.name}`)).district;
    const everyone = modelNames.map((name, place) => {
      const effects = moved.effects.everyone[place] ?? ([0, 0, 0] as const);
      let shift = 0;
      const shifted = [0, 1, 2].map((year) => {
        shift = missing(trial, plan.cds, name, year) ?? shift;
        return (effects[year] ?? 0) + shift;
      });
      return shifted as [number, number, number];
    });
    moved = { ...moved, effects: { ...moved.effects, everyone } };
  }
  return moved;
}

/** How far the trial is from the published figure on the model's own scale; undefined where none was published. */
function missing(trial: Tally, cds: Cds, name: ModelName, year: number): number | undefined {
  const { measure, numerator, denominator } = targets[name];
  const cited = findCitedFact(cds, measure, 'ALL', 2023 + year);
  if (!cited) return undefined;
  const found = countOf(trial, year, 'all', numerator) / countOf(trial, year, 'all', denominator);
  if (name === 'math' || name === 'ela') return cited.value - found;
  return logOdds(cited.value / 100) - logOdds(found);
}

function logOdds(share: number): number {
  return Math.log(share / (1 - share));
}
