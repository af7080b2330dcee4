import type { GroupTimeEffects } from './groupTimeEffects.ts';
import { type GroupTimeEstimate, groupTimeEstimate } from './groupTimeEstimate.ts';

export type GroupTimeAverages = {
  /** Over all groups and times after treatment, by the groups' sizes: groups treated longer count more often. */
  readonly simple: GroupTimeEstimate;
  /** By times since the first treated time (0), before it negative; overall is the plain mean from 0 on. */
  readonly dynamic: {
    readonly overall: GroupTimeEstimate;
    readonly byExposure: readonly (GroupTimeEstimate & { readonly exposure: number })[];
  };
  /** By group over its times after treatment; overall by the groups' sizes: the effect on a treated unit. */
  readonly group: {
    readonly overall: GroupTimeEstimate;
    readonly byGroup: readonly (GroupTimeEstimate & { readonly group: number })[];
  };
  /** By time over the groups treated by then; overall is the plain mean of the times. */
  readonly calendar: {
    readonly overall: GroupTimeEstimate;
    readonly byTime: readonly (GroupTimeEstimate & { readonly time: number })[];
  };
};

/**
 * Group-time effects summed up in the four ways of Callaway & Sant'Anna (2021), section 3; `aggte` of the R package
 * `did` gives the same numbers. Errors include that the groups' sizes, which are the weights, are estimated too.
 * Null as error where an effect without error takes part. In `dynamic` the groups differ from one exposure to the
 * next: a change along it may be a change of groups.
 */
export function groupTimeAverages(fit: GroupTimeEffects): GroupTimeAverages {
  const { sample, effects } = fit;
  const after = effects.filter(({ group, time }) => time >= group);
  const byExposure = distinct(effects.map(({ group, time }) => time - group)).map((exposure) => ({
    ...weighBySize(
      fit,
      effects.filter(({ group, time }) => time - group === exposure),
    ),
    exposure,
  }));
  const byGroup = sample.groups.map(({ start }) => ({
    ...plainMean(
      fit,
      after.filter(({ group }) => group === start),
    ),
    group: start,
  }));
  const byTime = distinct(after.map(({ time }) => time)).map((time) => ({
    ...weighBySize(
      fit,
      after.filter((effect) => effect.time === time),
    ),
    time,
  }));
  return {
    simple: weighBySize(fit, after),
    dynamic: {
      overall: plainMean(
        fit,
        byExposure.filter(({ exposure }) => exposure >= 0),
      ),
      byExposure,
    },
    group: { overall: weighBySize(fit, byGroup), byGroup },
    calendar: { overall: plainMean(fit, byTime), byTime },
  };
}

/** The mean by the groups' sizes; a unit's group is by chance, so it moves the weights too (the paper's equation 4.4). */
function weighBySize(
  fit: GroupTimeEffects,
  parts: readonly (GroupTimeEstimate & { readonly group: number })[],
): GroupTimeEstimate {
  const { starts, groups } = fit.sample;
  const shares = parts.map(
    ({ group }) => (groups.find(({ start }) => start === group)?.units ?? 0) / starts.length,
  );
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const weights = shares.map((share) => share / whole);
  const { effect, influence } = combine(parts, weights);
  for (const part of parts)
    for (const [i, start] of starts.entries())
      if (start === part.group) influence[i] = (influence[i] as number) + (part.effect - effect) / whole;
  return estimate(fit, parts, effect, influence);
}

function plainMean(fit: GroupTimeEffects, parts: readonly GroupTimeEstimate[]): GroupTimeEstimate {
  const { effect, influence } = combine(
    parts,
    parts.map(() => 1 / parts.length),
  );
  return estimate(fit, parts, effect, influence);
}

function combine(
  parts: readonly GroupTimeEstimate[],
  weights: readonly number[],
): { readonly effect: number; readonly influence: Float64Array } {
  const influence = new Float64Array(parts[0]?.influence.length ?? 0);
  let effect = 0;
  for (const [k, part] of parts.entries()) {
    const weight = weights[k] as number;
    effect += weight * part.effect;
    for (const [i, value] of part.influence.entries())
      influence[i] = (influence[i] as number) + weight * value;
  }
  return { effect, influence };
}

function estimate(
  { level, rounding }: GroupTimeEffects,
  parts: readonly GroupTimeEstimate[],
  effect: number,
  influence: Float64Array,
): GroupTimeEstimate {
  const measurable = parts.every(({ standardError }) => standardError !== null);
  return groupTimeEstimate(effect, influence, { level, measurable, rounding });
}

function distinct(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}
