import { addWitness, lackingNeed, type Proof } from './proof.ts';
import type { LinkedTable } from './linkedTable.ts';
import { type RingOptions, type RingSearch, ringSearch } from './ringSearch.ts';
import { checkedMoves, type Witness } from './witness.ts';

export type RingProofOptions = Partial<RingOptions> & {
  /** How a witness is looked for; by rings when it is not given. */
  readonly search?: Pick<RingSearch, 'reach'>;
  /** Hears of each witness. */
  readonly found?: (witness: Witness) => void;
  /** Gives up at the first cell that cannot be proved. */
  readonly allOrNone?: boolean;
  /** Asked between cells. */
  readonly stop?: () => boolean;
};

const usualNodes = 80;

/**
 * Looks for witnesses of cells that `proof` does not show protected, without a linear program. Every one is checked and
 * taken into `proof`; what is not found may still be possible. With `mayHide` cells may be moved that are not hidden:
 * whoever asks hides what the witness moves.
 */
export function proveByRings(
  table: LinkedTable,
  hidden: Uint8Array,
  proof: Proof,
  cells: Iterable<number>,
  {
    nodes = usualNodes,
    mayHide = false,
    haste = 1,
    search = ringSearch(table, hidden),
    allOrNone = false,
    stop = () => false,
    found = () => {},
  }: RingProofOptions = {},
): Witness[] {
  const witnesses: Witness[] = [];
  for (const cell of cells) {
    if (stop()) break;
    for (const side of ['below', 'above'] as const) {
      const need = lackingNeed(table, proof, cell);
      if (need === undefined) break;
      if (need !== side && need !== 'width') continue;
      const amount = lackingAmount(table, proof, cell, need, side);
      const ring = search.reach(cell, side === 'above' ? amount : -amount, { nodes, mayHide, haste });
      const witness = ring && checkedMoves(table, ring.cells, ring.deviations);
      if (!witness) continue;
      witnesses.push(witness);
      addWitness(table, proof, witness);
      found(witness);
    }
    if (allOrNone && lackingNeed(table, proof, cell) !== undefined) break;
  }
  return witnesses;
}

function lackingAmount(
  table: LinkedTable,
  proof: Proof,
  cell: number,
  need: 'below' | 'above' | 'width',
  side: 'below' | 'above',
): number {
  const other = side === 'above' ? proof.below : proof.above;
  const asked =
    need === 'width'
      ? (table.needWidth[cell] as number) - (other[cell] as number)
      : ((need === 'above' ? table.needAbove : table.needBelow)[cell] as number);
  const most = (side === 'above' ? table.above : table.below)[cell] as number;
  return Math.min(most, table.whole ? Math.ceil(asked - 1e-9) : asked);
}
