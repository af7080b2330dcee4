import type { Release, SignedRelease } from '../../vocabulary/release.ts';

/** A release as the store takes it: its head, and the cells of each table as JSON in parts that one statement takes. */
export type ReleaseRows = {
  readonly hash: string;
  readonly head: Omit<Release, 'tables'>;
  readonly signedBy: readonly { readonly name: string; readonly role: string; readonly signedAt: string }[];
  readonly tables: readonly {
    readonly measureId: string;
    readonly schoolYear: number;
    readonly definition: string;
    readonly parts: readonly string[];
  }[];
};

/** So many cells cross in one statement. */
const mostCells = 5000;

export function releaseRows(hash: string, { release, signatures }: SignedRelease): ReleaseRows {
  const { tables, ...head } = release;
  return {
    hash,
    head,
    signedBy: signatures.map(({ name, role, signedAt }) => ({ name, role, signedAt })),
    tables: tables.map(({ measure, schoolYear, definition, cells }) => {
      const parts: string[] = [];
      for (let from = 0; from < cells.length; from += mostCells)
        parts.push(JSON.stringify(cells.slice(from, from + mostCells)));
      return { measureId: measure, schoolYear, definition, parts };
    }),
  };
}
