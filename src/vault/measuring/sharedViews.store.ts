import type { Statement } from '../../vocabulary/sqlStatements.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { VaultConnection } from '../store/vault.ts';
import { type RunnableRule, readRules } from './readRules.ts';

const drops = readVaultStatements(import.meta.url, [
  'dropLanguageStretch',
  'dropStudentInfoStretch',
  'dropReclassified',
  'dropFirstHighSchoolStay',
]);

/** The views that rules share, each made when the first rule needs it. One set is for one connection. */
export type SharedViews = {
  /** Makes the views the rule names for the year, then the rule's own rows: the table contribution. */
  create(connection: VaultConnection, rule: RunnableRule, year: number): Promise<void>;
  /** Empties what was made for a year: its rows lie in memory. */
  forgetYear(connection: VaultConnection): Promise<void>;
  /** Drops what was made for all years. */
  forget(connection: VaultConnection): Promise<void>;
};

/** A year before all records: a view of it has no rows. */
const beforeAll = 1000;
const always = ['group_bit', 'student_groups'];

export function createSharedViews(): SharedViews {
  const { views } = readRules();
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
    forgetYear: async (connection) => {
      for (const [name, statement] of made) {
        if (!statement.parameters.includes('year')) continue;
        await runForYear(connection, statement, beforeAll);
        made.delete(name);
      }
    },
    forget: async (connection) => {
      for (const drop of Object.values(drops)) await connection.run(drop);
      made.clear();
    },
  };
}

async function runForYear(connection: VaultConnection, statement: Statement, year: number): Promise<void> {
  await connection.run(statement, statement.parameters.includes('year') ? { year } : {});
}
