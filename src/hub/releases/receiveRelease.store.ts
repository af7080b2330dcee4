import { Refusal } from '../../vocabulary/refusal.ts';
import { readRelease } from '../../release/readRelease.ts';
import { selectAgreementsOf } from '../agreement/agreements.store.ts';
import { insertAuditLine } from '../audit/audit.store.ts';
import type { Database } from '../store/database.ts';
import { asOperator, type OperatorView, type PartnershipId } from '../store/view.ts';
import {
  type Arrival,
  type Bringer,
  decideArrival,
  insertArrival,
  lockArrival,
  selectOptionalArrival,
  selectOptionalPartnershipId,
  selectWaitingArrivals,
  type WaitingArrival,
} from './arrivals.store.ts';
import { type DoorThread, openDoorThread, TooLargeForDoor } from './doorInThread.store.ts';
import type { Known } from './judgeRelease.ts';
import { maySign } from './maySign.ts';
import { insertRelease, selectFilesOf, selectOptionalRelease } from './releases.store.ts';
import type { ReleaseRows } from './releaseRows.ts';
import { selectSigners } from './signers.store.ts';
import { doorGrants } from './sights.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

let before: Promise<unknown> = Promise.resolve();

/**
 * The one door of releases, whichever way they come: keeps the file, checks it and accepts it whole or refuses it with every
 * reason. One at a time; fulfils when it is decided. The file is kept before the checking begins, so that a hub that is
 * stopped meanwhile goes on with it (`decideWaiting`).
 */
export async function receiveRelease(
  database: Database,
  partnershipId: PartnershipId,
  file: Uint8Array,
  bringer: Bringer,
  now: () => Date,
): Promise<{ readonly arrivalId: string; readonly decided: Promise<Arrival> }> {
  const at = now();
  const arrivalId = await asOperator(database, (view) =>
    insertArrival(view, partnershipId, file, bringer, at),
  );
  return { arrivalId, decided: decideInTurn(database, { partnershipId, arrivalId }, now) };
}

/** Apart from `receiveRelease`, so that a file that waits for its turn waits in the store and not in memory. */
async function decideInTurn(database: Database, waiting: WaitingArrival, now: () => Date): Promise<Arrival> {
  await inTurn(() => decide(database, waiting, now));
  const { partnershipId, arrivalId } = waiting;
  const arrival = await asOperator(database, (view) => selectOptionalArrival(view, partnershipId, arrivalId));
  if (!arrival) throw new Error('an arrival that was decided is there');
  return arrival;
}

/** Brings a release to the partnership it names, as the operator; refuses a file that is none, and an unknown partnership. */
export async function receiveNamedRelease(
  database: Database,
  file: Uint8Array,
  now: () => Date,
): Promise<Arrival> {
  const read = readRelease(file);
  if (!read.ok) throw new Refusal(read.reason);
  const { partnership } = read.signed.release.grant;
  const partnershipId = await asOperator(database, (view) => selectOptionalPartnershipId(view, partnership));
  if (!partnershipId)
    throw new Refusal(`There is no partnership "${partnership}" here, which the release names.`);
  const bringer = { via: 'command', districtId: null, personId: null, tokenId: null } as const;
  const { decided } = await receiveRelease(database, partnershipId, file, bringer, now);
  return decided;
}

/** Goes on with the files whose checking was cut off, when the hub starts. A fault with one does not stop the next. */
export async function decideWaiting(
  database: Database,
  now: () => Date,
  onFault: (error: unknown) => void,
): Promise<void> {
  for (const waiting of await asOperator(database, selectWaitingArrivals)) {
    await inTurn(() => decide(database, waiting, now)).catch(onFault);
  }
}

function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const mine = before.then(run);
  before = mine.catch(() => undefined);
  return mine;
}

/** A file that Tandem itself fails on is refused and let go, so that it does not wait for ever; the fault is thrown on. */
async function decide(database: Database, waiting: WaitingArrival, now: () => Date): Promise<void> {
  const thread = openDoorThread();
  try {
    await judgeAndAttack(database, waiting, thread, now);
  } catch (error) {
    const isTooLarge = error instanceof TooLargeForDoor;
    await asOperator(database, async (view) => {
      const locked = await lockArrival(view, waiting);
      if (locked) await refuse(view, waiting, locked, isTooLarge ? tooLarge : faulted, now());
    });
    if (!isTooLarge) throw error;
  } finally {
    await thread.close();
  }
}

/** So often a release is judged anew because something else of the partnership changed meanwhile. */
const mostTries = 3;

/**
 * Reading, judging and attacking take a while: the thread does it between transactions, and what the release was held against
 * is read again in the one that decides. Where that is not the same any more, it is judged anew.
 */
async function judgeAndAttack(
  database: Database,
  waiting: WaitingArrival,
  thread: DoorThread,
  now: () => Date,
): Promise<void> {
  const arrival = await asOperator(database, (view) => lockArrival(view, waiting));
  if (!arrival) return;
  const opened = await thread.ask({ ask: 'open', file: arrival.file });
  if (!opened.ok)
    return asOperator(database, (view) => refuse(view, waiting, arrival, [opened.reason], now()));
  for (let tries = 1; ; tries += 1) {
    const held = await asOperator(database, (view) => readHeldAgainst(view, waiting, opened, now()));
    if (!held) return;
    const { known, others, today } = held;
    const broken = await thread.ask({ ask: 'judge', known, others, today });
    const { against, notes } =
      broken.length > 0 ? { against: broken, notes: [] } : await thread.ask({ ask: 'attack' });
    const rows = against.length > 0 ? undefined : await thread.ask({ ask: 'rows' });
    const isDecided = await asOperator(database, async (view) => {
      const again = await readHeldAgainst(view, waiting, opened, now());
      if (!again) return true;
      if (again.mark !== held.mark && tries < mostTries) return false;
      const { arrival: locked } = again;
      if (again.mark !== held.mark) await refuse(view, waiting, locked, changed, now());
      else if (!rows) await refuse(view, waiting, locked, against, now());
      else {
        await insertRelease(view, waiting.partnershipId, rows, locked.file, now());
        await accept(view, waiting, locked, rows, notes, now());
      }
      return true;
    });
    if (isDecided) return;
  }
}

type HeldAgainst = {
  readonly arrival: LockedArrival;
  readonly known: Omit<Known, 'others'>;
  readonly others: Awaited<ReturnType<typeof selectFilesOf>>;
  readonly today: string;
  /** The same when all of that is. */
  readonly mark: string;
};

/** What a waiting release is held against now, its arrival kept locked; undefined when it was decided meanwhile, or is here. */
async function readHeldAgainst(
  view: OperatorView,
  waiting: WaitingArrival,
  { hash, cds }: { readonly hash: string; readonly cds: string },
  at: Date,
): Promise<HeldAgainst | undefined> {
  const { partnershipId } = waiting;
  const arrival = await lockArrival(view, waiting);
  if (!arrival) return undefined;
  if (await selectOptionalRelease(view, partnershipId, hash)) {
    await decideArrival(view, waiting, { state: 'held already', sentences: [], releaseHash: hash }, at);
    return undefined;
  }
  const others = await selectFilesOf(view, cds);
  const agreements = await selectAgreementsOf(view, partnershipId, null);
  const signers = (await selectSigners(view, partnershipId)).filter((one) => one.cds === cds);
  const today = calendarDay(at);
  const known = {
    broughtBy: arrival.cds,
    onlyGrant: arrival.onlyGrant,
    isTokenRevoked: arrival.isTokenRevoked,
    ...doorGrants(agreements, today),
    signers: signers
      .filter(({ removedAt }) => removedAt === null)
      .map((one) => ({ ...one, counts: maySign(one) })),
  };
  const named = { ...known, deadGrants: [...known.deadGrants], today, others: others.map((one) => one.hash) };
  return { arrival, known, others, today, mark: JSON.stringify(named) };
}

const faulted = [
  'Checking it failed by a fault of this Tandem, not of the file: tell the operator, then send it again.',
];
const tooLarge = ['The file takes more memory than any release does: it is something else.'];
const changed = ['What it is held against changed again and again while it was checked: send it once more.'];

type LockedArrival = NonNullable<Awaited<ReturnType<typeof lockArrival>>>;

async function refuse(
  view: OperatorView,
  waiting: WaitingArrival,
  { personId, via }: LockedArrival,
  sentences: readonly string[],
  at: Date,
): Promise<void> {
  const { partnershipId, arrivalId } = waiting;
  await decideArrival(view, waiting, { state: 'refused', sentences, releaseHash: null }, at);
  const detail = { reason: sentences.join(' '), via };
  const act = { act: 'brought a release that was refused', subject: `arrival ${arrivalId}`, detail };
  await insertAuditLine(view, { partnershipId, personId }, act, at);
}

async function accept(
  view: OperatorView,
  waiting: WaitingArrival,
  { personId, via }: LockedArrival,
  { hash, head }: ReleaseRows,
  sentences: readonly string[],
  at: Date,
): Promise<void> {
  await decideArrival(view, waiting, { state: 'accepted', sentences, releaseHash: hash }, at);
  const detail = { district: head.district.cds, sequence: head.sequence, via };
  const act = { act: 'brought a release in', subject: `release ${hash}`, detail };
  await insertAuditLine(view, { partnershipId: waiting.partnershipId, personId }, act, at);
}
