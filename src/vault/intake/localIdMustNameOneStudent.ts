import type { Breach } from './breach.ts';

/** A local id that stands with one SSID here and with another elsewhere. */
export const localIdMustNameOneStudent: Breach = {
  rule: 'localIdMustNameOneStudent',
  severity: 'note',
  column: null,
  valueClass: 'a local id',
  message: 'the local id stands with another SSID elsewhere; the SSID is believed',
  remedy: 'look whether two students share a local id',
};
