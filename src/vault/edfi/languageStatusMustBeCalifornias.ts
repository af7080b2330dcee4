import type { Breach } from '../intake/breach.ts';

/** A status is one that California counts; Ed-Fi has fewer. */
export const languageStatusMustBeCalifornias: Breach = {
  severity: 'note',
  column: null,
  rule: 'languageStatusMustBeCalifornias',
  valueClass: 'NotLimited',
  message: 'Ed-Fi does not say whether the student is EO, IFEP or RFEP; no status is kept',
  remedy: 'map your own codes of LimitedEnglishProficiency to EO, IFEP, RFEP, or load CALPADS SELA',
};
