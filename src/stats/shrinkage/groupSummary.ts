/** All that a two-level model needs to know of the values of one group. */
export type GroupSummary = {
  readonly n: number;
  readonly mean: number;
  /** Sum of the squared distances from the group's own mean. */
  readonly squares: number;
};

/** Throws a RangeError on no values and on one that is not finite. */
export function summariseGroup(values: readonly number[]): GroupSummary {
  if (values.length === 0) throw new RangeError('a group has at least one value');
  if (!values.every(Number.isFinite)) throw new RangeError('a value of a group is not finite');
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { n: values.length, mean, squares: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) };
}
