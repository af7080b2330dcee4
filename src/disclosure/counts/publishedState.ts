import type { ReleasedCell, ReleasedTable } from '../../vocabulary/release.ts';
import { type DisclosureRules, rulesOfPolicy } from '../policies/rulesOfPolicy.ts';
import { numeratorsOf } from './codedRange.ts';
import type { CountQuestion } from './countedState.ts';
import { type CountModel, countModel, type ModelTable } from './countModel.ts';
import { type Slice, sliceKey } from './countedTable.ts';
import { isPartOfN, nameOfCount } from './sharedStudents.ts';
import { sliceRelations } from './sliceRelations.ts';

/** What a release and those before it say of the counts of a model: known ones by value, all others by their bounds. */
export type PublishedState = {
  readonly model: CountModel;
  readonly rules: readonly DisclosureRules[];
  /** By variable; NaN where it is not known. */
  readonly known: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Figures that contradict one another. */
  readonly contradictions: readonly Contradiction[];
};

export type Contradiction = Slice & {
  readonly measure: string;
  readonly schoolYear: number;
  readonly sentence: string;
};

/**
 * What a reader takes a count for that one release prints and another hides: the same number, or one that may be
 * another by now.
 */
export type Assumption = 'unchanged' | 'may have changed';

/** Reads released tables as a reader does who has nothing else. Counts that two releases print alike are one. */
export function publishedState(
  question: CountQuestion,
  tables: readonly ReleasedTable[],
  earlier: readonly (readonly ReleasedTable[])[],
  assumption: Assumption,
): PublishedState {
  const isAsked = (other: ReleasedTable) =>
    tables.some((one) => one.measure === other.measure && one.schoolYear === other.schoolYear);
  const all = [tables, ...earlier.map((one) => one.filter(isAsked))].flatMap((one, release) =>
    one.map((table) => ({ table, release })),
  );
  const shown = new Map<string, Set<number>>();
  const scopeOf = (release: number, name: string) =>
    assumption === 'unchanged' ? name : `${release} ${name}`;
  for (const { table, release } of all)
    for (const cell of table.cells)
      for (const count of ['n', 'numerator'] as const) {
        const value = printed(cell, count);
        const name = scopeOf(release, nameOfCount(table.measure, table.schoolYear, cell, count));
        if (value !== undefined) shown.set(name, (shown.get(name) ?? new Set()).add(value));
      }
  const model = countModel(
    all.map(({ table, release }) =>
      modelTable(
        table,
        release,
        question.district,
        (name) => shown.get(scopeOf(release, name)),
        assumption === 'unchanged' ? 0 : release,
      ),
    ),
  );
  const rules = all.map(({ table }) => rulesOfPolicy(question.policy, table.measure, question));
  const size = model.variables.length;
  const known = new Float64Array(size).fill(Number.NaN);
  const lower = new Float64Array(size);
  const upper = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  model.variables.forEach(({ of }, variable) => {
    if (of === 'change') lower[variable] = Number.NEGATIVE_INFINITY;
  });
  all.forEach(({ table }, at) => {
    table.cells.forEach((cell, slice) => {
      const n = model.n[at]?.[slice] as number;
      const numerator = model.numerator[at]?.[slice] as number;
      lower[n] = Math.max(1, lower[n] as number);
      if (cell.seen === 'suppressed') return;
      known[n] = cell.n;
      if (numerator < 0) return;
      if (cell.seen === 'shown' && cell.numerator !== null) known[numerator] = cell.numerator;
      if (cell.seen !== 'coded') return;
      const [least, most] = numeratorsOf(
        rules[at] as DisclosureRules,
        cell.n,
        cell,
        isPartOfN(table.measure),
      );
      lower[numerator] = Math.max(lower[numerator] as number, least);
      upper[numerator] = Math.min(upper[numerator] as number, most);
    });
  });
  const state = { model, rules, known, lower, upper };
  return { ...state, contradictions: workOut(state) };
}

function printed(cell: ReleasedCell, count: 'n' | 'numerator'): number | undefined {
  if (cell.seen === 'suppressed') return undefined;
  if (count === 'n') return cell.n;
  return cell.seen === 'shown' ? (cell.numerator ?? undefined) : undefined;
}

/** Rows with one unknown say what it is; those without must add up. */
function workOut({ model, known, lower, upper }: Omit<PublishedState, 'contradictions'>): Contradiction[] {
  const contradictions: Contradiction[] = [];
  const say = (variable: number, sentence: string) => {
    const one = model.variables[variable];
    const table = model.tables[one?.table ?? -1];
    const slice = table?.slices[one?.slice ?? -1];
    if (!table || !slice) throw new RangeError(`there is no variable ${variable}`);
    const { place, grade, group } = slice;
    const { measure, schoolYear } = table;
    contradictions.push({ measure, schoolYear, place, grade, group, sentence });
  };
  for (const [defined, { rhs, terms }] of model.rowOf) {
    let [sum, own] = [rhs, 1];
    for (const [variable, coefficient] of terms)
      if (variable === defined) own = coefficient;
      else sum -= coefficient * (known[variable] as number);
    const value = sum / own;
    if (Number.isNaN(value)) continue;
    known[defined] = value;
    if (value < (lower[defined] as number) || value > (upper[defined] as number))
      say(defined, 'its parts are more than the whole');
  }
  for (const { rhs, terms } of model.rows) {
    const sum = terms.reduce((left, [variable, by]) => left - by * (known[variable] as number), rhs);
    if (Number.isNaN(sum) || sum === 0) continue;
    say(terms[0]?.[0] ?? -1, 'its parts do not add up to it');
  }
  return contradictions;
}

function modelTable(
  { measure, schoolYear, counts, cells, discrepancies }: ReleasedTable,
  release: number,
  district: string,
  shown: (name: string) => ReadonlySet<number> | undefined,
  scope: number,
): ModelTable {
  const told = new Map(
    discrepancies.map((one) => [`${one.relation}|${sliceKey(one)}|${one.count}`, one.by] as const),
  );
  const nameOf = (slice: number, count: 'n' | 'numerator') =>
    nameOfCount(measure, schoolYear, cells[slice] as ReleasedCell, count);
  return {
    measure,
    schoolYear,
    counts,
    release,
    slices: cells,
    relations: sliceRelations(cells, district),
    nameOf,
    keyOf: (slice, count) => {
      const values = shown(nameOf(slice, count));
      const own = printed(cells[slice] as ReleasedCell, count);
      const only = values?.size === 1 ? [...values][0] : undefined;
      return String(own ?? only ?? `hidden in ${scope}`);
    },
    shortfall: ({ name, whole }, count) => {
      const by = told.get(`${name}|${sliceKey(cells[whole] as ReleasedCell)}|${count}`);
      return by === undefined ? 0 : by;
    },
  };
}
