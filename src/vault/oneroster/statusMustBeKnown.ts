import type { Breach } from '../intake/breach.ts';
import { valueClass } from '../intake/valueClass.ts';

/**
 * A record is active or to be deleted; in changes it must say which. `inactive` was a word of OneRoster 1.0 that exports of
 * later versions still use: the record no longer counts.
 */
export function statusMustBeKnown(
  status: string | undefined,
  isDelta: boolean,
  column: string,
): { readonly active: boolean; readonly breach?: Breach } {
  const word = status?.toLowerCase();
  if (word === 'active' || word === 'tobedeleted') return { active: word === 'active' };
  if (word === undefined && !isDelta) return { active: true };
  const breach = { rule: 'statusMustBeKnown', column, valueClass: valueClass(status ?? '') } as const;
  if (word === 'inactive') {
    const message = 'inactive is a word of OneRoster 1.0; the record is read as deleted';
    const remedy = 'nothing, when the student or class is gone; else correct it where the record is kept';
    return { active: false, breach: { ...breach, severity: 'note', message, remedy } };
  }
  const message = 'the status of a changed record is active or tobedeleted';
  const remedy = 'look for shifted columns; export the set again';
  return { active: true, breach: { ...breach, severity: 'error', message, remedy } };
}
