import type { Table, TableCell } from '../table.ts';
import type { CountModel } from './countModel.ts';

/** What is said of a count in one attack. A count that readers see is `known` and is no cell of the table. */
export type Said =
  | { readonly seen: 'known' }
  | {
      readonly seen: 'hidden' | 'open';
      readonly value: number;
      readonly lower: number;
      readonly upper: number;
      readonly below: number;
      readonly above: number;
      readonly width: number;
      readonly weight: number;
    };

/** The attacker's table of a model: its cells are the variables in `variables`, in that order. */
export type CountTable = { readonly table: Table; readonly variables: readonly number[] };

/** The most that is asked of each variable's protection. */
export type Limits = { readonly below: Float64Array; readonly above: Float64Array };

/** Makes the table of every variable that `say` answers for; undefined leaves a variable and its own row out. */
export function countTable(
  model: CountModel,
  say: (variable: number) => Said | undefined,
  limits?: Limits,
): CountTable {
  const variables: number[] = [];
  const cells: TableCell[] = [];
  const places = new Int32Array(model.variables.length).fill(-1);
  const absent = new Uint8Array(model.variables.length);
  model.variables.forEach((_, variable) => {
    const said = say(variable);
    if (said === undefined) absent[variable] = 1;
    if (said === undefined || said.seen === 'known') return;
    places[variable] = cells.length;
    variables.push(variable);
    const below = limits?.below[variable] ?? Number.POSITIVE_INFINITY;
    const above = limits?.above[variable] ?? Number.POSITIVE_INFINITY;
    cells.push({
      id: String(variable),
      value: said.value,
      weight: said.weight,
      status: said.seen === 'hidden' ? 'suppressed' : 'safe',
      lower: said.lower,
      upper: said.upper,
      protectLower: Math.min(said.below, below),
      protectUpper: Math.min(said.above, above),
      protectWidth: Math.min(said.width, below + above),
    });
  });
  const relations = model.rows.flatMap(({ terms }) => {
    if (terms.some(([variable]) => absent[variable] === 1)) return [];
    const inside = terms.flatMap(([variable, coefficient]) => {
      const place = places[variable] as number;
      return place >= 0 ? [[place, coefficient] as const] : [];
    });
    // Known counts are numbers: in deviations from the true table they are 0, and so is the right-hand side.
    return inside.length > 0 ? [{ rhs: 0, terms: inside }] : [];
  });
  return { table: { cells, relations, objective: 'weight', integer: false }, variables };
}
