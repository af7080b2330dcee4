import type { Table } from '../src/disclosure/table.ts';
import { denseSimplex } from './denseSimplex.ts';

export type Interval = { readonly lower: number; readonly upper: number };

/** What a reader knows of the hidden cells: a relation each, over the hidden cells alone. */
function hiddenSystem({ cells, relations }: Table, hidden: ReadonlySet<number>) {
  const order = [...hidden];
  const place = new Map(order.map((cell, index) => [cell, index]));
  const rows: number[][] = [];
  const rhs: number[] = [];
  for (const relation of relations) {
    const row = Array.from({ length: order.length }, () => 0);
    let right = relation.rhs;
    let touched = false;
    for (const [cell, coefficient] of relation.terms) {
      const at = place.get(cell);
      if (at === undefined) right -= coefficient * (cells[cell]?.value ?? 0);
      else row[at] = coefficient;
      if (at !== undefined) touched = true;
    }
    if (touched) {
      rows.push(row);
      rhs.push(right);
    }
  }
  return { order, place, rows, rhs };
}

/** The exact interval of a hidden cell, worked out without the engine or its solver. Lower bounds must be 0. */
export function independentInterval(table: Table, hidden: ReadonlySet<number>, cell: number): Interval {
  const { order, place, rows, rhs } = hiddenSystem(table, hidden);
  const upper = order.map((one) => table.cells[one]?.upper ?? 0);
  const at = place.get(cell);
  const objective = (sign: number) => order.map((_, index) => (index === at ? sign : 0));
  const most = denseSimplex(rows, rhs, upper, objective(1));
  const least = denseSimplex(rows, rhs, upper, objective(-1));
  if (most === undefined || least === undefined) throw new Error('the true table is not possible');
  return { lower: -least, upper: most };
}

/**
 * The same when cells are known to be whole, by going through every possible table; undefined when there are more than
 * 50,000 to try.
 */
export function wholeIntervals(
  table: Table,
  hidden: ReadonlySet<number>,
): ReadonlyMap<number, Interval> | undefined {
  const { order, rows, rhs } = hiddenSystem(table, hidden);
  const limits = order.map((one) => independentInterval(table, hidden, one));
  const tries = limits.reduce(
    (product, { lower, upper }) => product * (Math.floor(upper) - Math.ceil(lower) + 1),
    1,
  );
  if (!(tries <= 50_000)) return undefined;
  const values = Array.from({ length: order.length }, () => 0);
  const last = rows.map((row) => row.findLastIndex((coefficient) => coefficient !== 0));
  const found = order.map(() => ({ lower: Number.POSITIVE_INFINITY, upper: Number.NEGATIVE_INFINITY }));
  const go = (index: number): void => {
    if (index === order.length) {
      found.forEach((one, at) => {
        one.lower = Math.min(one.lower, values[at] as number);
        one.upper = Math.max(one.upper, values[at] as number);
      });
      return;
    }
    const { lower: from, upper: to } = limits[index] as Interval;
    for (let value = Math.max(0, Math.ceil(from - 1e-6)); value <= Math.floor(to + 1e-6); value++) {
      values[index] = value;
      const holds = rows.every(
        (row, r) =>
          last[r] !== index ||
          Math.abs(
            row.reduce((sum, coefficient, c) => sum + coefficient * (values[c] as number), 0) -
              (rhs[r] as number),
          ) < 1e-6,
      );
      if (holds) go(index + 1);
    }
  };
  go(0);
  return new Map(order.map((one, at) => [one, found[at] as Interval]));
}
