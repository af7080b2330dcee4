import type { LinkedTable } from './linkedTable.ts';
import type { LimitStep, MovementLimits, Side } from './movementLimits.ts';

/**
 * The multipliers, by relation, that prove the limit of a cell: the steps that led to it, followed back. Each step
 * replaces a cell by the others of its relation, whose limits are those of the time before it.
 */
export function limitMultipliers(
  table: LinkedTable,
  { steps, latest }: MovementLimits,
  cell: number,
  side: Side,
): ReadonlyMap<number, number> {
  const multipliers = new Map<number, number>();
  const amounts = new Map<number, number>();
  const waiting: number[] = [];
  const follow = (one: number, amount: number, time: number) => {
    let step = latest[2 * one + (amount > 0 ? 0 : 1)] as number;
    while (step >= time) step = (steps[step] as LimitStep).before;
    if (step < 0) return;
    if (!amounts.has(step)) waiting.push(step);
    amounts.set(step, (amounts.get(step) ?? 0) + amount);
  };
  follow(cell, side === 0 ? 1 : -1, steps.length);
  while (waiting.length > 0) {
    const at = waiting.reduce(
      (last, _, index) => ((waiting[index] as number) > (waiting[last] as number) ? index : last),
      0,
    );
    const step = waiting.splice(at, 1)[0] as number;
    const amount = amounts.get(step) as number;
    const { cell: current, relation } = steps[step] as LimitStep;
    if (amount === 0) continue;
    const end = table.relationStarts[relation + 1] as number;
    let own = 0;
    for (let place = table.relationStarts[relation] as number; place < end; place++)
      if (table.relationCells[place] === current) own = table.relationCoefficients[place] as number;
    const factor = amount / own;
    multipliers.set(relation, (multipliers.get(relation) ?? 0) - factor);
    for (let place = table.relationStarts[relation] as number; place < end; place++) {
      const other = table.relationCells[place] as number;
      if (other !== current) follow(other, -factor * (table.relationCoefficients[place] as number), step);
    }
  }
  return multipliers;
}
