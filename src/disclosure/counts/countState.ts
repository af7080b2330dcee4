import type { DisclosureRules } from '../policies/rulesOfPolicy.ts';
import type { CountModel } from './countModel.ts';

/** Where a variable stands in the tables. */
export type CountRole = {
  readonly table: number;
  readonly slice: number;
  readonly count: 'n' | 'numerator';
};

/** The counts of a model, with what is known and hidden of them so far. `hidden` and `known` hold 0 or 1 by variable. */
export type CountState = {
  readonly model: CountModel;
  /** By table. */
  readonly rules: readonly DisclosureRules[];
  readonly values: Float64Array;
  readonly roles: readonly (readonly CountRole[])[];
  /** Told by an earlier release or in public: no suppression takes it back. */
  readonly known: Uint8Array;
  /** What an earlier release told of a numerator. */
  readonly ranges: ReadonlyMap<number, readonly [least: number, most: number]>;
  readonly hidden: Uint8Array;
};

/** The roles of every variable that is a count of a slice. */
export function countRoles({
  variables,
  tables,
  n,
  numerator,
}: CountModel): readonly (readonly CountRole[])[] {
  const roles: CountRole[][] = variables.map(() => []);
  tables.forEach(({ slices }, table) => {
    slices.forEach((_, slice) => {
      for (const count of ['n', 'numerator'] as const) {
        const variable = (count === 'n' ? n : numerator)[table]?.[slice] as number;
        // A numerator that is its n by definition has no role of its own.
        const isOwn = count === 'n' || variable !== n[table]?.[slice];
        if (variable >= 0 && isOwn) roles[variable]?.push({ table, slice, count });
      }
    });
  });
  return roles;
}

/** Whether a variable is the n of some slice, whatever else it is. */
export function isGroupSize({ roles }: Pick<CountState, 'roles'>, variable: number): boolean {
  return roles[variable]?.some(({ count }) => count === 'n') ?? false;
}

/** Values of all variables from those of the slices: what is left, what changed, and complements. */
export function countValues(
  { model, roles }: Pick<CountState, 'model' | 'roles'>,
  valueOf: (role: CountRole) => number,
): Float64Array {
  const values = new Float64Array(model.variables.length);
  roles.forEach(([role], variable) => {
    if (role) values[variable] = valueOf(role);
  });
  model.variables.forEach((_, variable) => {
    const row = model.rowOf.get(variable);
    if (!row) return;
    let [sum, own] = [-row.rhs, 1];
    for (const [other, coefficient] of row.terms)
      if (other === variable) own = coefficient;
      else sum += coefficient * (values[other] as number);
    values[variable] = -sum / own;
  });
  return values;
}

/** A suppressed slice hides all its counts; a count hidden in one table is hidden in all. True when that hid a size. */
export function hideWhole(state: CountState): boolean {
  const { model, hidden, known } = state;
  let size = false;
  for (let again = true; again; ) {
    again = false;
    model.n.forEach((column, table) => {
      column.forEach((n, slice) => {
        const numerator = model.numerator[table]?.[slice] as number;
        if (numerator < 0 || hidden[n] !== 1 || hidden[numerator] === 1 || known[numerator] === 1) return;
        hidden[numerator] = 1;
        again = true;
        size ||= isGroupSize(state, numerator);
      });
    });
  }
  return size;
}
