import type { Breach } from '../intake/breach.ts';

/** Students are linked with the state's own files by the SSID; without it by the local id alone. */
export function stateIdMustBeGiven(without: number, all: number, element: string): Breach {
  return {
    rule: 'stateIdMustBeGiven',
    severity: 'note',
    column: element,
    valueClass: 'no identification code of the state',
    message: `${without} of ${all} students have no SSID and are linked by their local id alone`,
    remedy: 'give the SSID as StudentIdentificationCode of the system State, if the source has it',
  };
}
