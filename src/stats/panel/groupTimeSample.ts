import { checkStaggeredPanel, type StaggeredPanel } from './staggeredPanel.ts';

/** With whom a group is compared: units never treated in the panel, or all that are not treated yet. */
export type GroupTimeComparison = 'never treated' | 'not yet treated';

export type GroupTimeSample = {
  readonly ok: true;
  /** Rows of the panel that take part, ascending, and those left out because they are treated at the first time. */
  readonly kept: readonly number[];
  readonly dropped: readonly number[];
  /** For each kept unit its first treated time, Infinity for a unit that is only compared with. */
  readonly starts: readonly number[];
  /** How many of the panel's times are used: all, unless the last group is the only comparison. */
  readonly times: number;
  /** The treated groups by their first treated time, ascending, with the number of units in each. */
  readonly groups: readonly { readonly start: number; readonly units: number }[];
};

export type GroupTimeSampleRefusal =
  | {
      readonly ok: false;
      readonly reason:
        | 'nobody is treated'
        | 'all that are treated are so from the first time on'
        | 'nobody is never treated'
        | 'only one group and nobody to compare it with'
        | 'fewer than two times'
        | 'the outcome never varies';
    }
  | { readonly ok: false; readonly reason: 'a covariate is missing'; readonly units: readonly number[] };

/**
 * Who takes part in group-time effects. Units treated at the first time have nothing before to compare with and are
 * left out by name. Without a unit that is never treated, the group treated last serves as comparison until it is
 * treated itself, and the times from then on are left out; the comparison "never treated" then has nobody and is
 * refused. The same rules as the R package `did`.
 */
export function groupTimeSample(
  panel: StaggeredPanel,
  comparison: GroupTimeComparison,
): GroupTimeSample | GroupTimeSampleRefusal {
  checkStaggeredPanel(panel);
  if (panel.times < 2) return { ok: false, reason: 'fewer than two times' };
  if (panel.outcomes.every((value) => value === panel.outcomes[0]))
    return { ok: false, reason: 'the outcome never varies' };
  const startOf = (unit: number) => {
    const first = panel.firstTreated[unit] ?? Infinity;
    return first < panel.times ? first : Infinity;
  };
  const all = Array.from({ length: panel.units }, (_, unit) => unit);
  const kept = all.filter((unit) => startOf(unit) > 0);
  const dropped = all.filter((unit) => startOf(unit) === 0);
  const missing = kept.filter((unit) => panel.covariates?.[unit]?.some((value) => !Number.isFinite(value)));
  if (missing.length > 0) return { ok: false, reason: 'a covariate is missing', units: missing };
  let starts = kept.map(startOf);
  let times = panel.times;
  const last = Math.max(...starts.filter(Number.isFinite));
  if (!Number.isFinite(last))
    return {
      ok: false,
      reason: dropped.length > 0 ? 'all that are treated are so from the first time on' : 'nobody is treated',
    };
  if (!starts.includes(Infinity)) {
    if (comparison === 'never treated') return { ok: false, reason: 'nobody is never treated' };
    times = last;
    starts = starts.map((start) => (start === last ? Infinity : start));
  }
  const groups = [...new Set(starts)]
    .filter(Number.isFinite)
    .toSorted((a, b) => a - b)
    .map((start) => ({ start, units: starts.filter((one) => one === start).length }));
  if (groups.length === 0) return { ok: false, reason: 'only one group and nobody to compare it with' };
  return { ok: true, kept, dropped, starts, times, groups };
}
