import {
  type DuckDBConnection,
  type DuckDBPreparedStatement,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api';
import type { Statement } from '../../vocabulary/sqlStatements.ts';
import { appendRows } from './appendRows.ts';
import { fromDuckdbValue, timestampOf } from './duckdbValue.ts';
import type { VaultConnection, VaultRow, VaultValue, VaultValues } from './vault.ts';

/** A DuckDB connection in the vault's own words. */
export function connectVault(connection: DuckDBConnection): VaultConnection {
  return {
    rows: <Row = VaultRow>(statement: Statement, values?: VaultValues) =>
      prepared(connection, statement, values, async (ready) => {
        const reader = await ready.runAndReadAll();
        const names = reader.columnNames();
        const types = names.map((_, i) => reader.columnTypeId(i));
        return reader.getRowsJS().map((row) => rowOf<Row>(names, types, row));
      }),
    stream: async function* <Row = VaultRow>(statement: Statement, values?: VaultValues) {
      const ready = await prepare(connection, statement, values);
      try {
        const result = await ready.stream();
        const names = result.columnNames();
        const types = names.map((_, i) => result.columnTypeId(i));
        for await (const rows of result.yieldRowsJs()) yield rows.map((row) => rowOf<Row>(names, types, row));
      } finally {
        ready.destroySync();
      }
    },
    run: (statement, values) =>
      prepared(connection, statement, values, async (ready) => (await ready.run()).rowsChanged),
    append: (table, columns, rows) => appendRows(connection, table, columns, rows),
  };
}

function rowOf<Row>(names: readonly string[], types: readonly number[], values: readonly unknown[]): Row {
  return Object.fromEntries(names.map((name, i) => [name, fromDuckdbValue(values[i], types[i] ?? 0)])) as Row;
}

async function prepared<T>(
  connection: DuckDBConnection,
  statement: Statement,
  values: VaultValues | undefined,
  use: (ready: DuckDBPreparedStatement) => Promise<T>,
): Promise<T> {
  const ready = await prepare(connection, statement, values);
  try {
    return await use(ready);
  } finally {
    ready.destroySync();
  }
}

async function prepare(
  connection: DuckDBConnection,
  { name, text, parameters }: Statement,
  values: VaultValues = {},
): Promise<DuckDBPreparedStatement> {
  const unknown = Object.keys(values).filter((key) => !parameters.includes(key));
  const missing = parameters.filter((key) => values[key] === undefined);
  if (unknown.length > 0 || missing.length > 0) {
    throw new RangeError(
      `${name} takes [${parameters.join(', ')}]: missing [${missing.join(', ')}], unknown [${unknown.join(', ')}].`,
    );
  }
  const ready = await connection.prepare(text);
  parameters.forEach((key, i) => bind(ready, i + 1, values[key] ?? null));
  return ready;
}

function bind(ready: DuckDBPreparedStatement, index: number, value: VaultValue): void {
  if (value === null) ready.bindNull(index);
  else if (typeof value === 'string') ready.bindVarchar(index, value);
  else if (typeof value === 'boolean') ready.bindBoolean(index, value);
  else if (typeof value === 'number' && Number.isSafeInteger(value)) ready.bindBigInt(index, BigInt(value));
  else if (typeof value === 'number') ready.bindDouble(index, value);
  else if (value instanceof Date) ready.bindTimestampTZ(index, timestampOf(value));
  else ready.bindList(index, listValue([...value]), LIST(VARCHAR));
}
