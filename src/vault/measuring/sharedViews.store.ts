import { namedViews } from '../../measures/rule.ts';
import type { Statement } from '../../vocabulary/sqlStatements.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { VaultConnection } from '../store/vault.ts';
import { type RunnableRule, readRules } from './readRules.ts';

const drops = readVaultStatements(import.meta.url, [
  'dropAcademicContribution',
  'dropAcademicRecord',
  'dropAttendanceInYear',
  'dropCohort',
  'dropCollegeCareerRecord',
  'dropConductInYear',
  'dropFirstHighSchoolStay',
  'dropGraduationCohort',
  'dropGroupsInCohort',
  'dropGroupsInYear',
  'dropGroupsOnCensusDay',
  'dropGroupsOnLastCensusDay',
  'dropLanguageStretch',
  'dropLearnersOnCensusDay',
  'dropLevelLow',
  'dropLongTermLearner',
  'dropReclassified',
  'dropStudentAtPlace',
  'dropStudentGroups',
  'dropStudentInfoStretch',
  'dropContribution',
]);

/** The views that rules share, each made when the first rule needs it. One set is for one connection. */
export type SharedViews = {
  /** Makes the views the rule names for the year, then the rule's own rows: the table contribution. */
  create(connection: VaultConnection, rule: RunnableRule, year: number): Promise<void>;
  /** Drops what was made for a year: its rows lie in memory. With `all`, what was made for all years too. */
  forget(connection: VaultConnection, all: boolean): Promise<void>;
};

const always = ['group_bit', 'student_groups'];
const dropOf = new Map(
  Object.values(drops).map((drop) => [drop.text.slice('drop table if exists temp.'.length), drop]),
);

export function createSharedViews(): SharedViews {
  const { views, viewTexts } = readRules();
  const isOfYear = (name: string, statement: Statement): boolean =>
    [statement, ...namedViews(viewTexts.get(name) ?? '', viewTexts).map((one) => views.get(one))].some(
      (one) => one?.parameters.includes('year'),
    );
  const made = new Map<string, Statement>();
  return {
    create: async (connection, rule, year) => {
      for (const name of [...always, ...rule.views]) {
        const view = views.get(name);
        if (!view) throw new Error(`There is no shared view ${name}.`);
        if (made.has(name)) continue;
        await runForYear(connection, view, year);
        made.set(name, view);
      }
      await runForYear(connection, rule.statement, year);
      made.set('contribution', rule.statement);
    },
    forget: async (connection, all) => {
      for (const [name, statement] of made) {
        if (!all && !isOfYear(name, statement)) continue;
        const drop = dropOf.get(name);
        if (drop) await connection.run(drop);
        made.delete(name);
      }
    },
  };
}

async function runForYear(connection: VaultConnection, statement: Statement, year: number): Promise<void> {
  await connection.run(statement, statement.parameters.includes('year') ? { year } : {});
}
