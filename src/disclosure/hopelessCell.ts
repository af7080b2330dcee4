import type { BrokenExposure } from './attackSuppression.ts';
import { isHopeless } from './capacityConstraint.ts';
import type { LinkedTable } from './linkedTable.ts';
import type { Need, Proof } from './proof.ts';

/** A cell that nothing that may be hidden gives what it needs; `most` is the most that it can be given. */
export type HopelessCell = {
  readonly ok: false;
  readonly cell: number;
  readonly need: Need;
  readonly most: number;
};

/**
 * The cell of an exposure if its constraint cannot be met. The coefficients then are what every cell adds that may be
 * hidden, so what lacks is known; where no cell may be hidden, all it can be given is what is proved.
 */
export function hopelessCell(
  table: LinkedTable,
  proof: Proof,
  { cell, need, constraint }: BrokenExposure,
): HopelessCell | undefined {
  if (!isHopeless(constraint)) return undefined;
  const shown = {
    below: proof.below[cell] as number,
    above: proof.above[cell] as number,
    width: (proof.below[cell] as number) + (proof.above[cell] as number),
  }[need];
  const asked = { below: table.needBelow, above: table.needAbove, width: table.needWidth }[need][
    cell
  ] as number;
  const lacks = constraint.coefficients.reduce((left, one) => left - one, constraint.rhs);
  const most = constraint.cells.length === 0 && constraint.rhs === 1 ? shown : asked - lacks;
  return { ok: false, cell, need, most: Math.max(0, shown, most) };
}
