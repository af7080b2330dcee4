import type { DatedValue } from './pace.ts';

/**
 * Where the targets expect the measure to be, one value a school year from the baseline to the last target, in
 * straight lines from one target to the next. Targets may come in any order and skip years. Values are in the
 * measure's unit. Throws a RangeError without a target, and when one does not follow the baseline or its year
 * comes twice.
 */
export function expectedTrajectory(baseline: DatedValue, targets: readonly DatedValue[]): DatedValue[] {
  if (targets.length === 0) throw new RangeError('a trajectory needs a target');
  const trajectory: DatedValue[] = [{ year: baseline.year, value: baseline.value }];
  let from: DatedValue = baseline;
  for (const to of targets.toSorted((a, b) => a.year - b.year)) {
    if (to.year <= from.year) throw new RangeError(`the target of ${to.year} must follow ${from.year}`);
    for (let year = from.year + 1; year < to.year; year++) {
      const way = (year - from.year) / (to.year - from.year);
      trajectory.push({ year, value: from.value + way * (to.value - from.value) });
    }
    trajectory.push({ year: to.year, value: to.value });
    from = to;
  }
  return trajectory;
}
