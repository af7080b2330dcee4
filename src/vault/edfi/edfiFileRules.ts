import type { FileRule } from '../intake/layout.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';

const statements = readVaultStatements(import.meta.url, [
  'selectYearsToldElsewhere',
  'selectSetsThatSayMore',
]);

/** Rules over a set against what other files say. */
export const edfiFileRules: readonly FileRule[] = [
  {
    rule: 'yearMustComeFromOneSource',
    severity: 'error',
    column: null,
    valueClass: 'rows of the same year',
    message:
      'the vault has enrolments, attendance, incidents or courses of this year from another kind of file; they would count twice',
    remedy: 'keep the source you have, or make a vault of its own for Ed-Fi (tandem vault init)',
    statement: statements.selectYearsToldElsewhere,
  },
  {
    rule: 'setMustSayAllThatStands',
    severity: 'error',
    column: null,
    valueClass: 'fewer kinds of records',
    message:
      'the vault has a set of this year with kinds of records that this one lacks; they would be lost or count twice',
    remedy: 'load all interchange files of the export together, or fetch without leaving collections out',
    statement: statements.selectSetsThatSayMore,
  },
];
