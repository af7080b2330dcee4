import type { Breach } from './breach.ts';
import { valueClass } from './valueClass.ts';

/** A grade is one that the state names. */
export function gradeMustBeKnown(column: string, value: string, known: string): Breach {
  return {
    rule: 'gradeMustBeKnown',
    severity: 'error',
    column,
    valueClass: valueClass(value),
    message: 'is no grade',
    remedy: `grades are ${known}; look for shifted columns`,
  };
}
