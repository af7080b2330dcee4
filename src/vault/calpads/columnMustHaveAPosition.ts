import type { Breach } from '../intake/breach.ts';
import { recordTypes } from './recordFields.ts';

/** A column of a district's own list has a record type, a position, an element, and a year or none. */
export function columnMustHaveAPosition(
  type: string,
  position: string,
  element: string,
  year: string,
): Breach | undefined {
  const isType = recordTypes.some((one) => one === type.replace(/-R$/, ''));
  const isYear = year === '' || /^2[01]\d\d$/.test(year);
  if (isType && isYear && /^[1-9]\d{0,2}$/.test(position) && element !== '') return undefined;
  return {
    rule: 'columnMustHaveAPosition',
    severity: 'error',
    column: !isType ? 'record_type' : isYear ? 'position' : 'school_year',
    valueClass: !isType ? 'no record type' : isYear ? 'no position or no element' : 'no year',
    message:
      'a column has a record type, a position from 1, an element, and the year 2027 for 2026-27 or none',
    remedy: `record types are ${recordTypes.join(' ')}; columns that have no element take the word filler`,
  };
}
