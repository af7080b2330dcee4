import type { Connection } from '../store/database.ts';
import {
  countRows,
  type LandedMigration,
  type StoredTable,
  selectLandedMigrations,
  selectStoredTables,
} from './backup.store.ts';
import { foreignKeyOrder } from './foreignKeyOrder.ts';
import { leftOut } from './leftOut.ts';

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

/** What a backup of the store holds now. A table without a primary key has no order of its own and is a fault. */
export async function selectContents(connection: Connection): Promise<StoreContents> {
  const tables: CountedTable[] = [];
  for (const table of await selectStoredTables(connection)) {
    if (leftOut.has(table.name)) continue;
    if (table.key.length === 0)
      throw new Error(`the table ${table.name} has no primary key to back it up by`);
    tables.push({ ...table, rows: await countRows(connection, table) });
  }
  return { migrations: await selectLandedMigrations(connection), tables: foreignKeyOrder(tables) };
}
