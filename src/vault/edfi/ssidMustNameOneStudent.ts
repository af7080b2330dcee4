import type { Breach } from '../intake/breach.ts';

/** A student has one SSID, and no two students the same. */
export function ssidMustNameOneStudent(hasTwo: boolean, element: string): Breach {
  return {
    rule: 'ssidMustNameOneStudent',
    severity: 'error',
    column: element,
    valueClass: hasTwo ? 'two codes of the state' : 'a code of another student',
    message: hasTwo ? 'the student has two different SSIDs' : 'another student of the set has the same SSID',
    remedy: 'look in CALPADS whose it is, and correct the other where the record is kept',
  };
}
