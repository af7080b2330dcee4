import type { Effect } from './effect.ts';
import { type EstimateOptions, estimateEffect } from './estimateEffect.ts';
import type { Panel, PanelRefusal } from './panel.ts';

export type InTimeOptions = EstimateOptions & {
  /** The time from which treatment is pretended: at least 2, before the real start. */
  readonly pretended?: number;
};

export type InTimePlacebo = { readonly ok: true; readonly pretended: number; readonly effect: Effect };

export type InTimeRefusal =
  | PanelRefusal
  | { readonly ok: false; readonly reason: 'fewer than three times before treatment' };

/**
 * The effect found when treatment is pretended to begin earlier, on the times before the real start alone.
 * Where nothing happened yet, an effect as large as the estimate says that the estimate may be no effect
 * either (Abadie, Diamond & Hainmueller 2015). By default before and after stand to each other as in the real
 * panel: the start is floor(t^2 / times) for t times before treatment, as in synthdid, but at least 2.
 *
 * Refused with fewer than three times before treatment, and as `estimateEffect` refuses. Throws a RangeError
 * on a pretended start that is not before the real one or leaves fewer than two times.
 */
export function inTimePlacebo(panel: Panel, options: InTimeOptions): InTimePlacebo | InTimeRefusal {
  const { units, times, outcomes, firstTreated } = panel;
  if (firstTreated < 3) return { ok: false, reason: 'fewer than three times before treatment' };
  const pretended = options.pretended ?? Math.max(2, Math.floor(firstTreated ** 2 / times));
  if (!(Number.isInteger(pretended) && pretended >= 2 && pretended < firstTreated))
    throw new RangeError(`a pretended start lies from 2 to ${firstTreated - 1}, not at ${pretended}`);
  const before = new Float64Array(units * firstTreated);
  for (let row = 0; row < units; row++)
    before.set(outcomes.subarray(row * times, row * times + firstTreated), row * firstTreated);
  const effect = estimateEffect(
    { units, times: firstTreated, outcomes: before, treated: panel.treated, firstTreated: pretended },
    options,
  );
  return effect.ok ? { ok: true, pretended, effect } : effect;
}
