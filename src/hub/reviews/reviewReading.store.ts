import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { Pack } from '../../vocabulary/pack.ts';
import { type Party, selectMembers, selectParties } from '../partnership/partnership.store.ts';
import { isId } from '../store/uuid.ts';
import type { MemberView } from '../store/view.ts';
import { assemblePack } from './assemblePack.store.ts';
import { type Decision, selectDecisions } from './decisions.store.ts';
import { readLiveGrants } from './liveGrants.store.ts';
import { type KeptPack, selectOptionalPack } from './packs.store.ts';
import { type ReviewStanding, reviewStanding } from './reviewStanding.ts';
import { type AgendaItemRow, type Review, selectItems, selectOptionalReview } from './reviews.store.ts';

/** Everything a review's pages show. */
export type ReviewReading = {
  readonly review: Review;
  readonly parties: readonly Party[];
  readonly members: Awaited<ReturnType<typeof selectMembers>>;
  readonly standing: ReviewStanding<KeptPack>;
  readonly items: readonly AgendaItemRow[];
  /** What would be sealed now. */
  readonly draft: Pack;
  /** The pack that counts, as it was sealed. */
  readonly sealed: Pack | undefined;
  /** The newest pack that all signed in a review before, or the seal before of this one: what is new is told from it. */
  readonly before: Pack | undefined;
  readonly decisions: readonly Decision[];
  /** Grants through which the reader may see released figures today. */
  readonly live: ReadonlySet<string>;
};

/** Reads a review; undefined when there is no such review. */
export async function readReview(
  view: MemberView,
  reviewId: string | undefined,
  at: Date,
): Promise<ReviewReading | undefined> {
  const review = isId(reviewId) ? await selectOptionalReview(view, reviewId) : undefined;
  if (!review) return undefined;
  const parties = await selectParties(view);
  const standing = reviewStanding(review, parties, calendarDay(at));
  const draft = await assemblePack(view, review, at);
  const content = async (hash: string | null | undefined) =>
    hash ? (await selectOptionalPack(view, hash))?.pack : undefined;
  const sealed = await content(standing.pack?.hash);
  const { supersedes, previous } = (sealed ?? draft).review;
  return {
    review,
    parties,
    members: await selectMembers(view),
    standing,
    items: await selectItems(view, review.id),
    draft,
    sealed,
    before: await content(supersedes ?? previous),
    live: await readLiveGrants(view, calendarDay(at)),
    decisions: (await selectDecisions(view)).filter((one) => one.reviewId === review.id),
  };
}
