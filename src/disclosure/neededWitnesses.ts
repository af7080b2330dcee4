import { isGuarded } from './suppression.ts';
import type { LinkedTable } from './linkedTable.ts';
import { addWitness, emptyProof, lackingNeed, type Proof } from './proof.ts';
import { isPossible, mirroredWitness, type Witness } from './witness.ts';

/** Of some witnesses enough to prove what all of them prove under a suppression, in their order: most show nothing new. */
export function neededWitnesses(
  table: LinkedTable,
  hidden: Uint8Array,
  witnesses: readonly Witness[],
): readonly Witness[] {
  const proof = emptyProof(table);
  return witnesses.filter((witness) => {
    if (!isPossible(witness, hidden) || !showsMore(table, proof, witness)) return false;
    addWitness(table, proof, witness);
    return true;
  });
}

/** Whether it or its mirror image moves a cell further that still lacks protection. */
function showsMore(table: LinkedTable, proof: Proof, witness: Witness): boolean {
  const lacking: number[] = [];
  witness.cells.forEach((cell, at) => {
    if (isGuarded(table, cell) && lackingNeed(table, proof, cell) !== undefined) lacking.push(at);
  });
  if (lacking.length === 0) return false;
  return [witness, mirroredWitness(table, witness)].some((one) =>
    lacking.some((at) => {
      const [cell, deviation] = [one?.cells[at] as number, one?.deviations[at] ?? 0];
      return Math.abs(deviation) > ((deviation > 0 ? proof.above : proof.below)[cell] as number);
    }),
  );
}
