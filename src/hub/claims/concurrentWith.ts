type Running = {
  readonly fromYear: number;
  readonly toYear: number | null;
  readonly statewide: boolean;
  readonly districtIds: readonly string[];
};

/**
 * The initiatives that ran in some of the districts, or in the whole state, at some time between two calendar years,
 * both included.
 */
export function concurrentWith<One extends Running>(
  initiatives: readonly One[],
  years: { readonly from: number; readonly to: number },
  districtIds: readonly string[],
): One[] {
  return initiatives.filter(
    (one) =>
      one.fromYear <= years.to &&
      (one.toYear ?? years.to) >= years.from &&
      (one.statewide || one.districtIds.some((id) => districtIds.includes(id))),
  );
}
