import type { FileRule } from '../intake/layout.ts';
import { setYearMustComeFromOneSource } from '../intake/yearMustComeFromOneSource.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';

const statements = readVaultStatements(import.meta.url, ['selectSetsThatSayMore']);

/** Rules over a set against what other files say. */
export const edfiFileRules: readonly FileRule[] = [
  setYearMustComeFromOneSource('edfi', 'Ed-Fi'),
  {
    rule: 'setMustSayAllThatStands',
    severity: 'error',
    column: null,
    valueClass: 'fewer kinds of records',
    message:
      'the vault has a set of this year with kinds of records that this one lacks; they would be lost or count twice',
    remedy:
      'load all interchange files of the export together, or fetch without leaving collections out; if there are fewer now, take the earlier set out first (tandem vault forget)',
    statement: statements.selectSetsThatSayMore,
  },
];
