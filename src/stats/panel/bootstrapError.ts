import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { blockEffect } from './blockEffect.ts';
import type { Effect } from './effect.ts';
import { errorOfDeviation } from './errorOfDeviation.ts';
import type { Panel } from './panel.ts';
import { populationDeviation } from './populationDeviation.ts';
import { type Roles, weighBlock } from './weighBlock.ts';
import { weightPenalties } from './weightPenalties.ts';

export type BootstrapOptions = {
  /** Default 1,000. */
  readonly replications?: number;
  /** Of the draws; default 1. */
  readonly seed?: number;
  /** Told after each replication how many are done. */
  readonly onProgress?: (done: number, of: number) => void;
};

export type BootstrapError = {
  readonly ok: true;
  /** Standard deviation of the effects, divisor n. */
  readonly standardError: number;
  /** What the drawing itself adds to the standard error, as a standard error of it. */
  readonly monteCarloError: number;
  readonly effects: Float64Array;
};

export type BootstrapRefusal = { readonly ok: false; readonly reason: 'fewer than two treated units' };

/**
 * The standard error from drawing as many units as there are, with replacement, and estimating anew with the
 * penalties of the estimate; draws of treated units only or of donors only are made again. Algorithm 2 of
 * Arkhangelsky et al. (2021). It needs many treated units to mean something; with one it always takes that
 * one and says nothing about it: refused, as the R package does. With the solver `frank-wolfe` each draw
 * begins with even weights.
 *
 * `effect` is what `estimateEffect` found on `panel`.
 */
export function bootstrapError(
  panel: Panel,
  effect: Effect,
  { replications = 1_000, seed = 1, onProgress }: BootstrapOptions = {},
): BootstrapError | BootstrapRefusal {
  if (panel.treated.length < 2) return { ok: false, reason: 'fewer than two treated units' };
  const design = { ...effect, penalties: weightPenalties(panel, effect.donors, effect.method) };
  const weightOf = new Float64Array(panel.units);
  for (const [k, row] of effect.donors.entries()) weightOf[row] = effect.donorWeights[k] as number;
  const draw = drawRoles(panel, seed);
  const effects = new Float64Array(replications);
  for (let k = 0; k < replications; k++) {
    const roles = draw();
    const start = {
      donorWeights: Float64Array.from(roles.donors, (row) => weightOf[row] as number),
      timeWeights: effect.timeWeights,
    };
    effects[k] = blockEffect(panel, roles, weighBlock(panel, roles, design, start));
    onProgress?.(k + 1, replications);
  }
  return {
    ok: true,
    standardError: populationDeviation(effects),
    monteCarloError: errorOfDeviation(effects),
    effects,
  };
}

function drawRoles({ units, treated }: Panel, seed: number): () => Roles {
  const random = xoroshiro128plus(seed);
  const isTreated = new Uint8Array(units);
  for (const row of treated) isTreated[row] = 1;
  return () => {
    while (true) {
      const roles: { donors: number[]; treated: number[] } = { donors: [], treated: [] };
      for (let k = 0; k < units; k++) {
        const row = uniformInt(random, 0, units - 1);
        (isTreated[row] === 1 ? roles.treated : roles.donors).push(row);
      }
      if (roles.donors.length > 0 && roles.treated.length > 0) return roles;
    }
  };
}
