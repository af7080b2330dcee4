import type { CountsKind, Slice } from './countedTable.ts';
import { isPartOfN } from './sharedStudents.ts';
import type { SliceRelation } from './sliceRelations.ts';

/** A table as a model needs it. */
export type ModelTable = {
  readonly measure: string;
  readonly schoolYear: number;
  readonly counts: CountsKind;
  /** 0 is the release in question, 1 … are earlier ones. */
  readonly release: number;
  readonly slices: readonly Slice[];
  readonly relations: readonly SliceRelation[];
  /** Names a count of a slice: counts of one name are about the same students. */
  readonly nameOf: (slice: number, count: 'n' | 'numerator') => string;
  /** Tells counts of one name apart: those of one name and key are the same number. */
  readonly keyOf: (slice: number, count: 'n' | 'numerator') => string;
  /** Parts less whole; null when somebody of unknown number is left. */
  readonly shortfall: (relation: SliceRelation, count: 'n' | 'numerator') => number | null;
};

/** A number that an attacker may want. `table` and `slice` are the first that it stands for. */
export type CountVariable = {
  readonly table: number;
  readonly slice: number;
  readonly count: 'n' | 'numerator' | 'complement';
  /** `slice`: a count of the slice. `left`: of those whom a relation leaves of it. `change`: since an earlier release. */
  readonly of: 'slice' | 'left' | 'change';
  readonly relation: string | null;
  /** The n that it is divided by; -1 for an n. */
  readonly n: number;
  /** False for a numerator that counts others than those of its n, and so has no complement. */
  readonly isPart: boolean;
};

export type ModelRow = {
  readonly rhs: number;
  readonly terms: readonly (readonly [variable: number, coefficient: number])[];
};

/** Every count of some tables and how they add up, without a value. */
export type CountModel = {
  readonly tables: readonly ModelTable[];
  readonly variables: readonly CountVariable[];
  /** By table and slice; -1 where there is none. */
  readonly n: readonly Int32Array[];
  readonly numerator: readonly Int32Array[];
  readonly rows: readonly ModelRow[];
  /** The row that says what is left, what changed, or what the complement of a numerator is. */
  readonly rowOf: ReadonlyMap<number, ModelRow>;
};

/**
 * The model of tables that are protected or attacked together: n and numerator of every slice, complements, what
 * inexact relations leave over, and what changed since an earlier release. A row says that the sum of coefficient x
 * variable is `rhs`.
 */
export function countModel(tables: readonly ModelTable[]): CountModel {
  const variables: CountVariable[] = [];
  const rows: ModelRow[] = [];
  const rowOf = new Map<number, ModelRow>();
  const seen = new Map<string, number>();
  const once = (key: string, create: () => number): number => {
    const known = seen.get(key);
    if (known !== undefined) return known;
    const made = create();
    seen.set(key, made);
    return made;
  };
  const variable = (one: CountVariable) => variables.push(one) - 1;
  const addRow = (row: ModelRow, defined?: number) => {
    rows.push(row);
    if (defined !== undefined) rowOf.set(defined, row);
  };
  /** Who of n is not in the numerator: a numerator may be part of several, and an n elsewhere. */
  const split = (numerator: number, of: Pick<CountVariable, 'table' | 'slice' | 'of' | 'relation' | 'n'>) =>
    once(`rest of ${of.n} beside ${numerator}`, () => {
      const rest = variable({ ...of, count: 'complement', isPart: true });
      addRow({ rhs: 0, terms: [[numerator, 1] as const, [rest, 1] as const, [of.n, -1] as const] }, rest);
      return rest;
    });
  const columns = (count: 'n' | 'numerator', n: readonly Int32Array[]) =>
    tables.map(({ measure, counts, slices, nameOf, keyOf }, table) =>
      Int32Array.from(slices, (_, slice) => {
        if (count === 'numerator' && counts !== 'rate') return -1;
        const whole = count === 'numerator' ? (n[table]?.[slice] as number) : -1;
        const isPart = isPartOfN(measure);
        return once(`${nameOf(slice, count)}=${keyOf(slice, count)}`, () =>
          variable({ table, slice, count, of: 'slice', relation: null, n: whole, isPart }),
        );
      }),
    );
  const n = columns('n', []);
  const numerator = columns('numerator', n);
  const isWhole = (table: number) => (slice: number) => numerator[table]?.[slice] === n[table]?.[slice];
  numerator.forEach((column, table) => {
    if (!isPartOfN(tables[table]?.measure ?? '')) return;
    column.forEach((one, slice) => {
      const whole = n[table]?.[slice] as number;
      if (one >= 0 && one !== whole) split(one, { table, slice, of: 'slice', relation: null, n: whole });
    });
  });
  tables.forEach((one, table) => {
    for (const relation of one.relations) {
      let whole = -1;
      for (const count of one.counts === 'rate' ? (['n', 'numerator'] as const) : (['n'] as const)) {
        const of = (count === 'n' ? n : numerator)[table] as Int32Array;
        const by = one.shortfall(relation, count);
        const coordinates = { table, slice: relation.whole, relation: relation.name };
        const terms = summedTerms([
          [of[relation.whole] as number, -1],
          ...relation.parts.map((part) => [of[part] as number, 1] as const),
        ]);
        // What counts everybody of n by definition says nothing that n does not.
        const isOwn = count === 'numerator' && [relation.whole, ...relation.parts].every(isWhole(table));
        if (isOwn) continue;
        const isExact = relation.exact && by !== null;
        const key = `${isExact} ${by} ${whole} ${terms.map(([variable]) => variable).join(' ')}`;
        const left = once(key, () => {
          if (terms.length === 0) return -1;
          if (isExact) {
            addRow({ rhs: by, terms });
            return -1;
          }
          const isPart = isPartOfN(one.measure);
          const made = variable({ ...coordinates, count, of: 'left', n: whole, isPart });
          addRow({ rhs: by ?? 0, terms: [...terms, [made, 1] as const] }, made);
          return made;
        });
        if (count === 'n') whole = left;
        else if (left >= 0 && whole >= 0 && isPartOfN(one.measure))
          split(left, { ...coordinates, of: 'left', n: whole });
      }
    }
  });
  for (const [now, before] of changes(tables, { n, numerator }))
    once(`change ${now} ${before}`, () => {
      const made = variable({ ...(variables[now] as CountVariable), of: 'change', n: -1 });
      addRow({ rhs: 0, terms: [[now, 1] as const, [before, -1] as const, [made, -1] as const] }, made);
      return made;
    });
  return { tables, variables, n, numerator, rows, rowOf };
}

/** A count may stand for several slices of a relation: a group that is everybody leaves nobody. */
function summedTerms(terms: ModelRow['terms']): ModelRow['terms'] {
  const sums = new Map<number, number>();
  for (const [variable, coefficient] of terms) sums.set(variable, (sums.get(variable) ?? 0) + coefficient);
  return [...sums].filter(([, coefficient]) => coefficient !== 0);
}

/** Counts of one name in this release and in an earlier one that are not the same number. */
function changes(
  tables: readonly ModelTable[],
  columns: Pick<CountModel, 'n' | 'numerator'>,
): readonly (readonly [now: number, before: number])[] {
  const now = new Map<string, number>();
  const found: (readonly [number, number])[] = [];
  for (const isNow of [true, false])
    tables.forEach(({ release, slices, nameOf }, table) => {
      if ((release === 0) !== isNow) return;
      for (const count of ['n', 'numerator'] as const)
        slices.forEach((_, slice) => {
          const variable = columns[count][table]?.[slice] as number;
          if (variable < 0) return;
          const name = nameOf(slice, count);
          const other = now.get(name);
          if (isNow) now.set(name, variable);
          else if (other !== undefined && other !== variable) found.push([other, variable]);
        });
    });
  return found;
}
