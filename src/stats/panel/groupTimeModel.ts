import { solveLower } from '../solveLower.ts';
import { solveLowerTransposed } from '../solveLowerTransposed.ts';

/** What an estimated model gives each row, and what its own error adds to a mean with these derivatives by coefficient. */
export type GroupTimeModel = {
  readonly values: Float64Array;
  readonly influenceOf: (derivatives: readonly number[]) => Float64Array;
};

/** Coefficients times columns, one number a row. */
export function foretell(columns: readonly Float64Array[], coefficients: readonly number[]): Float64Array {
  const values = new Float64Array(columns[0]?.length ?? 0);
  for (const [j, column] of columns.entries())
    for (let i = 0; i < column.length; i++)
      values[i] = (values[i] as number) + (coefficients[j] as number) * (column[i] as number);
  return values;
}

/** A model that gives these values by coefficients whose scores are `errors` x columns and whose information is L L'. */
export function groupTimeModel(
  values: Float64Array,
  columns: readonly Float64Array[],
  errors: Float64Array,
  lower: readonly (readonly number[])[],
): GroupTimeModel {
  return {
    values,
    influenceOf: (derivatives) => {
      const direction = solveLowerTransposed(lower, solveLower(lower, derivatives));
      return foretell(columns, direction).map((value, i) => errors.length * (errors[i] as number) * value);
    },
  };
}

/** The model that says 0 of every row, for sure. */
export function nothing(rows: number): GroupTimeModel {
  const values = new Float64Array(rows);
  return { values, influenceOf: () => values };
}
