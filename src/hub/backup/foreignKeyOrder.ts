type Referring = { readonly name: string; readonly rows: number; readonly refersTo: readonly string[] };

/**
 * The tables in an order in which each comes after those its foreign keys name; of those that may come next the one
 * with the fewest rows, so that the large ones come late. Tables in a circle come last, by name. Expects them by name.
 */
export function foreignKeyOrder<T extends Referring>(tables: readonly T[]): T[] {
  const waiting = new Map(tables.map((table) => [table.name, table]));
  const ordered: T[] = [];
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter((table) => !table.refersTo.some((name) => waiting.has(name)));
    const [next] = free.sort((a, b) => a.rows - b.rows);
    if (!next) return [...ordered, ...waiting.values()];
    waiting.delete(next.name);
    ordered.push(next);
  }
  return ordered;
}
