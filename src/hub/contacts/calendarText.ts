import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { CalendarEvent } from './contactEvent.ts';

/**
 * A calendar file (RFC 5545) of some events, times in UTC. A file of one cancelled event takes it off the calendar it was put on; in a
 * feed of many a cancelled one is only marked.
 */
export function calendarText(events: readonly CalendarEvent[], name: string): string {
  const [only] = events;
  const isCancelling = events.length === 1 && only?.isCancelled === true;
  const calendar = ical({
    prodId: { company: 'Tandem', product: 'Tandem', language: 'EN' },
    method: isCancelling ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    name,
  });
  for (const event of events) {
    const { uid, sequence, changedAt, startsAt, endsAt, summary, place, description, organiser, address } =
      event;
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: changedAt,
      start: startsAt,
      ...(event.isAllDay ? { allDay: true } : { end: endsAt }),
      summary: summary.replaceAll(controls, ' '),
      location: place.replaceAll(controls, ' '),
      description: description.replaceAll(/\r\n|\r/g, '\n').replaceAll(controls, ' '),
      url: address,
      organizer: { name: parameterOf(organiser.name), email: organiser.email },
      status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  // Every line ends with CRLF, the last one too (section 3.1); the library leaves it out.
  return `${calendar.toString()}\r\n`;
}

/** Control characters but the line break and the tab: a content line may hold none of them. */
const controls = /(?![\n\t])\p{Cc}/gu;

/** A parameter's value stands between quotes and cannot hold any (section 3.2). */
function parameterOf(name: string): string {
  return name.replaceAll('"', '’').replaceAll(/\p{Cc}/gu, ' ');
}
