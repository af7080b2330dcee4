type Owned = { readonly flexibilityId: string | null; readonly sourceId: string | null };
type Owner = { readonly id: string; readonly districtId: string | null };

/** What a condition belongs to: a flexibility or a funding source. */
export function ownerOf<F extends Owner, S extends Owner>(
  {
    flexibilities,
    fundingSources,
  }: { readonly flexibilities: readonly F[]; readonly fundingSources: readonly S[] },
  { flexibilityId, sourceId }: Owned,
): F | S | undefined {
  return flexibilityId
    ? flexibilities.find(({ id }) => id === flexibilityId)
    : fundingSources.find(({ id }) => id === sourceId);
}
