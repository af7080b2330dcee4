import type { HiddenComponent } from './hiddenComponents.ts';
import type { LinkedTable } from './linkedTable.ts';

/** The possible tables of a component as rows and columns: deviations of its cells that keep every relation. */
export function attackModel(table: LinkedTable, { cells, relations }: HiddenComponent) {
  const places = new Map<number, number>();
  cells.forEach((cell, place) => places.set(cell, place));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const relation of relations) {
    const end = table.relationStarts[relation + 1] as number;
    for (let at = table.relationStarts[relation] as number; at < end; at++) {
      const place = places.get(table.relationCells[at] as number);
      if (place === undefined) continue;
      indices.push(place);
      values.push(table.relationCoefficients[at] as number);
    }
    starts.push(indices.length);
  }
  const [numRows, numCols] = [relations.length, cells.length];
  return {
    numRows,
    numCols,
    colCost: new Float64Array(numCols),
    colLower: Float64Array.from(cells, (cell) => -(table.below[cell] as number)),
    colUpper: Float64Array.from(cells, (cell) => table.above[cell] as number),
    rowLower: new Float64Array(numRows),
    rowUpper: new Float64Array(numRows),
    matrix: { format: 'csr' as const, numRows, numCols, starts, indices, values },
  };
}
