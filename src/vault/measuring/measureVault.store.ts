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
  'countContributions',
  'selectGroups',
  'countRate',
  'countRateOfSpan',
  'countMean',
  'countRatio',
]);

/** More rows than this are counted one group at a time: all groups at once would not fit into memory. */
const mostRowsAtOnce = 2_000_000;

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
  readonly mostRowsAtOnce?: number;
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
      for (const [which, rule] of rules.entries()) {
        const missing = missingInputs(rule.needs, year, inputs);
        if (missing.length > 0) {
          notMeasured.push({ measure: rule.measure, year, missing });
          continue;
        }
        const done = at * rules.length + which;
        request.progress?.(`${rule.measure} ${year}`, done, years.length * rules.length);
        const slices = await runRule(connection, views, rule, { ...request, year, run: row.run, hidden });
        measured.push({ measure: rule.measure, year, slices });
      }
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
  readonly mostRowsAtOnce?: number;
};

/** Runs one rule for one year and counts its rows by place, grade and group. Answers the slices written. */
async function runRule(
  connection: VaultConnection,
  views: SharedViews,
  rule: RunnableRule,
  asked: RuleRun,
): Promise<number> {
  const { year, run } = asked;
  await views.create(connection, rule, year);
  await connection.run(statements.deleteEarlierCounts, { measure: rule.measure, year });
  const values = {
    run,
    year,
    measure: rule.measure,
    definition: hashDefinition(measureById(rule.measure)),
    rule: rule.hash,
  };
  let slices = 0;
  for (const groups of await groupsAtOnce(connection, rule, asked)) {
    slices += await connection.run(countStatement[rule.counts], { ...values, groups });
    for (const span of rule.spans) {
      const grades = gradesOfSpan(span);
      slices += await connection.run(statements.countRateOfSpan, { ...values, groups, span, grades });
    }
  }
  return slices;
}

const countStatement = {
  rate: statements.countRate,
  'mean with penalty records': statements.countMean,
  ratio: statements.countRatio,
} as const;

/** Bits of the groups that are counted together: all in one where memory allows, else each alone. */
async function groupsAtOnce(
  connection: VaultConnection,
  rule: RunnableRule,
  asked: RuleRun,
): Promise<readonly number[]> {
  const fromTests = !rule.views.includes('groups_between');
  const hidden = asked.hidden.filter((one) => !(fromTests && one.toldByTests)).flatMap((one) => one.groups);
  const groups = await connection.rows<{ code: string; bit: number }>(statements.selectGroups);
  const bits = groups.filter(({ code }) => !hidden.includes(code)).map(({ bit }) => bit);
  const [rows] = await connection.rows<{ contributions: number }>(statements.countContributions);
  const large = (rows?.contributions ?? 0) > (asked.mostRowsAtOnce ?? mostRowsAtOnce);
  return large ? bits : [bits.reduce((sum, bit) => sum + bit, 0)];
}
