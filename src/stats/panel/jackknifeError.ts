import { contrastOf } from './contrastOf.ts';
import type { Effect } from './effect.ts';
import type { Panel } from './panel.ts';

export type JackknifeError = {
  readonly ok: true;
  readonly standardError: number;
  /** The effect without each unit, row by row. */
  readonly effects: Float64Array;
};

export type JackknifeRefusal = {
  readonly ok: false;
  readonly reason: 'fewer than two treated units' | 'only one donor has weight';
};

/**
 * The standard error from leaving out one unit at a time, treated or donor, with the weights as they are and
 * the remaining donors' scaled to sum 1: sqrt((n - 1) / n x sum of squared deviations). Algorithm 3 of
 * Arkhangelsky et al. (2021), who do not recommend it for `sc`; it tends to be too large rather than too
 * small. For `did` weights stay even, so nothing is held fixed. With one treated unit there is no effect
 * without it: refused.
 *
 * `effect` is what `estimateEffect` found on `panel`.
 */
export function jackknifeError(panel: Panel, effect: Effect): JackknifeError | JackknifeRefusal {
  const { treated, units } = panel;
  const { donors, donorWeights, timeWeights } = effect;
  if (treated.length < 2) return { ok: false, reason: 'fewer than two treated units' };
  if (donorWeights.filter((weight) => weight > 0).length < 2)
    return { ok: false, reason: 'only one donor has weight' };
  const treatedContrasts = treated.map((row) => contrastOf(panel, row, timeWeights));
  const donorContrasts = donors.map((row) => contrastOf(panel, row, timeWeights));
  const onTreated = treatedContrasts.reduce((sum, contrast) => sum + contrast, 0);
  const onDonors = donorContrasts.reduce(
    (sum, contrast, k) => sum + (donorWeights[k] as number) * contrast,
    0,
  );
  const effects = new Float64Array(units);
  for (const [k, row] of treated.entries())
    effects[row] = (onTreated - (treatedContrasts[k] as number)) / (treated.length - 1) - onDonors;
  for (const [k, row] of donors.entries()) {
    const weight = donorWeights[k] as number;
    const others = (onDonors - weight * (donorContrasts[k] as number)) / (1 - weight);
    effects[row] = onTreated / treated.length - others;
  }
  const mean = effects.reduce((sum, one) => sum + one, 0) / units;
  const squares = effects.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return { ok: true, standardError: Math.sqrt(((units - 1) / units) * squares), effects };
}
