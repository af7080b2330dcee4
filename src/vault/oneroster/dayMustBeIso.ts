import type { Breach } from '../intake/breach.ts';
import { parseDay } from '../intake/parseDay.ts';
import { valueClass } from '../intake/valueClass.ts';

/** A day is written as 2025-10-02. Another way of writing it is read where it means one day, with a note. */
export function dayMustBeIso(
  value: string,
  column: string,
): { readonly day: string | null; readonly breach?: Breach } {
  const day = parseDay(value);
  const breach = { column, valueClass: valueClass(value), remedy: 'OneRoster writes a day as 2025-10-02' };
  if (day === undefined)
    return {
      day: null,
      breach: { ...breach, rule: 'dateMustBeADay', severity: 'error', message: 'is no day of the calendar' },
    };
  if (day === value) return { day };
  const message = 'the day is not written as OneRoster writes it; it is read with the month first';
  return { day, breach: { ...breach, rule: 'dayMustBeIso', severity: 'note', message } };
}
