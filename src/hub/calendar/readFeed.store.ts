import { selectContacts } from '../contacts/contacts.store.ts';
import { selectMembers } from '../partnership/partnership.store.ts';
import { selectReviews } from '../reviews/reviews.store.ts';
import type { MemberView } from '../store/view.ts';
import { selectHoldings } from '../succession/holdings.store.ts';
import type { FeedReader, FeedReading } from './feedEvents.ts';

/** What the calendar of a member is made of; undefined when they are a member no more. */
export async function readFeed(
  view: MemberView,
  personId: string,
  { address, now }: Pick<FeedReading, 'address' | 'now'>,
): Promise<{ readonly reader: FeedReader; readonly reading: FeedReading } | undefined> {
  const reader = (await selectMembers(view)).find((one) => one.personId === personId);
  if (!reader) return undefined;
  const reviews = await selectReviews(view);
  return {
    reader,
    reading: {
      address,
      now,
      contacts: await selectContacts(view),
      holdings: await selectHoldings(view),
      reviews: reviews.filter(({ isCalledOff }) => !isCalledOff),
    },
  };
}
