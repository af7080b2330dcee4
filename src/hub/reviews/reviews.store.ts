import { z } from 'zod';
import { type FocusAreaId, focusAreas } from '../../vocabulary/partnership.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { insertMail, type Mail } from '../mail/mail.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { MemberView } from '../store/view.ts';
import { type KeptPack, selectPacks } from './packs.store.ts';
import { entryName, type LevelId, levels } from './reviewWords.ts';

const sql = readStatements(import.meta.url, [
  'selectCadences',
  'insertCadence',
  'selectReviews',
  'insertReview',
  'advanceReview',
  'lockReview',
  'insertReviewVersion',
  'selectItems',
  'insertItem',
  'withdrawItem',
]);

const level = z.enum(levels.map(({ id }) => id) as [LevelId, ...LevelId[]]);
const focusArea = z.enum(focusAreas.map(({ id }) => id) as [FocusAreaId, ...FocusAreaId[]]);

const CadenceRow = z.object({
  level,
  version: z.number(),
  weeks: z.number(),
  firstDay: z.string(),
  words: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});
export type KeptCadence = z.infer<typeof CadenceRow>;

const ReviewRow = z.object({
  id: z.string(),
  level,
  version: z.number(),
  step: z.enum(['planned', 'changed', 'called off']),
  title: z.string(),
  plannedOn: z.string(),
  firstPlannedOn: z.string(),
  periodFrom: z.string(),
  periodUntil: z.string(),
  focusArea: focusArea.nullable(),
  signDays: z.number(),
  words: z.string().nullable(),
  changedAt: z.date(),
  changedBy: z.string(),
  madeAt: z.date(),
});

/** A review as it is planned, with every pack that was sealed for it, oldest first. */
export type Review = z.infer<typeof ReviewRow> & {
  readonly isCalledOff: boolean;
  readonly packs: readonly KeptPack[];
};

/** What a plan of a review says; days are calendar dates. */
export type ReviewPlan = {
  readonly title: string;
  readonly plannedOn: string;
  readonly periodFrom: string;
  readonly periodUntil: string;
  /** Null: all of them. */
  readonly focusArea: FocusAreaId | null;
  readonly signDays: number;
};

const ItemRow = z.object({
  id: z.string(),
  districtId: z.string().nullable(),
  words: z.string(),
  madeAt: z.date(),
  madeBy: z.string(),
});
export type AgendaItemRow = z.infer<typeof ItemRow>;

export type Written =
  | { readonly done: true }
  | { readonly done: false; readonly reason: 'changed meanwhile' };

export function selectCadences(view: MemberView): Promise<KeptCadence[]> {
  return view.rows(sql.selectCadences, { partnershipId: view.member.partnership.id }, CadenceRow);
}

/** Sets how often a level holds its reviews: a version after `basedOn` (0 where there was none). */
export async function insertCadence(
  view: MemberView,
  basedOn: number,
  cadence: {
    readonly level: LevelId;
    readonly weeks: number;
    readonly firstDay: string;
    readonly words: string | null;
  },
  at: Date,
): Promise<Written> {
  const { personId, partnership } = view.member;
  const written = await view.optionalRow(
    sql.insertCadence,
    { partnershipId: partnership.id, version: basedOn + 1, ...cadence, at, personId },
    z.object({ version: z.number() }),
  );
  if (!written) return { done: false, reason: 'changed meanwhile' };
  const detail = { ...cadence, level: entryName(levels, cadence.level), version: basedOn + 1 };
  await insertMemberAct(
    view,
    { act: 'set how often reviews are held', subject: `review cadence ${cadence.level}`, detail },
    at,
  );
  return { done: true };
}

/** Every review of the partnership, the latest planned first. */
export function selectReviews(view: MemberView): Promise<Review[]> {
  return selectThem(view, null);
}

export async function selectOptionalReview(view: MemberView, reviewId: string): Promise<Review | undefined> {
  return (await selectThem(view, reviewId))[0];
}

/** A review as it stands, kept so to the end of the transaction. */
export async function lockReview(view: MemberView, reviewId: string): Promise<Review | undefined> {
  await view.run(sql.lockReview, { partnershipId: view.member.partnership.id, reviewId });
  return selectOptionalReview(view, reviewId);
}

async function selectThem(view: MemberView, reviewId: string | null): Promise<Review[]> {
  const about = { partnershipId: view.member.partnership.id, reviewId };
  const rows = await view.rows(sql.selectReviews, about, ReviewRow);
  const packs = Map.groupBy(await selectPacks(view), (pack) => pack.reviewId);
  return rows.map((row) => ({
    ...row,
    isCalledOff: row.step === 'called off',
    packs: packs.get(row.id) ?? [],
  }));
}

/** Plans a review; answers its id. */
export async function insertReview(
  view: MemberView,
  levelId: LevelId,
  plan: ReviewPlan,
  mails: readonly Mail[],
  at: Date,
): Promise<string> {
  const { personId, partnership } = view.member;
  const reviewId = newUuid(at);
  await view.run(sql.insertReview, {
    partnershipId: partnership.id,
    reviewId,
    level: levelId,
    at,
    personId,
  });
  await insertVersion(view, reviewId, 1, { step: 'planned', ...plan, words: null }, at);
  for (const mail of mails) await insertMail(view, mail, at);
  const detail = { level: entryName(levels, levelId), ...plan };
  await insertMemberAct(view, { act: 'planned a review', subject: `review ${reviewId}`, detail }, at);
  return reviewId;
}

/** Moves or words a review anew, or calls it off: a version after `basedOn`, with why. */
export async function insertReviewChange(
  view: MemberView,
  review: Review,
  basedOn: number,
  change: ReviewPlan & { readonly step: 'changed' | 'called off'; readonly words: string },
  at: Date,
): Promise<Written> {
  const about = { partnershipId: view.member.partnership.id, reviewId: review.id };
  const moved = await view.optionalRow(
    sql.advanceReview,
    { ...about, version: basedOn + 1 },
    z.object({ id: z.string() }),
  );
  if (!moved) return { done: false, reason: 'changed meanwhile' };
  await insertVersion(view, review.id, basedOn + 1, change, at);
  const act = change.step === 'changed' ? 'changed a review' : 'called a review off';
  const { title, plannedOn, words: reason } = change;
  const detail = { title, plannedOn, wasPlannedOn: review.plannedOn, reason };
  await insertMemberAct(view, { act, subject: `review ${review.id}`, detail }, at);
  return { done: true };
}

function insertVersion(
  view: MemberView,
  reviewId: string,
  version: number,
  values: ReviewPlan & { readonly step: Review['step']; readonly words: string | null },
  at: Date,
): Promise<void> {
  const { personId, partnership } = view.member;
  return view.run(sql.insertReviewVersion, {
    partnershipId: partnership.id,
    reviewId,
    version,
    ...values,
    at,
    personId,
  });
}

/** What people put on the agenda of a review, oldest first. */
export function selectItems(view: MemberView, reviewId: string): Promise<AgendaItemRow[]> {
  return view.rows(sql.selectItems, { partnershipId: view.member.partnership.id, reviewId }, ItemRow);
}

export async function insertItem(view: MemberView, reviewId: string, words: string, at: Date): Promise<void> {
  const { personId, partnership, districtId } = view.member;
  const itemId = newUuid(at);
  await view.run(sql.insertItem, {
    partnershipId: partnership.id,
    reviewId,
    itemId,
    districtId,
    words,
    at,
    personId,
  });
  const act = { act: 'put something on an agenda', subject: `review ${reviewId}`, detail: { words } };
  await insertMemberAct(view, act, at);
}

/** Takes an item of the member's district off the agenda; false when it was off already, or is another's. */
export async function withdrawItem(
  view: MemberView,
  reviewId: string,
  itemId: string,
  at: Date,
): Promise<boolean> {
  const { partnership, districtId } = view.member;
  const taken = await view.optionalRow(
    sql.withdrawItem,
    { partnershipId: partnership.id, reviewId, itemId, districtId, at },
    z.object({ words: z.string() }),
  );
  if (!taken) return false;
  const act = { act: 'took something off an agenda', subject: `review ${reviewId}`, detail: taken };
  await insertMemberAct(view, act, at);
  return true;
}
