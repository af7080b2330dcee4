import type { Breach } from '../intake/breach.ts';
import { valueClass } from '../intake/valueClass.ts';

/** A changed record says when it changed, by which the order of changes is known. */
export function dateLastModifiedMustStand(value: string | undefined, column: string): Breach {
  return {
    rule: 'dateLastModifiedMustStand',
    severity: 'error',
    column,
    valueClass: valueClass(value ?? ''),
    message: 'a changed record has the time of its change',
    remedy: 'it is written as 2025-10-02T14:30:00.000Z; export the set again',
  };
}

/** A time of change in UTC, or undefined; a time without a zone is taken for UTC. */
export function parseModified(text: string | undefined): string | undefined {
  const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s*(Z|[+-]\d\d:?\d\d)?)?$/i.exec(
    text ?? '',
  );
  if (!iso) return undefined;
  const [, day, hour = '00:00', zone = 'Z'] = iso;
  const time = Date.parse(`${day}T${hour}${zone}`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
