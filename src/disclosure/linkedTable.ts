import type { Objective, Table } from './table.ts';

/**
 * A table in numbers: cells are columns, relations rows of a sparse matrix, stored both ways (`…Starts` has one entry
 * more than there are rows; row r holds the places from starts[r] to starts[r + 1]). Everything is told as a deviation
 * from the true table: an attacker may move cell i down by `below[i]` and up by `above[i]` (Infinity: without end).
 */
export type LinkedTable = {
  readonly cellCount: number;
  readonly relationCount: number;
  readonly values: Float64Array;
  readonly below: Float64Array;
  readonly above: Float64Array;
  /** What suppressing the cell costs; Infinity for a fixed cell. */
  readonly cost: Float64Array;
  readonly needBelow: Float64Array;
  readonly needAbove: Float64Array;
  readonly needWidth: Float64Array;
  /** The largest of all needs; just above 0 when there is none. */
  readonly largestNeed: number;
  readonly relationStarts: Int32Array;
  readonly relationCells: Int32Array;
  readonly relationCoefficients: Float64Array;
  readonly cellStarts: Int32Array;
  readonly cellRelations: Int32Array;
  readonly cellCoefficients: Float64Array;
  /** 1 for the cells that are hidden whatever happens: sensitive ones and those suppressed before. */
  readonly hidden: Uint8Array;
  /** All values, bounds and coefficients are whole: then so are most of the attacker's tables. */
  readonly whole: boolean;
  /** The attacker knows that cells are whole. */
  readonly integer: boolean;
};

/** The numbers of a table, under its own objective or another one. */
export function linkedTable(table: Table, objective: Objective = table.objective): LinkedTable {
  const { cells, relations } = table;
  const column = (of: (cell: Table['cells'][number]) => number) => Float64Array.from(cells, of);
  const guarded = (of: (cell: Table['cells'][number]) => number) =>
    column((cell) => (cell.status === 'sensitive' || cell.status === 'suppressed' ? of(cell) : 0));
  const costOf = { value: (c: Cost) => Math.abs(c.value), count: () => 1, weight: (c: Cost) => c.weight }[
    objective
  ];
  const rows = incidenceByRelation(table);
  const needs = {
    needBelow: guarded(({ protectLower }) => protectLower),
    needAbove: guarded(({ protectUpper }) => protectUpper),
    needWidth: guarded(({ protectWidth }) => protectWidth),
  };
  return {
    cellCount: cells.length,
    relationCount: relations.length,
    values: column(({ value }) => value),
    below: column(({ value, lower }) => value - lower),
    above: column(({ value, upper }) => upper - value),
    cost: column((cell) => (cell.status === 'fixed' ? Number.POSITIVE_INFINITY : costOf(cell))),
    ...needs,
    largestNeed: Object.values(needs)
      .flatMap((column) => [...column])
      .reduce((most, need) => Math.max(most, need), 1e-9),
    ...rows,
    ...incidenceByCell(rows, cells.length),
    hidden: Uint8Array.from(cells, ({ status }) =>
      status === 'sensitive' || status === 'suppressed' ? 1 : 0,
    ),
    whole:
      cells.every((cell) => isWhole(cell.value) && isWhole(cell.lower) && isWhole(cell.upper)) &&
      rows.relationCoefficients.every(Number.isInteger),
    integer: table.integer,
  };
}

type Cost = { readonly value: number; readonly weight: number };

function isWhole(value: number): boolean {
  return Number.isInteger(value) || Math.abs(value) === Number.POSITIVE_INFINITY;
}

type ByRelation = Pick<LinkedTable, 'relationStarts' | 'relationCells' | 'relationCoefficients'>;

function incidenceByRelation({ relations }: Table): ByRelation {
  const relationStarts = new Int32Array(relations.length + 1);
  relations.forEach(({ terms }, row) => {
    relationStarts[row + 1] = (relationStarts[row] as number) + terms.length;
  });
  const size = relationStarts[relations.length] as number;
  const relationCells = new Int32Array(size);
  const relationCoefficients = new Float64Array(size);
  let at = 0;
  for (const { terms } of relations) {
    for (const [cell, coefficient] of terms) {
      relationCells[at] = cell;
      relationCoefficients[at] = coefficient;
      at++;
    }
  }
  return { relationStarts, relationCells, relationCoefficients };
}

function incidenceByCell(
  { relationStarts, relationCells, relationCoefficients }: ByRelation,
  cellCount: number,
): Pick<LinkedTable, 'cellStarts' | 'cellRelations' | 'cellCoefficients'> {
  const cellStarts = new Int32Array(cellCount + 1);
  for (const cell of relationCells) cellStarts[cell + 1] = (cellStarts[cell + 1] as number) + 1;
  for (let cell = 0; cell < cellCount; cell++)
    cellStarts[cell + 1] = (cellStarts[cell + 1] as number) + (cellStarts[cell] as number);
  const next = cellStarts.slice(0, cellCount);
  const cellRelations = new Int32Array(relationCells.length);
  const cellCoefficients = new Float64Array(relationCells.length);
  for (let row = 0; row + 1 < relationStarts.length; row++) {
    for (let at = relationStarts[row] as number; at < (relationStarts[row + 1] as number); at++) {
      const cell = relationCells[at] as number;
      const place = next[cell] as number;
      next[cell] = place + 1;
      cellRelations[place] = row;
      cellCoefficients[place] = relationCoefficients[at] as number;
    }
  }
  return { cellStarts, cellRelations, cellCoefficients };
}
