import { z } from 'zod';
import type { Connection } from '../store/database.ts';
import type { Statement } from '../../vocabulary/sqlStatements.ts';
import { readStatements } from '../store/statements.ts';
import { foreignKeyOrder } from './foreignKeyOrder.ts';
import { leftOut } from './leftOut.ts';
import type { CountedTable, StoreContents } from './rowSource.ts';
import { LandedMigration, StoredTable } from './storedTable.ts';

const sql = readStatements(import.meta.url, [
  'setCopyFormat',
  'forbidSequentialScans',
  'selectStoredTables',
  'selectLandedMigrations',
  'selectNextTransaction',
  'selectForeignKeys',
  'selectOwnRoutines',
]);

const ForeignKeyRow = z.object({ drop: z.string(), add: z.string() });
export type ForeignKey = z.infer<typeof ForeignKeyRow>;

/** Fixes the text of values until the transaction ends, so that equal rows are equal bytes on every engine. */
export async function setCopyFormat(connection: Connection): Promise<void> {
  await connection.query(sql.setCopyFormat.text);
}

export async function forbidSequentialScans(connection: Connection): Promise<void> {
  await connection.query(sql.forbidSequentialScans.text);
}

/** Every table of the store, by name. */
export function selectStoredTables(connection: Connection): Promise<StoredTable[]> {
  return select(connection, sql.selectStoredTables, StoredTable);
}

export async function countRows(connection: Connection, table: StoredTable): Promise<number> {
  const [row] = await connection.query(table.counting);
  return Number(row?.rows);
}

/** The migrations a store has been through; none where it has no schema yet. */
export async function selectLandedMigrations(connection: Connection): Promise<LandedMigration[]> {
  const tables = await selectStoredTables(connection);
  return tables.some(({ name }) => name === 'migration')
    ? select(connection, sql.selectLandedMigrations, LandedMigration)
    : [];
}

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

/** Keys, as rows of SQL literals, that cut a table into pages of about so many rows. */
export async function selectCuts(
  connection: Connection,
  table: StoredTable,
  rows: number,
): Promise<string[]> {
  if (table.cutting === null) return [];
  return (await connection.query(table.cutting, [Math.ceil(rows / 20)])).map((row) => String(row.cut));
}

/** The number of the transaction that writes next; see `readInTurns`. */
export async function selectNextTransaction(connection: Connection): Promise<string> {
  const [row] = await connection.query(sql.selectNextTransaction.text);
  return z.string().parse(row?.next);
}

export function selectForeignKeys(connection: Connection): Promise<ForeignKey[]> {
  return select(connection, sql.selectForeignKeys, ForeignKeyRow);
}

/** Takes away every table and function of a store; its caller has seen that it holds no row. */
export async function dropSchema(connection: Connection): Promise<void> {
  const tables = await selectStoredTables(connection);
  if (tables.length > 0) {
    await connection.query(`drop table ${tables.map((table) => table.quoted).join(', ')} cascade`);
  }
  for (const row of await connection.query(sql.selectOwnRoutines.text)) {
    await connection.query(z.string().parse(row.drop));
  }
}

async function select<T>(connection: Connection, statement: Statement, shape: z.ZodType<T>): Promise<T[]> {
  return z.array(shape).parse(await connection.query(statement.text));
}
