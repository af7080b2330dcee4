import { blockEffect } from './blockEffect.ts';
import { type DonorChoiceOptions, donorChoices } from './donorChoices.ts';
import type { Effect } from './effect.ts';
import { errorOfDeviation } from './errorOfDeviation.ts';
import type { Panel } from './panel.ts';
import { populationDeviation } from './populationDeviation.ts';
import { preFitErrorOf } from './preFitErrorOf.ts';
import { weighBlock } from './weighBlock.ts';
import { weightPenalties } from './weightPenalties.ts';

export type PlaceboOptions = DonorChoiceOptions & {
  /** Told after each placebo how many are done. */
  readonly onProgress?: (done: number, of: number) => void;
};

export type Placebo = {
  /** Rows of the donors that took the place of the treated, ascending. */
  readonly rows: readonly number[];
  readonly effect: number;
  /**
   * Root mean squared gap before treatment, as of the treated units: whether they fit worse than others
   * would.
   */
  readonly preFitError: number;
};

export type PlaceboEffects = {
  readonly ok: true;
  /**
   * `enumerated`: every choice of donors once; `drawn`: at random with the seed, the error of which is given.
   */
  readonly made: 'enumerated' | 'drawn';
  readonly placebos: readonly Placebo[];
  /** Standard deviation of the placebo effects, divisor n. */
  readonly standardError: number;
  /** (1 + placebos at least as large in absolute value) / (1 + placebos): never zero. */
  readonly p: number;
  /** Standard errors that the drawing itself gives the two figures; null when nothing was drawn. */
  readonly monteCarloError: { readonly standardError: number; readonly p: number } | null;
};

export type PlaceboRefusal = {
  readonly ok: false;
  readonly reason: 'not more donors than treated units';
};

/**
 * What the method finds where nothing happened: as many donors as there are treated units take their place,
 * the treated left out, with the penalties of the estimate (algorithm 4 of Arkhangelsky et al. 2021). The
 * order of donors does not matter, so with one treated unit there are as many placebos as donors, and all of
 * them are made; with several, all choices of as many donors up to `most`, else draws. The p-value is the
 * rank of the estimate among the placebos (Abadie, Diamond & Hainmueller 2010; B. Phipson &
 * G. K. Smyth 2010 on the 1 that is added).
 *
 * `effect` is what `estimateEffect` found on `panel`.
 */
export function placeboEffects(
  panel: Panel,
  effect: Effect,
  options: PlaceboOptions = {},
): PlaceboEffects | PlaceboRefusal {
  const { donors } = effect;
  const size = panel.treated.length;
  if (donors.length <= size) return { ok: false, reason: 'not more donors than treated units' };
  const { made, choices, total } = donorChoices(donors.length, size, options);
  const design = { ...effect, penalties: weightPenalties(panel, donors, effect.method) };
  const placebos: Placebo[] = [];
  for (const chosen of choices) {
    const roles = { donors: without(donors, chosen), treated: chosen.map((k) => donors[k] as number) };
    const start = {
      donorWeights: Float64Array.from(without(effect.donorWeights, chosen)),
      timeWeights: effect.timeWeights,
    };
    const weights = weighBlock(panel, roles, design, start);
    placebos.push({
      rows: roles.treated,
      effect: blockEffect(panel, roles, weights),
      preFitError: preFitErrorOf(panel, roles, weights),
    });
    options.onProgress?.(placebos.length, total);
  }
  return { ok: true, made, placebos, ...judge(placebos, effect.estimate, made) };
}

function judge(
  placebos: readonly Placebo[],
  estimate: number,
  made: PlaceboEffects['made'],
): Pick<PlaceboEffects, 'standardError' | 'p' | 'monteCarloError'> {
  const effects = placebos.map(({ effect }) => effect);
  const count = effects.length;
  // A placebo of equal size stays equal where rounding moved it.
  const size = (1 - 1e-12) * Math.abs(estimate);
  const asLarge = effects.filter((effect) => Math.abs(effect) >= size).length;
  const standardError = populationDeviation(effects);
  const p = (1 + asLarge) / (1 + count);
  if (made === 'enumerated') return { standardError, p, monteCarloError: null };
  const monteCarloError = { standardError: errorOfDeviation(effects), p: Math.sqrt((p * (1 - p)) / count) };
  return { standardError, p, monteCarloError };
}

/** The items at the positions that were not chosen; `chosen` ascends. */
function without(items: ArrayLike<number>, chosen: readonly number[]): number[] {
  const kept: number[] = [];
  let next = 0;
  for (let k = 0; k < items.length; k++) {
    if (chosen[next] === k) next++;
    else kept.push(items[k] as number);
  }
  return kept;
}
