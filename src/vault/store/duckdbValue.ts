import {
  DuckDBDateValue,
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
  if (type.typeId === DuckDBTypeId.DATE) return new DuckDBDateValue(daysOf(value));
  if (type.typeId === DuckDBTypeId.VARCHAR && typeof value === 'string') return value;
  return jsToDuckDBValue(value as never, type);
}

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

/** Days of the texts that were read already: a file holds few dates, many times. */
const knownDays = new Map<string, number>();
const mostKnownDays = 50_000;

/** Days since 1970-01-01. The message never says the text: it may be a birth date. */
function daysOf(date: VaultValue): number {
  const known = typeof date === 'string' ? knownDays.get(date) : undefined;
  if (known !== undefined) return known;
  const days = typeof date === 'string' ? Date.parse(`${date}T00:00:00Z`) / dayInMilliseconds : Number.NaN;
  if (!Number.isInteger(days) || new Date(days * dayInMilliseconds).toISOString().slice(0, 10) !== date) {
    throw new RangeError('A value for a date column is not a day written as 2024-10-02.');
  }
  if (knownDays.size < mostKnownDays) knownDays.set(date, days);
  return days;
}
