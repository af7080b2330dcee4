import type { LinkedTable } from './linkedTable.ts';
import { mirroredWitness, type Witness } from './witness.ts';

/** How far down and up each cell is known to be movable: every figure is reached by a witness. */
export type Proof = { readonly below: Float64Array; readonly above: Float64Array };

const tolerance = 1e-6;

/** Nothing is known yet: the true table is the only witness. */
export function emptyProof({ cellCount }: LinkedTable): Proof {
  return { below: new Float64Array(cellCount), above: new Float64Array(cellCount) };
}

/** Takes in what a witness and its mirror image show. One table proves many cells at once. */
export function addWitness(table: LinkedTable, proof: Proof, witness: Witness): void {
  for (const { cells, deviations } of [witness, mirroredWitness(table, witness)].filter((one) => !!one)) {
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index] as number;
      const deviation = deviations[index] as number;
      const side = deviation > 0 ? proof.above : proof.below;
      if (Math.abs(deviation) > (side[cell] as number)) side[cell] = Math.abs(deviation);
    }
  }
}

export type Need = 'below' | 'above' | 'width';

/** What a cell still lacks of its protection; undefined when it is protected. */
export function lackingNeed(table: LinkedTable, { below, above }: Proof, cell: number): Need | undefined {
  const slack = tolerance * Math.min(1, 1e-3 * Math.abs(table.values[cell] as number) + 1e-1);
  if ((below[cell] as number) + slack < (table.needBelow[cell] as number)) return 'below';
  if ((above[cell] as number) + slack < (table.needAbove[cell] as number)) return 'above';
  const width = (below[cell] as number) + (above[cell] as number);
  return width + slack < (table.needWidth[cell] as number) ? 'width' : undefined;
}
