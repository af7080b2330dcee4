import type { FileRule } from '../intake/layout.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';

const statements = readVaultStatements(import.meta.url, ['selectEnrolledByOthers']);

/** Rules over a set against what other files say. */
export const oneRosterFileRules: readonly FileRule[] = [
  {
    rule: 'enrolmentsMustComeFromOneSource',
    severity: 'error',
    column: 'enrollments.csv',
    valueClass: 'enrolments of the same year',
    message: 'the vault has enrolments of this year from another kind of file; every stay would count twice',
    remedy: 'keep the source you have, or make a vault of its own for OneRoster (tandem vault init)',
    statement: statements.selectEnrolledByOthers,
  },
];
