import type { LinkedTable } from './linkedTable.ts';

/** 0 up, 1 down. */
export type Side = 0 | 1;

/** A limit that a relation gave a cell, and the limit of that cell and side before it (its place, -1 for none). */
export type LimitStep = {
  readonly cell: number;
  readonly side: Side;
  readonly relation: number;
  readonly before: number;
  readonly was: number;
};

/**
 * How far each cell can move at most, as single relations tell one after the other: a cell moves no further than the
 * others of its relation together make up for. With one unknown cell in a relation that is elimination: it cannot
 * move at all. `limits` holds up and down of cell i at 2i and 2i + 1; what is `large` or more is only counted. The
 * sums of the limits, by relation and side, stand in `sums`, the number of large ones in `larges`.
 */
export type MovementLimits = {
  readonly limits: Float64Array;
  readonly large: number;
  readonly sums: Float64Array;
  readonly larges: Int32Array;
  /** Every tightening since the beginning; `latest` has the last one of each cell and side. */
  readonly steps: LimitStep[];
  readonly latest: Int32Array;
};

const least = 1e-9;

/** The limits under a suppression, tightened until no relation tells more. By default the largest need is large. */
export function movementLimits(
  table: LinkedTable,
  hidden: Uint8Array,
  large = table.largestNeed,
): MovementLimits {
  const limits = new Float64Array(2 * table.cellCount);
  const moving: MovementLimits = {
    limits,
    large,
    sums: new Float64Array(2 * table.relationCount),
    larges: new Int32Array(2 * table.relationCount),
    steps: [],
    latest: new Int32Array(2 * table.cellCount).fill(-1),
  };
  for (let cell = 0; cell < table.cellCount; cell++) {
    if (hidden[cell] !== 1) continue;
    limits[2 * cell] = table.above[cell] as number;
    limits[2 * cell + 1] = table.below[cell] as number;
    for (const side of [0, 1] as const) count(table, moving, cell, side, 1);
  }
  const waiting: number[] = [];
  for (let place = 0; place < moving.larges.length; place++) {
    const [sum, large] = [moving.sums[place] as number, moving.larges[place] as number];
    if (large === 1 || (large === 0 && sum > 0)) waiting.push(place);
  }
  tighten(table, moving, hidden, waiting);
  return moving;
}

/** Where the limit of a cell and side counts in a relation: at 2r when it can raise the sum, 2r + 1 when lower it. */
function placeIn(relation: number, coefficient: number, side: Side): number {
  return 2 * relation + (coefficient > 0 === (side === 0) ? 0 : 1);
}

function count(table: LinkedTable, moving: MovementLimits, cell: number, side: Side, sign: 1 | -1): void {
  const limit = moving.limits[2 * cell + side] as number;
  if (limit === 0) return;
  for (let at = table.cellStarts[cell] as number; at < (table.cellStarts[cell + 1] as number); at++) {
    const coefficient = table.cellCoefficients[at] as number;
    const place = placeIn(table.cellRelations[at] as number, coefficient, side);
    if (limit >= moving.large) moving.larges[place] = (moving.larges[place] as number) + sign;
    else moving.sums[place] = (moving.sums[place] as number) + sign * Math.abs(coefficient) * limit;
  }
}

/** Sets a limit and the sums that it counts in; gives the places that may now tell more. */
export function setLimit(
  table: LinkedTable,
  moving: MovementLimits,
  cell: number,
  side: Side,
  limit: number,
): number[] {
  count(table, moving, cell, side, -1);
  moving.limits[2 * cell + side] = limit;
  count(table, moving, cell, side, 1);
  const places: number[] = [];
  for (let at = table.cellStarts[cell] as number; at < (table.cellStarts[cell + 1] as number); at++) {
    const place = placeIn(table.cellRelations[at] as number, table.cellCoefficients[at] as number, side);
    if ((moving.larges[place] as number) <= 1) places.push(place);
  }
  return places;
}

/**
 * Tightens limits from the places that wait. `watch` sees every new limit and ends it by saying false; then false is
 * given. Each cell and side is tightened some dozens of times at most: limits that shrink for ever stay too wide,
 * which is safe.
 */
export function tighten(
  table: LinkedTable,
  moving: MovementLimits,
  hidden: Uint8Array,
  waiting: number[],
  watch: (cell: number) => boolean = () => true,
): boolean {
  let left = 40 * (table.cellCount + 10);
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const large = moving.larges[place] as number;
    if (large > 1) continue;
    const relation = place >> 1;
    const sum = moving.sums[place] as number;
    for (
      let at = table.relationStarts[relation] as number;
      at < (table.relationStarts[relation + 1] as number);
      at++
    ) {
      const cell = table.relationCells[at] as number;
      if (hidden[cell] !== 1) continue;
      const coefficient = table.relationCoefficients[at] as number;
      // Moves of this side count at `place`; what makes up for them is the cell's other side.
      const own: Side = coefficient > 0 === (place % 2 === 0) ? 0 : 1;
      const other: Side = own === 0 ? 1 : 0;
      const ownLimit = moving.limits[2 * cell + own] as number;
      const isLarge = ownLimit >= moving.large;
      if (large === 1 && !isLarge) continue;
      const rest = isLarge ? sum : sum - Math.abs(coefficient) * ownLimit;
      const limit = rest < least ? 0 : rest / Math.abs(coefficient);
      const was = moving.limits[2 * cell + other] as number;
      if (
        limit >= moving.large ||
        limit > was - least * Math.max(1, was === Number.POSITIVE_INFINITY ? 1 : was)
      )
        continue;
      const key = 2 * cell + other;
      const step = { cell, side: other, relation, before: moving.latest[key] as number, was };
      moving.latest[key] = moving.steps.push(step) - 1;
      waiting.push(...setLimit(table, moving, cell, other, limit));
      if (!watch(cell)) return false;
      if (left-- < 0) return true;
    }
  }
  return true;
}

/** Takes back every step from `first` on. */
export function takeBack(table: LinkedTable, moving: MovementLimits, first: number): void {
  while (moving.steps.length > first) {
    const step = moving.steps.pop() as LimitStep;
    moving.latest[2 * step.cell + step.side] = step.before;
    setLimit(table, moving, step.cell, step.side, step.was);
  }
}

/** Whether a hidden cell is known exactly. */
export function isDetermined({ limits }: MovementLimits, cell: number): boolean {
  return limits[2 * cell] === 0 && limits[2 * cell + 1] === 0;
}
