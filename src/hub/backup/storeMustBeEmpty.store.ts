import type { Connection } from '../store/database.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import { countRows, selectStoredTables } from './backup.store.ts';
import { leftOut } from './leftOut.ts';

/** Refuses a store that holds any row a backup would hold, and names what it holds. */
export async function storeMustBeEmpty(connection: Connection): Promise<void> {
  const full: string[] = [];
  for (const table of await selectStoredTables(connection)) {
    if (leftOut.has(table.name)) continue;
    const rows = await countRows(connection, table);
    if (rows > 0) full.push(`${rows.toLocaleString('en')} in ${table.name}`);
  }
  if (full.length === 0) return;
  const more = full.length > 4 ? ` and in ${full.length - 4} more tables` : '';
  throw new Refusal(
    `The store is not empty: it has rows (${full.slice(0, 4).join(', ')}${more}), and a backup is restored only into an empty one. ` +
      'Name a new folder with --data, or a new database with DATABASE_URL.',
  );
}
