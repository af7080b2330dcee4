import type { Breach } from './breach.ts';
import { valueClass } from './valueClass.ts';

/** A student is known by a ten-digit SSID or, where a file has none, by the district's own id. */
export function studentMustHaveAnId(
  ssid: string | null,
  localId: string | null,
  columns: { readonly ssid: string; readonly localId: string },
): Breach | undefined {
  const breach = { severity: 'error', column: columns.ssid, valueClass: valueClass(ssid ?? '') } as const;
  if (ssid !== null && !/^\d{10}$/.test(ssid)) {
    return {
      ...breach,
      rule: 'ssidMustHaveTenDigits',
      message: 'a state student id has ten digits',
      remedy: 'look for shifted columns, or an id that a spreadsheet rounded or cut',
    };
  }
  if (ssid === null && localId === null) {
    return {
      ...breach,
      rule: 'studentMustHaveAnId',
      message: 'the row names no student: the SSID and the local id are blank',
      remedy: 'export it again with one of the two',
    };
  }
  return undefined;
}
