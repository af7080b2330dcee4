import { type CalendarEvent, contactEvent, type EventContact } from '../contacts/contactEvent.ts';
import { type Holding, type HoldingKindId, holdingKinds, partOf } from '../succession/holding.ts';

export type FeedReader = { readonly personId: string; readonly name: string; readonly email: string };

export type FeedReading = {
  readonly holdings: readonly Holding[];
  readonly contacts: readonly (EventContact & { readonly people: readonly { readonly email: string }[] })[];
  /** Planned days of reviews. */
  readonly reviews: readonly {
    readonly id: string;
    readonly title: string;
    readonly plannedOn: string;
    readonly version: number;
    readonly changedAt: Date;
  }[];
  /** The partnership's own address, without a slash at its end. */
  readonly address: string;
  readonly now: Date;
};

/** Contacts that lie further back are no calendar's any more. */
const pastDays = 90;

/**
 * What a person's calendar shows: the contacts to which they are invited, the reviews of the partnership, and the days on which something
 * of theirs is due. A uid stays with its subject, so that a moved day moves the entry.
 */
export function feedEvents(reader: FeedReader, reading: FeedReading): CalendarEvent[] {
  const { holdings, contacts, reviews, address, now } = reading;
  const since = now.getTime() - pastDays * 86_400_000;
  const dayOf = (one: {
    readonly uid: string;
    readonly day: string;
    readonly summary: string;
    readonly description: string;
    readonly path: string;
    readonly sequence?: number;
    readonly changedAt?: Date;
  }): CalendarEvent => ({
    uid: one.uid,
    sequence: one.sequence ?? 0,
    changedAt: one.changedAt ?? now,
    startsAt: new Date(`${one.day}T00:00:00Z`),
    endsAt: new Date(`${one.day}T00:00:00Z`),
    isAllDay: true,
    summary: one.summary,
    place: '',
    description: `${one.description}\n\n${address}${one.path}`,
    organiser: reader,
    address: `${address}${one.path}`,
    isCancelled: false,
  });
  return [
    ...contacts
      .filter(
        (one) => one.endsAt.getTime() >= since && one.people.some(({ email }) => email === reader.email),
      )
      .map((one) => contactEvent(one, `${address}/work/contacts/${one.id}`)),
    ...reviews.map(({ id, title, plannedOn, version, changedAt }) =>
      dayOf({
        uid: `review-${id}@tandem`,
        day: plannedOn,
        summary: `Review: ${title}`,
        description: 'The agenda is generated from what is due and what is new.',
        path: `/reviews/${id}`,
        sequence: version - 1,
        changedAt,
      }),
    ),
    ...holdings.flatMap((holding) => {
      const part = partOf(holding, reader);
      if (holding.due === null || part === null) return [];
      return [
        dayOf({
          uid: `${holding.kind}-${holding.id}-${holding.districtId}@tandem`,
          day: holding.due,
          summary: `${dueWord(holding.kind)}: ${holding.title}`,
          description:
            part === 'owner' ? 'Yours.' : `You stand in for ${holding.owner?.name ?? 'its owner'}.`,
          path: holding.path,
        }),
      ];
    }),
  ];
}

function dueWord(kind: HoldingKindId): string {
  if (kind === 'commitment') return 'Due';
  if (kind === 'cycle') return 'Look at the test';
  if (kind === 'pack') return 'Last day to sign';
  return holdingKinds.find(({ id }) => id === kind)?.name ?? kind;
}
