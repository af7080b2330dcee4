import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBVector,
} from '@duckdb/node-api';
import { readVaultStatements } from './readVaultStatements.ts';
import { toDuckdbValue } from './duckdbValue.ts';
import type { VaultValue } from './vault.ts';

const { selectColumnNames } = readVaultStatements(import.meta.url, ['selectColumnNames']);

type Row = readonly VaultValue[];

/** What DuckDB takes at a time. */
const rowsInChunk = 2048;

/**
 * Appends rows to a table of the vault; answers how many. Within a transaction it is part of it; outside of one, rows before an
 * error may stay. Throws RangeError for
 * a column that the table does not have and a row of another length than `columns`.
 */
export async function appendRows(
  connection: DuckDBConnection,
  table: string,
  columns: readonly string[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): Promise<number> {
  const reader = await connection.runAndReadAll(selectColumnNames.text, [table]);
  const names = reader.getRowsJS().map(([name]) => String(name));
  const strange = columns.filter((column) => !names.includes(column));
  if (strange.length > 0) throw new RangeError(`${table} has no column ${strange.join(', ')}.`);
  const sources = names.map((name) => columns.indexOf(name));
  const appender = await connection.createAppender(table);
  const add = appendInChunks(appender, sources, table, columns.length);
  try {
    // Waiting for each row of what need not be waited for would double the time.
    if (Symbol.iterator in rows) for (const row of rows) add.row(row);
    else for await (const row of rows) add.row(row);
    const written = add.rest();
    appender.flushSync();
    return written;
  } catch (cause) {
    appender.clear();
    throw cause;
  } finally {
    appender.closeSync();
  }
}

function appendInChunks(
  appender: DuckDBAppender,
  sources: readonly number[],
  table: string,
  width: number,
): { readonly row: (row: Row) => void; readonly rest: () => number } {
  let waiting: Row[] = [];
  let written = 0;
  const flush = (): void => {
    if (waiting.length > 0) appendChunk(appender, sources, waiting);
    written += waiting.length;
    waiting = [];
  };
  return {
    row: (row) => {
      if (row.length !== width) {
        throw new RangeError(`A row for ${table} has ${row.length} values, not ${width}.`);
      }
      waiting.push(row);
      if (waiting.length === rowsInChunk) flush();
    },
    rest: () => {
      flush();
      return written;
    },
  };
}

function appendChunk(appender: DuckDBAppender, sources: readonly number[], rows: readonly Row[]): void {
  const types = sources.map((_, i) => appender.columnType(i));
  const chunk = DuckDBDataChunk.create(types, rows.length);
  types.forEach((type, i) => {
    const source = sources[i] ?? -1;
    const vector = chunk.getColumnVector(i) as DuckDBVector;
    rows.forEach((row, at) => vector.setItem(at, source < 0 ? null : toDuckdbValue(row[source], type)));
    vector.flush();
  });
  appender.appendDataChunk(chunk);
}
