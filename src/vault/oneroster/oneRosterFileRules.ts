import type { FileRule } from '../intake/layout.ts';
import { setYearMustComeFromOneSource } from '../intake/yearMustComeFromOneSource.ts';

/** Rules over a set against what other files say. */
export const oneRosterFileRules: readonly FileRule[] = [
  setYearMustComeFromOneSource('oneroster', 'OneRoster'),
];
