import { type ContactKindId, contactKindName } from './contactKinds.ts';

/** What a calendar is told of something that takes time. */
export type CalendarEvent = {
  /** Stays the same through every change. */
  readonly uid: string;
  /** Grows with every change, so that a calendar takes the newer. */
  readonly sequence: number;
  readonly changedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly summary: string;
  readonly place: string;
  readonly description: string;
  readonly organiser: { readonly name: string; readonly email: string };
  readonly address: string;
  readonly isCancelled: boolean;
  /** Takes the whole calendar date of `startsAt` in UTC, such as the day something is due. */
  readonly isAllDay?: boolean;
};

/** What of a contact a calendar is told. */
export type EventContact = {
  readonly id: string;
  readonly kind: ContactKindId;
  readonly version: number;
  readonly state: 'planned' | 'held' | 'cancelled';
  readonly title: string;
  readonly purpose: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly firstQuestion: string | null;
  readonly secondQuestion: string | null;
  readonly practical: string | null;
  readonly changedAt: Date;
  readonly organiser: { readonly name: string; readonly email: string };
};

/** A contact as a calendar's event. `address` is its page, or the signed link of whoever has no account. */
export function contactEvent(contact: EventContact, address: string): CalendarEvent {
  const { id, kind, version, title, purpose, firstQuestion, secondQuestion, practical } = contact;
  const questions = [firstQuestion, secondQuestion].filter((one) => one !== null);
  return {
    uid: `${id}@tandem`,
    sequence: version - 1,
    changedAt: contact.changedAt,
    startsAt: contact.startsAt,
    endsAt: contact.endsAt,
    summary: `${contactKindName(kind)}: ${title}`,
    place: contact.place,
    description: [
      purpose,
      ...(questions.length > 0 ? ['', 'Questions:', ...questions.map((one) => `- ${one}`)] : []),
      ...(practical ? ['', practical] : []),
      '',
      `The brief: ${address}`,
    ].join('\n'),
    organiser: contact.organiser,
    address,
    isCancelled: contact.state === 'cancelled',
  };
}
