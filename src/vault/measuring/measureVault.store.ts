import { hashDefinition } from '../../measures/hashDefinition.ts';
import { measureById } from '../../measures/registry.ts';
import { gradesOfSpan } from '../../vocabulary/grade.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { Vault, VaultConnection } from '../store/vault.ts';
import { type GroupsNotTold, groupsNotTold, type Input, type MissingInput, missingInputs } from './inputs.ts';
import { type RunnableRule, readRules } from './readRules.ts';
import { createSharedViews, type SharedViews } from './sharedViews.store.ts';

const statements = readVaultStatements(import.meta.url, [
  'selectInputs',
  'insertRun',
  'selectRun',
  'endRun',
  'deleteEarlierCounts',
  'deleteEarlierMeasured',
  'insertMeasured',
  'addUp',
  'addUpMeans',
  'addUpRatios',
  'insertPlaces',
  'insertRates',
  'insertRatesOfSpan',
  'insertMeans',
  'insertRatios',
  'dropSlice',
]);

export type MeasuredSlices = { readonly measure: string; readonly year: number; readonly slices: number };
export type NotMeasured = {
  readonly measure: string;
  readonly year: number;
  readonly missing: readonly MissingInput[];
};

/** What came of a run. Measures without rows of theirs in a year are in neither list. */
export type MeasureRun = {
  readonly run: number;
  readonly years: readonly number[];
  readonly measured: readonly MeasuredSlices[];
  readonly notMeasured: readonly NotMeasured[];
  readonly notTold: readonly (GroupsNotTold & { readonly measuredYear: number })[];
};

export type MeasureRequest = {
  /** Of all years that have rows when absent. */
  readonly year?: number;
  /** Every rule when absent. */
  readonly measure?: string;
  /** The clock, asked at the start and at the end of the run. */
  readonly now: () => Date;
  /** Told before each measure: the sentence, and how many of how many are done. */
  readonly progress?: (sentence: string, done: number, of: number) => void;
};

/**
 * Runs the rules over the students and writes their counts, a year at a time and each year in one transaction. A count
 * of an earlier run of the same measure and year is replaced. A rule whose files are not loaded is not run but named.
 * Throws RangeError for a measure that has no rule.
 */
export async function measureVault(
  vault: Pick<Vault, 'rows' | 'run' | 'transaction'>,
  request: MeasureRequest,
): Promise<MeasureRun> {
  const inputs = await vault.rows<Input>(statements.selectInputs);
  const rules = rulesFor(request.measure);
  const years = request.year === undefined ? yearsOf(inputs) : [request.year];
  await vault.run(statements.insertRun, { now: request.now() });
  const [row] = await vault.rows<{ run: number }>(statements.selectRun);
  if (!row) throw new Error('The run that was just begun is not there.');
  const measured: MeasuredSlices[] = [];
  const notMeasured: NotMeasured[] = [];
  const notTold: MeasureRun['notTold'][number][] = [];
  const views = createSharedViews();
  for (const [at, year] of years.entries()) {
    const hidden = groupsNotTold(inputs, year);
    notTold.push(...hidden.map((one) => ({ ...one, measuredYear: year })));
    await vault.transaction(async (connection) => {
      const told = rules.map((rule) => ({ rule, missing: missingInputs(rule.needs, year, inputs) }));
      const run = told.flatMap(({ rule, missing }) => (missing.length === 0 ? [rule.measure] : []));
      await connection.run(statements.deleteEarlierCounts, { measures: run, year });
      await connection.run(statements.deleteEarlierMeasured, { measures: run, year });
      for (const [which, { rule, missing }] of told.entries()) {
        if (missing.length > 0) {
          notMeasured.push({ measure: rule.measure, year, missing });
          continue;
        }
        const done = at * rules.length + which;
        request.progress?.(`${rule.measure} ${year}`, done, years.length * rules.length);
        const slices = await runRule(connection, views, rule, { year, run: row.run, hidden });
        measured.push({ measure: rule.measure, year, slices });
      }
      await connection.run(statements.dropSlice);
      await views.forget(connection, at === years.length - 1);
    });
  }
  await vault.run(statements.endRun, { run: row.run, now: request.now() });
  return { run: row.run, years, measured, notMeasured, notTold };
}

function rulesFor(measure: string | undefined): readonly RunnableRule[] {
  const { rules } = readRules();
  const wanted = measure === undefined ? rules : rules.filter((rule) => rule.measure === measure);
  if (wanted.length === 0) throw new RangeError(`No rule measures ${measure} from student rows.`);
  return wanted;
}

function yearsOf(inputs: readonly Input[]): number[] {
  return [...new Set(inputs.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
}

type RuleRun = {
  readonly year: number;
  readonly run: number;
  readonly hidden: readonly GroupsNotTold[];
};

/** Runs one rule for one year and counts its rows by place, grade and group. Answers the slices written. */
async function runRule(
  connection: VaultConnection,
  views: SharedViews,
  rule: RunnableRule,
  { year, run, hidden }: RuleRun,
): Promise<number> {
  await views.create(connection, rule, year);
  const { addUp, insert } = counting[rule.counts];
  await connection.run(addUp, { hidden: hiddenGroups(rule, hidden) });
  await connection.run(statements.insertPlaces);
  const measured = await insertMeasured(connection, rule, year, run);
  let slices = await connection.run(insert, { measured });
  for (const span of rule.spans) {
    const grades = gradesOfSpan(span);
    slices += await connection.run(statements.insertRatesOfSpan, { measured, span, grades });
  }
  return slices;
}

const counting = {
  rate: { addUp: statements.addUp, insert: statements.insertRates },
  'mean with penalty records': { addUp: statements.addUpMeans, insert: statements.insertMeans },
  ratio: { addUp: statements.addUpRatios, insert: statements.insertRatios },
} as const;

/** The number under which the slices of a measure and year are counted. */
async function insertMeasured(
  connection: VaultConnection,
  { measure, hash }: RunnableRule,
  year: number,
  run: number,
): Promise<number> {
  const definition = hashDefinition(measureById(measure));
  const values = { run, measure, definition, rule: hash, year };
  const [row] = await connection.rows<{ measured: number }>(statements.insertMeasured, values);
  if (!row) throw new Error('The measure that was just begun is not there.');
  return row.measured;
}

/** The groups that a rule cannot tell. */
function hiddenGroups(rule: RunnableRule, notTold: readonly GroupsNotTold[]): readonly string[] {
  const fromTests = !rule.views.includes('groups_between');
  return notTold.filter((one) => !(fromTests && one.toldByTests)).flatMap(({ groups }) => groups);
}
