import type { LandedMigration, StoredTable } from './storedTable.ts';

export type CountedTable = StoredTable & { readonly rows: number };

export type StoreContents = {
  readonly migrations: readonly LandedMigration[];
  /** In foreign-key order. */
  readonly tables: readonly CountedTable[];
};

/** A store at one moment: what it holds, and the rows of a table in the order of its key, as COPY text. */
export type RowSource = {
  readonly contents: StoreContents;
  readonly rows: (table: CountedTable) => AsyncIterable<Uint8Array>;
};
