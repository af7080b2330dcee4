import type { Connection } from '../store/database.ts';
import { forbidSequentialScans, selectContents, selectCuts, selectNextTransaction } from './backup.store.ts';
import type { CountedTable, RowSource } from './rowSource.ts';

/** Runs some work in a transaction whose text format is set: the one of the whole backup, or one of its own. */
export type Turn = <T>(work: (connection: Connection) => Promise<T>) => Promise<T>;

const mostRowsAPage = 10_000;
const bytesAPage = 2 * 1024 * 1024;

/**
 * Reads an embedded store page by page, so that no table is in memory as a whole. The turns may be transactions of
 * their own with other work in between, writing included, as long as there is one connection: rows written since the first
 * turn are left out by their transaction's number, and where one was changed or deleted before its page was read, its table
 * has fewer rows than were counted. What is read in full is therefore the store as it was at the first turn. The
 * embedded store sorts text by its bytes.
 */
export async function readInTurns(turn: Turn): Promise<RowSource> {
  const { contents, next } = await turn(async (connection) => ({
    contents: await selectContents(connection),
    next: await selectNextTransaction(connection),
  }));
  return { contents, rows: (table) => pages(turn, table, `age(xmin) > age('${next}'::xid)`) };
}

async function* pages(turn: Turn, table: CountedTable, isOld: string): AsyncGenerator<Uint8Array> {
  const size = rowsAPage(table);
  const cuts = table.rows <= size ? [] : await turn((connection) => selectCuts(connection, table, size));
  for (let page = 0; page <= cuts.length; page += 1) {
    const after = page === 0 ? [] : [`(${keyOf(table)}) > ${cuts[page - 1]}`];
    const upTo = page === cuts.length ? [] : [`(${keyOf(table)}) <= ${cuts[page]}`];
    yield* await turn((connection) => readPage(connection, table, [...after, ...upTo, isOld]));
  }
}

async function readPage(
  connection: Connection,
  table: CountedTable,
  conditions: readonly string[],
): Promise<Uint8Array[]> {
  await forbidSequentialScans(connection);
  const chunks: Uint8Array[] = [];
  const rows = connection.copyOut(
    `copy (select ${table.quotedColumns} from ${table.quoted} where ${conditions.join(' and ')} order by ${keyOf(table)}) to stdout`,
  );
  for await (const chunk of rows) chunks.push(chunk);
  return chunks;
}

function keyOf(table: CountedTable): string {
  return table.key.map(({ quoted }) => quoted).join(', ');
}

function rowsAPage({ rows, bytes }: CountedTable): number {
  return Math.min(Math.max(Math.floor((bytesAPage * rows) / (bytes + 1)), 100), mostRowsAPage);
}
