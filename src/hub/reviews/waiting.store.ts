import { type Party, selectParties } from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import { decisionStanding } from './decisionStanding.ts';
import { selectDecisions } from './decisions.store.ts';
import { selectConsents } from './publicStatements.store.ts';
import { reviewStanding } from './reviewStanding.ts';
import { selectReviews } from './reviews.store.ts';

/** What a district has to do about reviews; `packHash` where it is done on a pack's page, else on the review's. */
export type WaitingReview = {
  readonly kind: 'sign' | 'decide' | 'consent' | 'hold';
  readonly reviewId: string;
  readonly packHash: string | null;
  readonly title: string;
  /** The last day for it; null where there is none. */
  readonly until: string | null;
};

/** What waits for a district on a day, the member's own where none is named: packs to sign, decisions and statements to answer, reviews that are late. */
export async function selectWaitingReviews(
  view: MemberView,
  today: string,
  about = view.member.districtId,
): Promise<WaitingReview[]> {
  const parties = await selectParties(view);
  const own = parties.find(({ districtId }) => districtId === about);
  if (!own) return [];
  const waiting: WaitingReview[] = [];
  for (const { id: reviewId, title, plannedOn, isCalledOff, packs } of await selectReviews(view)) {
    const { state, pack } = reviewStanding({ plannedOn, isCalledOff, packs }, parties, today);
    if (state === 'late') waiting.push({ kind: 'hold', reviewId, packHash: null, title, until: plannedOn });
    if (!pack) continue;
    const where = { reviewId, packHash: pack.hash, title };
    if (!pack.signatures.some(({ districtId }) => districtId === own.districtId))
      waiting.push({ kind: 'sign', ...where, until: pack.signUntil });
    for (const statement of await selectConsents(view, pack.hash)) {
      const isAnswered = statement.consents.some(({ districtId }) => districtId === own.districtId);
      if (!statement.isWithdrawn && !isAnswered)
        waiting.push({ kind: 'consent', ...where, until: statement.previewUntil });
    }
  }
  return [...waiting, ...(await waitingDecisions(view, own, parties))];
}

async function waitingDecisions(
  view: MemberView,
  own: Party,
  parties: readonly Party[],
): Promise<WaitingReview[]> {
  return (await selectDecisions(view))
    .filter(
      (decision) =>
        decisionStanding(decision, parties) === 'waits' &&
        decision.districtId !== own.districtId &&
        !decision.answers.some(({ districtId }) => districtId === own.districtId),
    )
    .map(({ reviewId, aboutTitle }) => ({
      kind: 'decide',
      reviewId,
      packHash: null,
      title: aboutTitle,
      until: null,
    }));
}
