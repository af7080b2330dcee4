import type { ReleasedTable } from '../../vocabulary/release.ts';
import { type Audience, rulesOfPolicy } from '../policies/rulesOfPolicy.ts';
import type { Policy } from '../policies/policy.ts';
import { codedRange, numeratorsOf } from './codedRange.ts';
import { countModel, type ModelTable } from './countModel.ts';
import { type CountedSlice, type CountedTable, type Slice, sliceKey } from './countedTable.ts';
import { type CountState, countRoles, countValues, hideWhole } from './countState.ts';
import { isPartOfN, nameOfCount } from './sharedStudents.ts';
import { sliceRelations } from './sliceRelations.ts';

/** A release that has left, with the counts as they stood when it was prepared, hidden ones too. */
export type EarlierRelease = {
  readonly tables: readonly ReleasedTable[];
  readonly counts: readonly CountedTable[];
};

/** A count that everybody can look up: the state's public census counts. */
export type PublicCount = Slice & {
  readonly measure: string;
  readonly schoolYear: number;
  readonly count: 'n' | 'numerator';
};

export type CountQuestion = {
  /** CDS code: the place of the slices of the district as a whole. */
  readonly district: string;
  readonly policy: Policy;
  /** What an agreement asks for; it only ever raises the policy's thresholds. */
  readonly smallestGroup?: number;
  readonly audience?: Audience;
  readonly publicCounts?: readonly PublicCount[];
  /** Slices that an agreement keeps back. */
  readonly withheld?: (measure: string, slice: Slice) => boolean;
};

type Counted = { readonly table: CountedTable; readonly release: number };

/**
 * Parts less whole, from the exact counts; null where somebody is left whom no slice counts: ungraded students, or a
 * numerator outside of n in a group that had nobody. How many is not told.
 */
export function shortfall(
  counted: CountedTable,
  { whole, parts, exact, name }: ReturnType<typeof sliceRelations>[number],
  count: 'n' | 'numerator',
): number | null {
  const of = (slice: number) => counted.slices[slice]?.[count] ?? 0;
  const by = parts.reduce((sum, part) => sum + of(part), -of(whole));
  if (!exact) return Math.max(0, by);
  const isOutside = count === 'numerator' && !isPartOfN(counted.measure);
  return by < 0 && (isOutside || name.startsWith('grades')) ? null : by;
}

/**
 * The counts of some tables of one release and of the same measures and years in earlier ones, with what earlier
 * releases and public counts have told, and with every slice hidden that is too small to be seen.
 */
export function countedState(
  question: CountQuestion,
  tables: readonly CountedTable[],
  earlier: readonly EarlierRelease[],
): CountState {
  const { district, policy } = question;
  const counted: Counted[] = tables.map((table) => ({ table, release: 0 }));
  const shown = new Map<CountedTable, ReleasedTable>();
  earlier.forEach((one, at) => {
    for (const released of one.tables) {
      if (!tables.some((table) => isSameTable(table, released))) continue;
      const table = countedThen(one, released);
      shown.set(table, released);
      counted.push({ table, release: at + 1 });
    }
  });
  const model = countModel(counted.map(({ table, release }) => modelTable(table, release, district)));
  const roles = countRoles(model);
  const valueAt = ({ table, slice, count }: (typeof roles)[number][number]) =>
    counted[table]?.table.slices[slice]?.[count] ?? 0;
  const values = countValues({ model, roles }, valueAt);
  const rules = counted.map(({ table }) => rulesOfPolicy(policy, table.measure, question));
  const known = new Uint8Array(values.length);
  const hidden = new Uint8Array(values.length);
  const ranges = new Map<number, readonly [number, number]>();
  const publicNames = new Set(
    (question.publicCounts ?? []).map((one) => nameOfCount(one.measure, one.schoolYear, one, one.count)),
  );
  const hide = (variable: number) => {
    if (variable >= 0) hidden[variable] = 1;
  };
  counted.forEach(({ table, release }, at) => {
    const cells = new Map(shown.get(table)?.cells.map((cell) => [sliceKey(cell), cell]));
    const own = rules[at] as (typeof rules)[number];
    table.slices.forEach((slice, place) => {
      const n = model.n[at]?.[place] as number;
      const numerator = model.numerator[at]?.[place] as number;
      if (publicNames.has(nameOfCount(table.measure, table.schoolYear, slice, 'n'))) known[n] = 1;
      if (numerator >= 0 && publicNames.has(nameOfCount(table.measure, table.schoolYear, slice, 'numerator')))
        known[numerator] = 1;
      if (release === 0) {
        if (slice.n < own.threshold || question.withheld?.(table.measure, slice)) hide(n);
        else if (numerator !== n && slice.numerator !== null && codedRange(own, slice.n, slice.numerator))
          hide(numerator);
        return;
      }
      const cell = cells.get(sliceKey(slice));
      if (cell?.seen === 'suppressed' || !cell) hideUnlessNow(n);
      else known[n] = 1;
      if (numerator < 0) return;
      if (cell?.seen === 'shown') known[numerator] = 1;
      else hideUnlessNow(numerator);
      if (cell?.seen !== 'coded') return;
      const [least, most] = numeratorsOf(own, slice.n, cell, isPartOfN(table.measure));
      const [low, high] = ranges.get(numerator) ?? [0, Number.POSITIVE_INFINITY];
      ranges.set(numerator, [Math.max(low, least), Math.min(high, most)]);
    });
  });
  function hideUnlessNow(variable: number): void {
    const isNow = roles[variable]?.some(({ table }) => model.tables[table]?.release === 0);
    if (!isNow) hide(variable);
  }
  const state = { model, rules, values, roles, known, ranges, hidden };
  hideWhole(state);
  return state;
}

function isSameTable(one: CountedTable, other: ReleasedTable): boolean {
  return one.measure === other.measure && one.schoolYear === other.schoolYear;
}

/** The counts behind a released table; throws when the account of that release lacks one. */
function countedThen({ counts }: EarlierRelease, released: ReleasedTable): CountedTable {
  const table = counts.find((one) => isSameTable(one, released));
  const slices = new Map(table?.slices.map((slice) => [sliceKey(slice), slice]));
  const found = released.cells.map((cell): CountedSlice => {
    const slice = slices.get(sliceKey(cell));
    if (!slice) throw new RangeError(`the account of an earlier release lacks counts of ${released.measure}`);
    return slice;
  });
  return { ...(table as CountedTable), slices: found };
}

function modelTable(table: CountedTable, release: number, district: string): ModelTable {
  const { measure, schoolYear, counts, slices } = table;
  const name = (at: number, count: 'n' | 'numerator') =>
    nameOfCount(measure, schoolYear, slices[at] as CountedSlice, count);
  return {
    measure,
    schoolYear,
    counts,
    release,
    slices,
    relations: sliceRelations(slices, district),
    nameOf: name,
    keyOf: (at, count) => String(slices[at]?.[count]),
    shortfall: (relation, count) => shortfall(table, relation, count),
  };
}
