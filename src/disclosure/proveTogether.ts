import type { ComponentAttack, Goal } from './attackComponent.ts';
import type { LinkedTable } from './linkedTable.ts';
import { addWitness, lackingNeed, type Proof } from './proof.ts';
import { checkedWitness, type Witness } from './witness.ts';

/** Fewer cells than this are sooner asked for one by one. */
export const manyCells = 40;
const mostRounds = 60;
/** A round must reach a tenth of its goals, or asking one by one is as fast. */
const worthwhile = 0.1;

/**
 * Moves many cells by one program: all goals that `goals` names are pushed at once, as far as they go together, and the
 * table found is taken into `proof`. Asked again for the goals left until a round reaches next to none; those may still
 * be possible one by one. Components of thousands of cells take some dozens of programs so, instead of thousands.
 */
export function pushTogether(
  table: LinkedTable,
  attack: ComponentAttack,
  proof: Proof,
  goals: (round: number) => readonly Goal[],
  stop: () => boolean,
): Witness[] {
  const witnesses: Witness[] = [];
  let left = goals(0);
  for (let round = 1; round <= mostRounds && left.length >= manyCells && !stop(); round++) {
    const point = attack.reachTogether(left);
    const witness = point && checkedWitness(table, attack.component, point);
    if (!witness) break;
    witnesses.push(witness);
    addWitness(table, proof, witness);
    const reached = left.filter(
      ({ cell, direction, most }) => (proof[direction][cell] as number) >= most * (1 - 1e-9),
    );
    if (reached.length < worthwhile * left.length) break;
    left = goals(round);
  }
  return witnesses;
}

/** Witnesses for what `cells` lack, many by each program; some are pushed up and some down, others in each round. */
export function proveTogether(
  table: LinkedTable,
  attack: ComponentAttack,
  proof: Proof,
  cells: readonly number[],
  stop: () => boolean = () => false,
): Witness[] {
  const goals = (round: number) =>
    cells
      .filter((cell) => lackingNeed(table, proof, cell) !== undefined)
      .map((cell, at) => goalOf(table, proof, cell, ((at * 2654435761 + round * 40503) >>> 7) % 2 === 0));
  return pushTogether(table, attack, proof, goals, stop);
}

function goalOf(table: LinkedTable, { below, above }: Proof, cell: number, isUp: boolean): Goal {
  const lacksBelow = (table.needBelow[cell] as number) > (below[cell] as number) + 1e-9;
  const lacksAbove = (table.needAbove[cell] as number) > (above[cell] as number) + 1e-9;
  const direction = (lacksBelow === lacksAbove ? isUp : lacksAbove) ? 'above' : 'below';
  const [need, room, other] =
    direction === 'above' ? [table.needAbove, table.above, below] : [table.needBelow, table.below, above];
  const width = (table.needWidth[cell] as number) - (other[cell] as number);
  return {
    cell,
    direction,
    most: Math.min(room[cell] as number, Math.max(need[cell] as number, width)),
  };
}
