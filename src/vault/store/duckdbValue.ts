import {
  DuckDBDateValue,
  DuckDBDecimalType,
  DuckDBTimestampTZValue,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  jsToDuckDBValue,
} from '@duckdb/node-api';
import type { VaultValue } from './vault.ts';

const dayInMilliseconds = 86_400_000;

/** A value in DuckDB's form for a column of that type. Throws RangeError for a date that is no day of the calendar. */
export function toDuckdbValue(value: VaultValue | undefined, type: DuckDBType): DuckDBValue {
  if (value === null || value === undefined) return null;
  if (type.typeId === DuckDBTypeId.DATE) return dateOf(value);
  if (type.typeId === DuckDBTypeId.VARCHAR && typeof value === 'string') return value;
  if (typeof value === 'boolean' && type.typeId === DuckDBTypeId.BOOLEAN) return value;
  if (typeof value === 'number' && plainNumbers.has(type.typeId)) return value;
  if (typeof value === 'number' && type instanceof DuckDBDecimalType) return decimalOf(value, type);
  return jsToDuckDBValue(value as never, type);
}

const plainNumbers = new Set([DuckDBTypeId.TINYINT, DuckDBTypeId.SMALLINT, DuckDBTypeId.INTEGER]);

export function timestampOf(at: Date): DuckDBTimestampTZValue {
  return new DuckDBTimestampTZValue(BigInt(at.getTime()) * 1000n);
}

/** A value that `getRowsJS` gave, in the form of a VaultRow. */
export function fromDuckdbValue(value: unknown, typeId: number): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) {
      throw new RangeError('A whole number of the vault is larger than a number can hold exactly.');
    }
    return number;
  }
  return typeId === DuckDBTypeId.DATE && value instanceof Date ? value.toISOString().slice(0, 10) : value;
}

/** What was converted already: files hold few different days and numbers, many times. */
const knownDates = new Map<string, DuckDBDateValue>();
const knownDecimals = new Map<string, Map<number, DuckDBValue>>();
const mostKnown = 50_000;

/** The message never says the text: it may be a birth date. */
function dateOf(date: VaultValue): DuckDBDateValue {
  const known = typeof date === 'string' ? knownDates.get(date) : undefined;
  if (known) return known;
  const days = typeof date === 'string' ? Date.parse(`${date}T00:00:00Z`) / dayInMilliseconds : Number.NaN;
  if (!Number.isInteger(days) || new Date(days * dayInMilliseconds).toISOString().slice(0, 10) !== date) {
    throw new RangeError('A value for a date column is not a day written as 2024-10-02.');
  }
  const value = new DuckDBDateValue(days);
  if (knownDates.size < mostKnown) knownDates.set(date, value);
  return value;
}

function decimalOf(number: number, type: DuckDBDecimalType): DuckDBValue {
  const name = type.toString();
  const ofType = knownDecimals.get(name) ?? new Map<number, DuckDBValue>();
  knownDecimals.set(name, ofType);
  const known = ofType.get(number);
  if (known !== undefined) return known;
  const value = jsToDuckDBValue(number, type);
  if (ofType.size < mostKnown) ofType.set(number, value);
  return value;
}
