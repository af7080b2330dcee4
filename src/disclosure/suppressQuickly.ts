import { attackSuppression, type SuppressionAttack } from './attackSuppression.ts';
import { dropUnneeded } from './dropUnneeded.ts';
import { growSuppression } from './growSuppression.ts';
import { hideNear } from './hideNear.ts';
import { hiddenComponents } from './hiddenComponents.ts';
import type { HopelessCell } from './hopelessCell.ts';
import { lackingNeed } from './proof.ts';
import { proofLedger } from './proofLedger.ts';
import { proveByRings } from './proveByRings.ts';
import { ringSearch } from './ringSearch.ts';
import { mostTimes, proofFor, type Search } from './search.ts';
import { complementaryCells, costOf } from './suppression.ts';
import type { Witness } from './witness.ts';

const dropNodes = 40;
const mostDrops = 1000;

/** Not ok: nothing that may be hidden protects that cell. No answer, undefined, when the time is up before one is found. */
export type QuickSuppression =
  | { readonly ok: true; readonly hidden: Uint8Array; readonly bound: number }
  | HopelessCell;

/**
 * A suppression that protects every guarded cell, found fast: grown by the limits of single relations, cleared of
 * what is not needed, then attacked by linear programs; what they expose is protected by growing on, and cleared
 * again with an attack on every cell that is to be published. It is always audited; that it is cheap has no proof.
 * `from` is a suppression to complete.
 */
export function suppressQuickly(search: Search, from: Uint8Array): QuickSuppression | undefined {
  const { solver, table, exposed, pool, witnesses, askLess, stop, isPast, secondsTo } = search;
  const grownTo = from.slice();
  const late = (share: number) => isPast?.(share) ?? false;
  const isOver = (share: number) => isPast?.(share) ?? stop();
  const grown = growSuppression(solver, table, grownTo, proofFor(search, grownTo), exposed, pool, {
    reach: 'limits',
    askLess,
    stop: () => late(0.5),
  });
  if (!grown.ok) return grown;
  const hidden = cheapestOf(search, grownTo);
  const proof = proofFor(search, hidden);
  const attack = attackSuppression(solver, table, hidden, proof, exposed, {
    stop: () => isOver(0.7),
    largest: late(0.5) ? 0 : search.effort.cells,
    secondsLeft: secondsTo && (() => secondsTo(0.7)),
  });
  witnesses.push(...attack.witnesses);
  if (!attack.complete && !isPast) return undefined;
  const isLacking = (cell: number) => lackingNeed(table, proof, cell) !== undefined;
  const asked = late(0.5) ? exposed.filter(isLacking) : largeOnes(search, hidden, attack);
  const near = hideNear(search, hidden, proof, asked);
  const lacking = exposed.filter(isLacking);
  if (lacking.length === 0 && near.length === 0) return { ok: true, hidden, bound: grown.bound };
  const isHuge = isLarge(search, hidden, lacking);
  const repair = (share: number) => {
    const cells = exposed.filter(isLacking);
    return growSuppression(solver, table, hidden, proof, cells, pool, {
      stop: () => isOver(share),
      inHaste: () => isHuge || late(0.7),
      secondsLeft: secondsTo && (() => secondsTo(share)),
      askLess,
    });
  };
  let repaired = repair(1);
  if (repaired.ok && !repaired.complete && isPast) {
    near.push(...repaired.added);
    witnesses.push(...repaired.witnesses);
    near.push(...hideNear(search, hidden, proof, exposed.filter(isLacking), true));
    repaired = repair(mostTimes);
  }
  if (!repaired.ok) return repaired;
  witnesses.push(...repaired.witnesses);
  if (!repaired.complete) return undefined;
  dropAttacked(search, hidden, [...near, ...repaired.added]);
  return { ok: true, hidden, bound: grown.bound };
}

/** What an attack left lacking in large components. */
function largeOnes(
  { table, effort }: Search,
  hidden: Uint8Array,
  { exposures, undecided }: SuppressionAttack,
): number[] {
  const asked = new Set(exposures.map(({ cell }) => cell));
  const large = hiddenComponents(table, hidden, asked).filter(({ cells }) => cells.length > effort.cells);
  return [...undecided, ...large.flatMap(({ cells }) => [...cells].filter((cell) => asked.has(cell)))];
}

/** Drops in two orders, latest first and dearest first, and keeps the cheaper suppression. */
function cheapestOf({ table }: Search, hidden: Uint8Array): Uint8Array {
  const cost = (cell: number) => table.cost[cell] as number;
  const cells = complementaryCells(table, hidden);
  const orders = [[...cells].sort((a, b) => cost(b) - cost(a)), cells.toReversed()];
  const dropped = orders.map((order) => {
    const one = hidden.slice();
    dropUnneeded(table, one, order);
    return one;
  });
  return dropped.reduce((best, one) => (costOf(table, one) < costOf(table, best) ? one : best));
}

/** Drops with an attack before each cell goes: those just added first, then all, dearest first, as long as trials last. */
export function dropAttacked(search: Search, hidden: Uint8Array, added: readonly number[]): void {
  const { solver, table, exposed, witnesses, effort, stop, isPast, secondsTo } = search;
  if (isLarge(search, hidden, added)) return dropByRings(search, hidden);
  const fresh = new Set(added);
  const order = complementaryCells(table, hidden).sort(
    (a, b) =>
      Number(fresh.has(b)) - Number(fresh.has(a)) || (table.cost[b] as number) - (table.cost[a] as number),
  );
  let trials = isLarge(search, hidden, order) ? effort.trials : 0;
  dropUnneeded(table, hidden, order, (dropped) => {
    if (trials++ >= effort.trials || stop() || isPast?.(0.8)) return false;
    const trial = hidden.slice();
    for (const cell of dropped) trial[cell] = 0;
    const proof = proofFor(search, trial);
    const lacking = exposed.filter((cell) => lackingNeed(table, proof, cell) !== undefined);
    const attack = attackSuppression(solver, table, trial, proof, lacking, {
      reach: 'hasty',
      stop,
      secondsLeft: secondsTo && (() => secondsTo(1)),
    });
    witnesses.push(...attack.witnesses);
    return attack.complete && attack.exposures.length === 0;
  });
}

/** The same by rings alone, dearest first. */
function dropByRings(search: Search, hidden: Uint8Array): void {
  const { table, exposed, witnesses, stop, isPast } = search;
  const rings = ringSearch(table, hidden);
  const order = complementaryCells(table, hidden).sort(
    (a, b) => (table.cost[b] as number) - (table.cost[a] as number),
  );
  const ledger = proofLedger(table, hidden, witnesses, exposed);
  const { proof } = ledger;
  let left = mostDrops;
  dropUnneeded(table, hidden, order, (dropped) => {
    if (left-- <= 0 || stop() || isPast?.(0.9)) return false;
    for (const cell of dropped) rings.show(cell);
    for (const cell of dropped) hidden[cell] = 0;
    const { touched, takeBack } = ledger.publish(dropped);
    const lacking = touched.filter((cell) => lackingNeed(table, proof, cell) !== undefined);
    const found: Witness[] = [];
    proveByRings(table, hidden, proof, lacking, {
      search: rings,
      nodes: dropNodes,
      allOrNone: true,
      found: (witness) => found.push(witness),
    });
    for (const witness of found) ledger.add(witness);
    witnesses.push(...found);
    if (lacking.every((cell) => lackingNeed(table, proof, cell) === undefined)) return true;
    takeBack();
    for (const cell of dropped) {
      hidden[cell] = 1;
      rings.hide(cell);
    }
    return false;
  });
}

function isLarge({ table, effort }: Search, hidden: Uint8Array, from: readonly number[]): boolean {
  return hiddenComponents(table, hidden, from).some(({ cells }) => cells.length > effort.cells);
}
