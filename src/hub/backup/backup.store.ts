import { z } from 'zod';
import type { Connection } from '../store/database.ts';
import { readStatements, type Statement } from '../store/statements.ts';

const sql = readStatements(import.meta.url, [
  'setCopyFormat',
  'forbidSequentialScans',
  'selectStoredTables',
  'selectLandedMigrations',
  'selectNextTransaction',
  'selectForeignKeys',
  'selectOwnRoutines',
]);

const TableRow = z.object({
  name: z.string(),
  quoted: z.string(),
  bytes: z.number(),
  columns: z.array(z.string()),
  quotedColumns: z.string(),
  key: z.array(z.object({ quoted: z.string(), isText: z.boolean() })),
  refersTo: z.array(z.string()),
});
/** A table as the database's catalogue has it: `key` is its primary key, `refersTo` the other tables its foreign keys name. */
export type StoredTable = z.infer<typeof TableRow>;

const MigrationRow = z.object({ name: z.string(), sha256: z.string() });
export type LandedMigration = z.infer<typeof MigrationRow>;

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
  return select(connection, sql.selectStoredTables, TableRow);
}

export async function countRows(connection: Connection, table: StoredTable): Promise<number> {
  const [row] = await connection.query(`select count(*) as rows from ${table.quoted}`);
  return Number(row?.rows);
}

/** The migrations a store has been through; none where it has no schema yet. */
export async function selectLandedMigrations(connection: Connection): Promise<LandedMigration[]> {
  const [row] = await connection.query("select to_regclass('public.migration') is not null as exists");
  return row?.exists === true ? select(connection, sql.selectLandedMigrations, MigrationRow) : [];
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
