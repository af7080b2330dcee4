import type { Breach } from '../intake/breach.ts';
import { valueClass } from '../intake/valueClass.ts';

/** A result or an offence belongs to an incident of the year and school that SINC reports. */
export function incidentMustBeKnown(
  incident: string | null,
  id: number | undefined,
  column: string,
): Breach | undefined {
  if (id !== undefined) return undefined;
  return {
    rule: 'incidentMustBeKnown',
    severity: 'error',
    column,
    valueClass: valueClass(incident ?? ''),
    message: 'no incident of this number is loaded for the school and year',
    remedy: 'load the SINC file first; both files must be of one export',
  };
}
