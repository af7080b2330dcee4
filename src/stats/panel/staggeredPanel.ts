/** A balanced panel in which units may be treated from different times on, and stay treated. */
export type StaggeredPanel = {
  readonly units: number;
  readonly times: number;
  /** Units x times, row after row: unit i at time t stands at `i * times + t`. */
  readonly outcomes: Float64Array;
  /** The first time at which each unit is treated; null, or a time after the last, when never in this panel. */
  readonly firstTreated: readonly (number | null)[];
  /** Units x covariates, the same at all times: as they were before anybody was treated. NaN = missing. */
  readonly covariates?: readonly (readonly number[])[];
};

/** Throws a RangeError when the lengths of a panel disagree or when it holds what is no outcome and no time. */
export function checkStaggeredPanel({
  units,
  times,
  outcomes,
  firstTreated,
  covariates,
}: StaggeredPanel): void {
  if (outcomes.length !== units * times)
    throw new RangeError(
      `${units} units at ${times} times have ${units * times} outcomes, not ${outcomes.length}`,
    );
  if (firstTreated.length !== units)
    throw new RangeError(`${units} units have ${firstTreated.length} first treated times`);
  if (!outcomes.every((value) => Number.isFinite(value))) throw new RangeError('an outcome is not finite');
  for (const time of firstTreated)
    if (time !== null && !(Number.isInteger(time) && time >= 0))
      throw new RangeError(`a first treated time is a whole number from 0 or null, not ${time}`);
  if (!covariates) return;
  if (covariates.length !== units)
    throw new RangeError(`${units} units have ${covariates.length} rows of covariates`);
  for (const row of covariates)
    if (row.length !== covariates[0]?.length) throw new RangeError('rows of covariates differ in length');
}
