import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { selectWaitingAgreements } from '../agreement/agreements.store.ts';
import { type PartnershipReading, readPartnership } from '../benchmarks/benchmarkReading.store.ts';
import { type SharedHours, selectHours } from '../commitments/hours.store.ts';
import { type Contact, selectContacts } from '../contacts/contacts.store.ts';
import { selectWaitingReviews, type WaitingReview } from '../reviews/waiting.store.ts';
import type { MemberView } from '../store/view.ts';
import type { Holding } from '../succession/holding.ts';
import { selectHoldings } from '../succession/holdings.store.ts';
import { selectOrphans } from '../succession/orphans.store.ts';
import type { Engagement } from '../work/engagement.ts';
import { selectEngagements } from '../work/engagements.store.ts';
import { isAlive } from '../work/standing.ts';
import { type HistoryLine, selectHistoryPage } from './history.store.ts';
import { type Party, type PartnershipMember, selectMembers, selectParties } from './partnership.store.ts';

/** What the first page shows: of both, and of whoever reads it. */
export type GlanceReading = {
  readonly today: string;
  readonly figures: PartnershipReading;
  readonly parties: readonly Party[];
  readonly reader: PartnershipMember | undefined;
  readonly changes: readonly HistoryLine[];
  readonly alive: readonly Engagement[];
  readonly holdings: readonly Holding[];
  readonly orphans: readonly Holding[];
  readonly hours: readonly SharedHours[];
  /** Planned visits, calls and meetings from now on, the next first. */
  readonly coming: readonly Contact[];
  /** Agreements on which the reader's district has not acted. */
  readonly unsigned: readonly { readonly id: string; readonly title: string }[];
  readonly reviews: readonly WaitingReview[];
};

const changesShown = 6;

export async function readGlance(view: MemberView, now: Date): Promise<GlanceReading> {
  const { member } = view;
  const today = calendarDay(now);
  const parties = await selectParties(view);
  const own = parties.find(({ districtId }) => districtId === member.districtId);
  return {
    today,
    figures: await readPartnership(view),
    parties,
    reader: (await selectMembers(view)).find(({ personId }) => personId === member.personId),
    changes: await selectHistoryPage(view, 0, changesShown),
    alive: (await selectEngagements(view)).filter(isAlive),
    holdings: await selectHoldings(view),
    orphans: await selectOrphans(view),
    hours: await selectHours(view),
    coming: (await selectContacts(view))
      .filter(({ state, startsAt }) => state === 'planned' && startsAt >= now)
      .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()),
    unsigned: await selectWaitingAgreements(view, own, today),
    reviews: await selectWaitingReviews(view, today),
  };
}
