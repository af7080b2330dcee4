import type { Statement } from '../../vocabulary/sqlStatements.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { VaultConnection } from '../store/vault.ts';
import type { Breach } from './breach.ts';
import type { FactTable } from './factColumns.ts';
import { type FileDifference, removeFacts, selectDifference } from './factTables.store.ts';
import type { FileRule } from './layout.ts';

const statements = readVaultStatements(import.meta.url, [
  'selectSets',
  'yieldStudentInfo',
  'yieldLanguageStatus',
  'yieldProgramme',
  'selectYearsToldElsewhere',
]);

type Told = { readonly words: string; readonly tables: readonly FactTable[]; readonly remedy?: string };

/** What each CALPADS file says whole of its year, by layout, and where a set of OneRoster or Ed-Fi says it too. */
const toldByCalpads: Readonly<Record<string, Told>> = {
  calpads_senr: { words: 'enrolments', tables: ['enrolment'] },
  calpads_sinf: { words: 'student information', tables: ['student_info'] },
  calpads_sela: { words: 'language status', tables: ['language_status'] },
  calpads_sprg: { words: 'programmes', tables: ['programme'] },
  calpads_stas: { words: 'attendance', tables: ['attendance'] },
  calpads_sinc: {
    words: 'incidents with their results',
    tables: ['incident', 'incident_student', 'offence'],
    remedy: 'load SIRS and SOFF of the same export, or nobody is suspended',
  },
  calpads_sirs: { words: 'results of incidents', tables: ['incident_student'] },
  calpads_soff: { words: 'offences', tables: ['offence'] },
  calpads_scsc: { words: 'courses', tables: ['student_course'] },
};

const yielding: readonly (readonly [words: string, file: string, statement: Statement])[] = [
  ['student information', 'SINF', statements.yieldStudentInfo],
  ['language status', 'SELA', statements.yieldLanguageStatus],
  ['programmes', 'SPRG', statements.yieldProgramme],
];

const rule = 'yearMustComeFromOneSource';

/** What a CALPADS file took out of a set of another source. */
export type TakenFromSet = { readonly file: string; readonly difference: FileDifference };

/**
 * CALPADS is the state's record: what a CALPADS file says of a year takes the place of what a set of OneRoster or Ed-Fi said
 * of it, in the transaction that loads the file; the set keeps the rest. Answers what each set lost, and says it in a note.
 */
export async function takeFromSets(
  connection: VaultConnection,
  file: number,
  layout: string,
  year: number,
  say: (breach: Breach, line: null) => void,
): Promise<TakenFromSet[]> {
  const told = toldByCalpads[layout];
  if (!told) return [];
  const sets = await connection.rows<{ file_id: number; name: string }>(statements.selectSets, { year });
  const taken: TakenFromSet[] = [];
  for (const { file_id, name } of sets) {
    const difference = await selectDifference(connection, file_id, file, told.tables);
    if ((await removeFacts(connection, file_id, told.tables)) === 0) continue;
    taken.push({ file: `${name} (its ${told.words})`, difference });
    say(
      {
        rule,
        severity: 'note',
        column: null,
        valueClass: `${told.words} of the same year`,
        message: `${name} had told the ${told.words} of this year; those of CALPADS, the state’s record, stand in their place`,
        remedy:
          told.remedy ??
          'look at how many rows are gone and changed; it is as it should be when this file is whole',
      },
      null,
    );
  }
  return taken;
}

/**
 * A set leaves out what SINF, SELA and SPRG of its year say: they hold from a day on and would mix. What counts by the year
 * is refused by `setYearMustComeFromOneSource`.
 */
export async function yieldToCalpads(
  connection: VaultConnection,
  file: number,
  layout: string,
  year: number,
  say: (breach: Breach, line: null) => void,
): Promise<void> {
  if (layout !== 'oneroster' && !layout.startsWith('edfi ')) return;
  for (const [words, type, statement] of yielding) {
    if ((await connection.run(statement, { file, year })) === 0) continue;
    say(
      {
        rule,
        severity: 'note',
        column: null,
        valueClass: `${words} of the same year`,
        message: `the ${words} of this year stands by ${type}, the state’s record; what the set says of it is left out`,
        remedy: `leave it so; or take the ${type} file out (tandem vault forget) and load the set again`,
      },
      null,
    );
  }
}

/** A set that tells enrolments, attendance, incidents or courses of a year which another source has told is refused. */
export function setYearMustComeFromOneSource(source: 'edfi' | 'oneroster', title: string): FileRule {
  return {
    rule,
    severity: 'error',
    column: null,
    valueClass: 'rows of the same year',
    message:
      'the vault has enrolments, attendance, incidents or courses of this year from another kind of file; they would count twice',
    remedy: `keep the source you have, or take its files of this year out (tandem vault forget) and load the ${title} set again`,
    statement: statements.selectYearsToldElsewhere,
    values: { source },
  };
}
