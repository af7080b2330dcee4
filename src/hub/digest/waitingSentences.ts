import type { RoleId } from '../../vocabulary/partnership.ts';
import { mayBind } from '../reviews/mayReview.ts';
import type { Engagement } from '../work/engagement.ts';
import { isWaitingFor } from '../work/listFilter.ts';
import type { DigestWeek } from './digest.ts';

type Reader = { readonly personId: string; readonly role: RoleId; readonly districtId: string | null };
type Waiting = DigestWeek['waiting'];
type WaitingReview = {
  readonly kind: 'sign' | 'decide' | 'consent' | 'hold';
  readonly reviewId: string;
  readonly packHash: string | null;
  readonly title: string;
};

/** What waits of reviews: to bind a district is its superintendent's, to hold a review its coordinator's. */
export function waitingReviewSentences({ role }: Reader, reviews: readonly WaitingReview[]): Waiting {
  const says = {
    sign: 'sign the pack of',
    decide: 'answer a decision on',
    consent: 'look at a public statement of',
    hold: 'hold the review that is late:',
  } as const;
  return reviews
    .filter(({ kind }) => (kind === 'hold' ? role === 'coordinator' : mayBind(role)))
    .map(({ kind, title, packHash, reviewId }) => ({
      sentence: `Please ${says[kind]} “${title}”.`,
      path: packHash === null ? `/reviews/${reviewId}` : `/reviews/packs/${packHash}`,
    }));
}

const proposing = {
  asked: 'asks you for help',
  offered: 'has an offer of help',
  proposed: 'is proposed to you',
} as const;

/** Work that a district is asked about and has not answered: for its coordinators, and for whoever is to own it. */
export function waitingWorkSentences(
  reader: Reader,
  engagements: readonly Engagement[],
  today: string,
): Waiting {
  const { districtId, role, personId } = reader;
  return engagements.flatMap((engagement): Waiting => {
    const { id, title, state, parties } = engagement;
    if (state !== 'asked' && state !== 'offered' && state !== 'proposed') return [];
    const isOwner = parties.some((one) => one.districtId === districtId && one.owner?.personId === personId);
    if (!isWaitingFor(engagement, { districtId, today }) || !(role === 'coordinator' || isOwner)) return [];
    return [
      {
        sentence: `“${title}” ${proposing[state]}, and waits for your answer.`,
        path: `/work/engagements/${id}`,
      },
    ];
  });
}
