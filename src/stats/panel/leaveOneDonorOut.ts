import { blockEffect } from './blockEffect.ts';
import type { Effect } from './effect.ts';
import type { Panel } from './panel.ts';
import { weighBlock } from './weighBlock.ts';
import { weightPenalties } from './weightPenalties.ts';

export type WithoutDonor = {
  /** Row of the donor left out, and the weight it had. */
  readonly row: number;
  readonly weight: number;
  readonly estimate: number;
};

export type LeaveOneDonorOut = {
  readonly ok: true;
  /** One for each donor that had weight, in the order of rows. */
  readonly without: readonly WithoutDonor[];
  readonly lowest: number;
  readonly highest: number;
};

export type LeaveOneDonorOutRefusal = { readonly ok: false; readonly reason: 'there is only one donor' };

/**
 * The estimate without each donor that had weight, made anew as if that donor had never been there (penalties
 * too). An effect that one donor carries does not stay. A. Abadie, A. Diamond & J. Hainmueller (2015),
 * "Comparative politics and the synthetic control method", American Journal of Political Science 59, 495-510.
 *
 * `effect` is what `estimateEffect` found on `panel`.
 */
export function leaveOneDonorOut(panel: Panel, effect: Effect): LeaveOneDonorOut | LeaveOneDonorOutRefusal {
  const { method, solver, donors, donorWeights, timeWeights } = effect;
  if (donors.length < 2) return { ok: false, reason: 'there is only one donor' };
  const without: WithoutDonor[] = [];
  for (const [k, row] of donors.entries()) {
    const weight = donorWeights[k] as number;
    if (!(weight > 0)) continue;
    const roles = { donors: donors.filter((donor) => donor !== row), treated: panel.treated };
    const design = { method, solver, penalties: weightPenalties(panel, roles.donors, method) };
    const start = { donorWeights: donorWeights.filter((_, other) => other !== k), timeWeights };
    const estimate = blockEffect(panel, roles, weighBlock(panel, roles, design, start));
    without.push({ row, weight, estimate });
  }
  const estimates = without.map(({ estimate }) => estimate);
  return { ok: true, without, lowest: Math.min(...estimates), highest: Math.max(...estimates) };
}
