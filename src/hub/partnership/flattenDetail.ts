/** One value an act kept, under the names that lead to it: `series › Fresno › baseline › year`. */
export type DetailLeaf = { readonly path: string; readonly text: string };

/**
 * What an act kept of itself as a flat list. `nameOf` puts a name in the place of an id; things in a list are numbered from 1; what is
 * null or empty is left out.
 */
export function flattenDetail(value: unknown, nameOf: ReadonlyMap<string, string>): DetailLeaf[] {
  const leaves: DetailLeaf[] = [];
  const walk = (part: unknown, path: readonly string[]): void => {
    if (part === null || part === undefined || part === '') return;
    if (typeof part !== 'object') {
      leaves.push({ path: path.join(' › '), text: nameOf.get(String(part)) ?? String(part) });
      return;
    }
    const isList = Array.isArray(part);
    for (const [key, inner] of Object.entries(part)) {
      walk(inner, [...path, isList ? String(Number(key) + 1) : (nameOf.get(key) ?? key)]);
    }
  };
  walk(value, []);
  return leaves;
}
