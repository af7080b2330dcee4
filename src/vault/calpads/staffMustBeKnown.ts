import type { Breach } from '../intake/breach.ts';
import { valueClass } from '../intake/valueClass.ts';

/** Whoever has a job stands in an SDEM file. */
export function staffMustBeKnown(id: string, isNew: boolean, column: string): Breach | undefined {
  if (!isNew) return undefined;
  return {
    rule: 'staffMustBeKnown',
    severity: 'note',
    column,
    valueClass: valueClass(id),
    message: 'no SDEM file names this member of staff',
    remedy: 'load the SDEM file first',
  };
}
