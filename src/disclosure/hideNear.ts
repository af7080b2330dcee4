import { lackingNeed, type Proof } from './proof.ts';
import { proveByRings, type RingProofOptions } from './proveByRings.ts';
import { reachInFull } from './reachInFull.ts';
import { ringSearch } from './ringSearch.ts';
import { mostTimes, type Search } from './search.ts';
import type { Witness } from './witness.ts';

type Round = RingProofOptions & {
  /** Programs over the cells that are near, instead of rings. */
  readonly inFull?: boolean;
  /** Ended at that share of the time. */
  readonly until?: number;
};

const ringNodes = 150;
const usual: readonly Round[] = [
  { nodes: ringNodes, haste: 1 },
  { nodes: ringNodes, haste: 8 },
];
const hurried: readonly Round[] = [
  { nodes: ringNodes, haste: 1, until: 0.85 },
  { inFull: true, until: 0.95 },
];
/** Dearer from round to round, in the end by far: then most of what lacks is proved in seconds. */
const late: readonly Round[] = [
  { nodes: ringNodes, haste: 1, until: 1.2 },
  { nodes: ringNodes, haste: 8, until: 1.4 },
  { nodes: ringNodes, haste: 64 },
  { inFull: true, until: 1.6 },
  { nodes: ringNodes, haste: 4096 },
  { nodes: 500, haste: 64, until: 4 },
  { inFull: true },
];

/**
 * Hides what is near to cells that lack something and proves them, cheap first; gives what it hid. `isLate`: whatever
 * it costs.
 */
export function hideNear(
  { solver, table, witnesses, stop, isPast, secondsTo }: Search,
  hidden: Uint8Array,
  proof: Proof,
  lacking: readonly number[],
  isLate = false,
): number[] {
  const added: number[] = [];
  if (lacking.length === 0) return added;
  const rings = ringSearch(table, hidden);
  const found = ({ cells }: Witness) => {
    for (const cell of cells) {
      if (hidden[cell] === 1) continue;
      hidden[cell] = 1;
      rings.hide(cell);
      added.push(cell);
    }
  };
  const programs = {
    reach: (cell: number, amount: number) =>
      reachInFull(solver, table, hidden, cell, amount, secondsTo?.(mostTimes)),
  };
  for (const { inFull, until, ...options } of isLate ? late : isPast ? hurried : usual) {
    const left = lacking.filter((cell) => lackingNeed(table, proof, cell) !== undefined);
    const search = inFull ? programs : rings;
    const isOver = () => (until !== undefined && isPast ? isPast(until) : stop());
    witnesses.push(
      ...proveByRings(table, hidden, proof, left, { ...options, search, mayHide: true, found, stop: isOver }),
    );
  }
  return added;
}
