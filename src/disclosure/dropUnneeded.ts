import type { LinkedTable } from './linkedTable.ts';
import {
  isDetermined,
  type LimitStep,
  type MovementLimits,
  movementLimits,
  type Side,
  setLimit,
  takeBack,
  tighten,
} from './movementLimits.ts';
import { isGuarded } from './suppression.ts';

/**
 * Publishes complementary cells again, in the order given, as long as the limits of single relations leave every
 * guarded cell its protection; `hidden` is changed. That sees most of what an attacker does and costs next to
 * nothing; what it overlooks the attack that follows finds. `mayDrop` can refuse a cell. A cell that is known anyway
 * protects nothing and is published too.
 */
export function dropUnneeded(
  table: LinkedTable,
  hidden: Uint8Array,
  order: Iterable<number>,
  mayDrop: (dropped: readonly number[]) => boolean = () => true,
): void {
  const moving = movementLimits(table, hidden);
  for (const cell of order) {
    if (hidden[cell] !== 1 || table.hidden[cell] === 1) continue;
    const first = moving.steps.length;
    const fits = publish(table, hidden, moving, cell);
    const known = new Set([cell]);
    for (let at = first; at < moving.steps.length; at++) known.add((moving.steps[at] as LimitStep).cell);
    const dropped = [...known].filter((one) => table.hidden[one] !== 1 && isDetermined(moving, one));
    if (fits && mayDrop(dropped)) for (const one of dropped) hidden[one] = 0;
    else takeBack(table, moving, first);
  }
}

function publish(table: LinkedTable, hidden: Uint8Array, moving: MovementLimits, cell: number): boolean {
  const waiting: number[] = [];
  for (const side of [0, 1] as const satisfies readonly Side[]) {
    const key = 2 * cell + side;
    const was = moving.limits[key] as number;
    if (was === 0) continue;
    const step = { cell, side, relation: -1, before: moving.latest[key] as number, was };
    moving.latest[key] = moving.steps.push(step) - 1;
    waiting.push(...setLimit(table, moving, cell, side, 0));
  }
  return tighten(table, moving, hidden, waiting, (one) => isWideEnough(table, moving, one));
}

/** Whether the limits of a cell leave room for its protection. */
export function isWideEnough(table: LinkedTable, { limits }: MovementLimits, cell: number): boolean {
  if (table.hidden[cell] !== 1 || !isGuarded(table, cell)) return true;
  const [up, down] = [limits[2 * cell] as number, limits[2 * cell + 1] as number];
  const slack = 1e-7;
  return (
    up + slack >= (table.needAbove[cell] as number) &&
    down + slack >= (table.needBelow[cell] as number) &&
    up + down + slack >= (table.needWidth[cell] as number)
  );
}
