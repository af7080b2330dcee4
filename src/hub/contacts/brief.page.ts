import { linkButton } from '../../page/button.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { workTrail } from '../work/workPlace.page.ts';
import { calendarText } from './calendarText.ts';
import { contactEvent } from './contactEvent.ts';
import { contactKindName } from './contactKinds.ts';
import { contactPath } from './contactPath.ts';
import { contactBadge, withContact } from './contactPlace.page.ts';
import type { ContactReading } from './contactReading.store.ts';
import { visitBrief } from './visitBrief.page.ts';

const path = '/partnerships/:partnership/work/contacts/:contact';

/** The one page a principal reads before a visit, and the file for her calendar. */
export const briefPages: Route[] = [
  {
    method: 'get',
    path: `${path}/brief`,
    access: 'members',
    answer: (ask) => withContact(ask, (reading) => respondBrief(ask, reading)),
  },
  {
    method: 'get',
    path: `${path}/calendar.ics`,
    access: 'members',
    answer: (ask) => withContact(ask, (reading) => respondCalendar(ask, reading)),
  },
];

function respondBrief(ask: MemberAsk, reading: ContactReading): Promise<Response> {
  const { contact, engagement } = reading;
  const page = contactPath(ask.home, contact.id);
  return ask.respond({
    title: `Brief: ${contact.title}`,
    section: 'work',
    print: 'portrait',
    body: html`${pageHeading({
      title: contact.title,
      eyebrow: `Brief of a ${contactKindName(contact.kind).toLowerCase()}${engagement ? `: ${engagement.title}` : ''}`,
      badges: contact.state === 'cancelled' ? contactBadge(contact, ask.hub.now()) : undefined,
      trail: workTrail(
        ask.home,
        { label: 'Contacts', href: `${ask.home}/work/contacts` },
        { label: contact.title, href: page },
        { label: 'Brief' },
      ),
      actions: linkButton({ label: 'Calendar file', href: `${page}/calendar.ics` }),
    })}${visitBrief(reading)}`,
  });
}

function respondCalendar(ask: MemberAsk, { contact }: ContactReading): Response {
  const address = `${ask.hub.config.baseUrl}${contactPath(ask.home, contact.id)}/brief`;
  const text = calendarText([contactEvent(contact, address)], ask.member.partnership.name);
  return ask.context.body(text, 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `attachment; filename="${calendarFileName(contact)}"`,
  });
}

/** `visit-2026-12-04.ics`: says which, and holds nothing of its words. */
export function calendarFileName({ kind, startsAt }: ContactReading['contact']): string {
  return `${kind}-${startsAt.toISOString().slice(0, 10)}.ics`;
}
