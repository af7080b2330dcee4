import type { Breach } from '../intake/breach.ts';

/** A file of OneRoster says little without the others: it is loaded with its manifest and all that came with it. */
export const setMustComeWhole: Breach = {
  rule: 'setMustComeWhole',
  severity: 'error',
  column: null,
  valueClass: 'one file of OneRoster',
  message: 'this is one file of a OneRoster set, without the others',
  remedy: 'name the .zip, or the folder that holds manifest.csv and all files of the export',
};
