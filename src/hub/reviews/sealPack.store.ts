import { addDays } from '../../vocabulary/addDays.ts';
import { z } from 'zod';
import { hashPack } from '../../release/hashPack.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { canonicalJson } from '../../vocabulary/canonicalJson.ts';
import { Pack } from '../../vocabulary/pack.ts';
import type { PackKeySignature } from '../../vocabulary/packFile.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { insertMail, type Mail } from '../mail/mail.store.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { readStatements } from '../store/statements.ts';
import type { DistrictId, MemberView } from '../store/view.ts';
import { assemblePack } from './assemblePack.store.ts';
import { draftHash } from './draftHash.ts';
import { entryName, unlockReasons } from './reviewWords.ts';
import { isSignedByAll, reviewStanding } from './reviewStanding.ts';
import { lockReview, type Review } from './reviews.store.ts';

const sql = readStatements(import.meta.url, [
  'insertPack',
  'insertPackSignature',
  'insertKeySignature',
  'insertUnlock',
]);

/** What came of sealing. `changed meanwhile`: what would be sealed now is not what the person looked at. */
export type Sealed =
  | { readonly done: true; readonly hash: string; readonly pack: Pack }
  | {
      readonly done: false;
      readonly reason: 'sealed already' | 'called off' | 'too early' | 'changed meanwhile';
    };

/**
 * Freezes what the review has before it. `lookedAt` is the `draftHash` of the draft the person read: if anything is
 * different now, nothing is sealed. Of two people who seal at once the first wins.
 */
export async function sealReview(
  view: MemberView,
  review: Review,
  lookedAt: string,
  mailsOf: (hash: string, signUntil: string) => readonly Mail[],
  at: Date,
): Promise<Sealed> {
  const now = await lockReview(view, review.id);
  const today = calendarDay(at);
  const parties = await selectParties(view);
  if (!now) throw new Error('a review that is sealed is there');
  if (now.isCalledOff && now.packs.length === 0) return { done: false, reason: 'called off' };
  const { isOpen, mayBeSealed } = reviewStanding(now, parties, today);
  if (!isOpen) return { done: false, reason: 'sealed already' };
  if (!mayBeSealed) return { done: false, reason: 'too early' };
  const pack = Pack.parse(await assemblePack(view, now, at));
  if (draftHash(pack) !== lookedAt) return { done: false, reason: 'changed meanwhile' };
  const hash = hashPack(pack);
  const { personId, partnership } = view.member;
  const signUntil = addDays(today, now.signDays);
  await view.run(sql.insertPack, {
    partnershipId: partnership.id,
    hash,
    reviewId: now.id,
    seal: pack.review.seal,
    content: canonicalJson(pack),
    signUntil,
    at,
    personId,
  });
  for (const mail of mailsOf(hash, signUntil)) await insertMail(view, mail, at);
  const detail = {
    packHash: hash,
    review: now.title,
    seal: pack.review.seal,
    supersedes: pack.review.supersedes,
    signUntil,
  };
  await insertMemberAct(view, { act: 'sealed a pack', subject: `pack ${hash}`, detail }, at);
  return { done: true, hash, pack };
}

export type Signed =
  | { readonly done: true; readonly byAll: boolean }
  | {
      readonly done: false;
      readonly reason: 'no such pack' | 'unlocked' | 'past its last day' | 'signed already';
    };

/** Signs a pack for a district by its hash. `mailsWhen` hears whether every district has signed now. */
export async function signPack(
  view: MemberView,
  district: { readonly districtId: DistrictId; readonly cds: string },
  { reviewId, hash }: { readonly reviewId: string; readonly hash: string },
  mailsWhen: (byAll: boolean) => readonly Mail[],
  at: Date,
): Promise<Signed> {
  const kept = (await lockReview(view, reviewId))?.packs.find((one) => one.hash === hash);
  if (!kept) return { done: false, reason: 'no such pack' };
  if (kept.isUnlocked) return { done: false, reason: 'unlocked' };
  if (kept.signatures.some(({ districtId }) => districtId === district.districtId))
    return { done: false, reason: 'signed already' };
  if (calendarDay(at) > kept.signUntil) return { done: false, reason: 'past its last day' };
  const { personId, partnership, role } = view.member;
  const signed = await view.optionalRow(
    sql.insertPackSignature,
    { partnershipId: partnership.id, hash, districtId: district.districtId, role, at, personId },
    z.object({ hash: z.string() }),
  );
  if (!signed) return { done: false, reason: 'signed already' };
  const signatures = [...kept.signatures, { districtId: district.districtId }];
  const byAll = isSignedByAll({ ...kept, signatures }, await selectParties(view));
  for (const mail of mailsWhen(byAll)) await insertMail(view, mail, at);
  const detail = { packHash: hash, cds: district.cds, signedByAll: byAll };
  await insertMemberAct(view, { act: 'signed a pack', subject: `pack ${hash}`, detail }, at);
  return { done: true, byAll };
}

/** Keeps a detached signature that was checked; false when this key's is there already. */
export async function insertKeySignature(
  view: MemberView,
  districtId: DistrictId,
  hash: string,
  signature: PackKeySignature,
  at: Date,
): Promise<boolean> {
  const { personId, partnership } = view.member;
  const { cds, ...said } = signature;
  const kept = await view.optionalRow(
    sql.insertKeySignature,
    { partnershipId: partnership.id, hash, districtId, ...said, at, personId },
    z.object({ hash: z.string() }),
  );
  if (!kept) return false;
  const detail = { packHash: hash, cds, name: said.name, publicKey: said.publicKey };
  const act = { act: 'added a signature by key to a pack', subject: `pack ${hash}`, detail };
  await insertMemberAct(view, act, at);
  return true;
}

/** Unlocks a pack, so that its review can be sealed anew; the pack stays. False when somebody had already. */
export async function unlockPack(
  view: MemberView,
  { reviewId, hash }: { readonly reviewId: string; readonly hash: string },
  why: { readonly reason: string; readonly words: string },
  mails: readonly Mail[],
  at: Date,
): Promise<boolean> {
  await lockReview(view, reviewId);
  const { personId, partnership, districtId } = view.member;
  const unlocked = await view.optionalRow(
    sql.insertUnlock,
    { partnershipId: partnership.id, hash, districtId, ...why, at, personId },
    z.object({ hash: z.string() }),
  );
  if (!unlocked) return false;
  for (const mail of mails) await insertMail(view, mail, at);
  const detail = { packHash: hash, reason: entryName(unlockReasons, why.reason), words: why.words };
  await insertMemberAct(view, { act: 'unlocked a pack', subject: `pack ${hash}`, detail }, at);
  return true;
}
