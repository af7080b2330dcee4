/** A row of a sheet: its cells as text by the heading of their column. `line` is its place in the file, from 1. */
export type SheetRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

/** A row as the store has it. `version` grows with every change. */
export type KeptRow = {
  readonly id: string;
  readonly version: number;
  readonly districtId: string;
  /** What it is called in a sentence. */
  readonly title: string;
  readonly cells: Readonly<Record<string, string>>;
};

export type FieldChange = { readonly column: string; readonly from: string; readonly to: string };

export type Merged =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'changed'; readonly fields: readonly FieldChange[] }
  /** Somebody changed the same cells on the pages since the file was made: `from` is what stands there now. */
  | { readonly kind: 'conflict'; readonly fields: readonly FieldChange[] };

/**
 * Brings a row of a file together with the row as it stands. `base` is the row as the file was made from it: a cell that differs from
 * it was changed in the file; one in which the standing row differs was changed on the pages meanwhile. Both, and not alike: a
 * conflict, and nothing of the row is taken. Without a base every difference of a row that moved on is one.
 */
export function mergeRow(
  columns: readonly string[],
  {
    base,
    file,
    standing,
  }: {
    readonly base: KeptRow['cells'] | undefined;
    readonly file: KeptRow['cells'];
    readonly standing: KeptRow['cells'];
  },
): Merged {
  const fields: FieldChange[] = [];
  const clashes: FieldChange[] = [];
  for (const column of columns) {
    const [is, written, was] = [standing[column] ?? '', file[column] ?? '', base?.[column]];
    if (written === is || written === was) continue;
    const change = { column, from: is, to: written };
    if (was === is) fields.push(change);
    else clashes.push(change);
  }
  if (clashes.length > 0) return { kind: 'conflict', fields: clashes };
  return fields.length > 0 ? { kind: 'changed', fields } : { kind: 'unchanged' };
}
