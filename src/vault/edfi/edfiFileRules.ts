import type { FileRule } from '../intake/layout.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';

const statements = readVaultStatements(import.meta.url, ['selectEnrolledElsewhere']);

/** Rules over a set against what other files say. */
export const edfiFileRules: readonly FileRule[] = [
  {
    rule: 'enrolmentsMustComeFromOneSource',
    severity: 'error',
    column: 'StudentSchoolAssociation',
    valueClass: 'enrolments of the same year',
    message: 'the vault has enrolments of this year from another kind of file; every stay would count twice',
    remedy: 'keep the source you have, or make a vault of its own for Ed-Fi (tandem vault init)',
    statement: statements.selectEnrolledElsewhere,
  },
];
