import type { LinkedTable } from './linkedTable.ts';
import { emptyProof, type Proof } from './proof.ts';
import { isPossible, mirroredWitness, type Witness } from './witness.ts';

/** What witnesses show of the cells in question, kept up as other cells are published one after the other. */
export type ProofLedger = {
  /** Right of the cells in question alone. */
  readonly proof: Proof;
  /** Takes in a witness that is possible now. */
  readonly add: (witness: Witness) => void;
  /** Forgets the witnesses that move one of these cells: of `touched` less may be shown now. */
  readonly publish: (cells: readonly number[]) => {
    readonly touched: readonly number[];
    readonly takeBack: () => void;
  };
};

/** Begins with the witnesses that are possible under a suppression. */
export function proofLedger(
  table: LinkedTable,
  hidden: Uint8Array,
  witnesses: readonly Witness[],
  asked: readonly number[],
): ProofLedger {
  const proof = emptyProof(table);
  const dead: boolean[] = [];
  const mirrors: number[] = [];
  /** By cell: the places of the witnesses that move it, each with by how much. */
  const moves: number[][] = [];
  /** The witness that shows most of a cell to a side. */
  const best = { below: new Int32Array(table.cellCount), above: new Int32Array(table.cellCount) };
  const show = (cell: number, place: number, deviation: number) => {
    const far = Math.abs(deviation);
    const mirrored = (mirrors[place] as number) * far;
    const [above, below] = deviation > 0 ? [far, mirrored] : [mirrored, far];
    if (above > 0 && above >= (proof.above[cell] as number)) {
      proof.above[cell] = above;
      best.above[cell] = place;
    }
    if (below > 0 && below >= (proof.below[cell] as number)) {
      proof.below[cell] = below;
      best.below[cell] = place;
    }
  };
  const add = (witness: Witness) => {
    const mirrored = mirroredWitness(table, witness)?.deviations[0] ?? 0;
    const place = mirrors.push(Math.abs(mirrored / (witness.deviations[0] ?? 1))) - 1;
    dead.push(false);
    for (let at = 0; at < witness.cells.length; at++) {
      const [cell, deviation] = [witness.cells[at] as number, witness.deviations[at] as number];
      const list = moves[cell];
      if (list) list.push(place, deviation);
      else moves[cell] = [place, deviation];
      show(cell, place, deviation);
    }
  };
  for (const witness of witnesses) if (isPossible(witness, hidden)) add(witness);
  const workOut = (cell: number) => {
    proof.below[cell] = 0;
    proof.above[cell] = 0;
    const list = moves[cell] ?? [];
    for (let at = 0; at < list.length; at += 2) {
      const place = list[at] as number;
      if (!dead[place]) show(cell, place, list[at + 1] as number);
    }
  };
  const rests = (side: 'below' | 'above', cell: number) =>
    (proof[side][cell] as number) > 0 && dead[best[side][cell] as number] === true;
  return {
    proof,
    add,
    publish: (cells) => {
      const gone: number[] = [];
      for (const cell of cells) {
        const list = moves[cell] ?? [];
        for (let at = 0; at < list.length; at += 2) {
          const place = list[at] as number;
          if (dead[place]) continue;
          dead[place] = true;
          gone.push(place);
        }
      }
      const touched = asked.filter((cell) => rests('below', cell) || rests('above', cell));
      for (const cell of touched) workOut(cell);
      return {
        touched,
        takeBack: () => {
          for (const place of gone) dead[place] = false;
          for (const cell of touched) workOut(cell);
        },
      };
    },
  };
}
