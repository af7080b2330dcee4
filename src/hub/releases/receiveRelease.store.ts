import { Refusal } from '../../vocabulary/refusal.ts';
import type { Release } from '../../vocabulary/release.ts';
import { readRelease } from '../../release/readRelease.ts';
import { selectAgreementsOf } from '../agreement/agreements.store.ts';
import { insertAuditLine } from '../audit/audit.store.ts';
import type { Database } from '../store/database.ts';
import { asOperator, type OperatorView, type PartnershipId } from '../store/view.ts';
import {
  type Arrival,
  type Bringer,
  type Decision,
  decideArrival,
  insertArrival,
  lockArrival,
  selectOptionalArrival,
  selectOptionalPartnershipId,
  selectWaitingArrivals,
  type WaitingArrival,
} from './arrivals.store.ts';
import { attackInThread } from './attackInThread.store.ts';
import { elsewhereNotes, judgeRelease, type Known } from './judgeRelease.ts';
import { maySign } from './maySign.ts';
import { insertRelease, selectReleasesOf, selectReleaseFile } from './releases.store.ts';
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
  try {
    await judgeAndAttack(database, waiting, now);
  } catch (error) {
    await asOperator(database, async (view) => {
      const locked = await lockArrival(view, waiting);
      if (locked) await conclude(view, waiting, { ...locked, signed: undefined }, faulted, now());
    });
    throw error;
  }
}

/** The attacker takes a while: it works between two transactions, and what it was tried against is read again in the second. */
async function judgeAndAttack(database: Database, waiting: WaitingArrival, now: () => Date): Promise<void> {
  const first = await asOperator(database, (view) => judge(view, waiting, now()));
  if (first.decided) return;
  const { against, notes } = await attackInThread({ release: first.signed.release, others: first.others });
  await asOperator(database, async (view) => {
    const again = await judge(view, waiting, now());
    if (again.decided) return;
    const isSame = again.others.length === first.others.length;
    const sentences = isSame ? against : ['Another release came meanwhile: send this one again.'];
    if (sentences.length > 0) return conclude(view, waiting, again, refusedWith(sentences), now());
    await insertRelease(view, waiting.partnershipId, again, now());
    await conclude(
      view,
      waiting,
      again,
      {
        state: 'accepted',
        sentences: [...notes, ...elsewhereNotes(again.signed.release, again.others)],
        releaseHash: again.hash,
      },
      now(),
    );
  });
}

type Brought = { readonly personId: string | null; readonly via: Arrival['via'] };

type Judging =
  | { readonly decided: true }
  | ({ readonly decided: false; readonly others: readonly Release[]; readonly file: Uint8Array } & Extract<
      ReturnType<typeof readRelease>,
      { ok: true }
    > &
      Brought);

/** Everything but the attacker. What cannot be accepted is refused here, and its file let go. */
async function judge(view: OperatorView, waiting: WaitingArrival, at: Date): Promise<Judging> {
  const { partnershipId } = waiting;
  const locked = await lockArrival(view, waiting);
  if (!locked) return { decided: true };
  const { file, cds, onlyGrant, isTokenRevoked, personId, via } = locked;
  const read = readRelease(file);
  const refuse = async (sentences: readonly string[]): Promise<Judging> => {
    await conclude(view, waiting, { personId, via, signed: undefined }, refusedWith(sentences), at);
    return { decided: true };
  };
  if (!read.ok) return refuse([read.reason]);
  const { release } = read.signed;
  if (await selectReleaseFile(view, partnershipId, read.hash)) {
    const held: Decision = { state: 'held already', sentences: [], releaseHash: read.hash };
    await decideArrival(view, waiting, held, at);
    return { decided: true };
  }
  const others = await selectReleasesOf(view, release.district.cds);
  const known = await readKnown(
    view,
    partnershipId,
    { cds, onlyGrant, isTokenRevoked, others, district: release.district.cds },
    at,
  );
  const sentences = judgeRelease({ signed: read.signed, known, today: calendarDay(at) });
  if (sentences.length > 0) return refuse(sentences);
  return { decided: false, others, file, personId, via, ...read };
}

async function readKnown(
  view: OperatorView,
  partnershipId: PartnershipId,
  {
    cds,
    onlyGrant,
    isTokenRevoked,
    others,
    district,
  }: Pick<Known, 'onlyGrant' | 'isTokenRevoked' | 'others'> & {
    readonly cds: string | null;
    readonly district: string;
  },
  at: Date,
): Promise<Known> {
  const agreements = await selectAgreementsOf(view, partnershipId, null);
  const signers = await selectSigners(view, partnershipId);
  return {
    broughtBy: cds,
    onlyGrant,
    ...doorGrants(agreements, calendarDay(at)),
    isTokenRevoked,
    signers: signers
      .filter((one) => one.cds === district && one.removedAt === null)
      .map((one) => ({ ...one, counts: maySign(one) })),
    others,
  };
}

const faulted = refusedWith([
  'Checking it failed by a fault of this Tandem, not of the file: tell the operator, then send it again.',
]);

function refusedWith(sentences: readonly string[]): Decision {
  return { state: 'refused', sentences, releaseHash: null };
}

async function conclude(
  view: OperatorView,
  waiting: WaitingArrival,
  { personId, via, signed }: Brought & { readonly signed: { readonly release: Release } | undefined },
  decision: Decision,
  at: Date,
): Promise<void> {
  await decideArrival(view, waiting, decision, at);
  const { partnershipId, arrivalId } = waiting;
  const isAccepted = decision.state === 'accepted' && signed;
  const act = isAccepted
    ? {
        act: 'brought a release in',
        subject: `release ${decision.releaseHash}`,
        detail: { district: signed.release.district.cds, sequence: signed.release.sequence, via },
      }
    : {
        act: 'brought a release that was refused',
        subject: `arrival ${arrivalId}`,
        detail: { reason: decision.sentences.join(' '), via },
      };
  await insertAuditLine(view, { partnershipId, personId }, act, at);
}
