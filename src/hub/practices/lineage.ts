type Linked = { readonly id: string; readonly fromId: string | null };

/** An adoption with those that took up its way of doing it. */
export type Branch<Adopted> = { readonly adoption: Adopted; readonly branches: readonly Branch<Adopted>[] };

/**
 * The adoptions of a practice as a tree, in the order they are given: each stands under the one whose way of doing it was taken
 * up. One whose origin is not among them stands at the top.
 */
export function lineage<Adopted extends Linked>(adoptions: readonly Adopted[]): Branch<Adopted>[] {
  const known = new Set(adoptions.map(({ id }) => id));
  const under = Map.groupBy(adoptions, ({ fromId }) => (fromId && known.has(fromId) ? fromId : null));
  const branchesOf = (id: string | null): Branch<Adopted>[] =>
    (under.get(id) ?? []).map((adoption) => ({ adoption, branches: branchesOf(adoption.id) }));
  return branchesOf(null);
}
