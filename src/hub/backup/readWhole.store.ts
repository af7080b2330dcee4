import type { Connection } from '../store/database.ts';
import { selectContents } from './backup.store.ts';
import type { RowSource } from './rowSource.ts';

/**
 * Reads a store on PostgreSQL inside one repeatable-read transaction, each table in one statement. The server sorts by the
 * bytes of the key, whatever its collation, so that both engines write equal rows in the same order.
 */
export async function readWhole(connection: Connection): Promise<RowSource> {
  return {
    contents: await selectContents(connection),
    rows: (table) => {
      const order = table.key.map(({ quoted, isText }) => (isText ? `${quoted} collate "C"` : quoted));
      return connection.copyOut(
        `copy (select ${table.quotedColumns} from ${table.quoted} order by ${order.join(', ')}) to stdout`,
      );
    },
  };
}
