import { type DuckDBAppender, type DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { readVaultStatements } from './readVaultStatements.ts';
import { toDuckdbValue } from './duckdbValue.ts';
import type { VaultValue } from './vault.ts';

const { selectColumnNames } = readVaultStatements(import.meta.url, ['selectColumnNames']);

/** What DuckDB takes at a time. */
const rowsInChunk = 2048;

/**
 * Appends rows to a table of the vault; answers how many. Within a transaction it is part of it. Throws RangeError for
 * a column that the table does not have and a row of another length than `columns`.
 */
export async function appendRows(
  connection: DuckDBConnection,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly VaultValue[]> | AsyncIterable<readonly VaultValue[]>,
): Promise<number> {
  const reader = await connection.runAndReadAll(selectColumnNames.text, [table]);
  const names = reader.getRowsJS().map(([name]) => String(name));
  const strange = columns.filter((column) => !names.includes(column));
  if (strange.length > 0) throw new RangeError(`${table} has no column ${strange.join(', ')}.`);
  const sources = names.map((name) => columns.indexOf(name));
  const appender = await connection.createAppender(table);
  try {
    let written = 0;
    for await (const chunk of chunksOf(rows, columns.length, table)) {
      appendChunk(appender, sources, chunk);
      written += chunk.length;
    }
    return written;
  } catch (cause) {
    appender.clear();
    throw cause;
  } finally {
    appender.closeSync();
  }
}

type Rows = readonly (readonly VaultValue[])[];

async function* chunksOf(
  rows: Iterable<readonly VaultValue[]> | AsyncIterable<readonly VaultValue[]>,
  width: number,
  table: string,
): AsyncGenerator<Rows> {
  let waiting: (readonly VaultValue[])[] = [];
  for await (const row of rows) {
    if (row.length !== width) {
      throw new RangeError(`A row for ${table} has ${row.length} values, not ${width}.`);
    }
    waiting.push(row);
    if (waiting.length < rowsInChunk) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length > 0) yield waiting;
}

function appendChunk(appender: DuckDBAppender, sources: readonly number[], rows: Rows): void {
  const types = sources.map((_, i) => appender.columnType(i));
  const chunk = DuckDBDataChunk.create(types, rows.length);
  types.forEach((type, i) => {
    const source = sources[i] ?? -1;
    const values = rows.map((row) => (source < 0 ? null : toDuckdbValue(row[source], type)));
    chunk.setColumnValues(i, values);
  });
  appender.appendDataChunk(chunk);
}
