import { badge } from '../../page/badge.ts';
import { callout } from '../../page/callout.ts';
import { type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { asMember } from '../store/view.ts';
import { isId } from '../store/uuid.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk } from '../web/route.ts';
import { type ContactReading, readContact } from './contactReading.store.ts';
import { contactStanding } from './contactStanding.ts';
import type { Contact } from './contacts.store.ts';

/** How a contact stands, as a sign and words. */
export function contactBadge(contact: Contact, now: Date): Html {
  switch (contactStanding(contact, now)) {
    case 'coming':
      return badge('info', 'Coming');
    case 'was it held':
      return badge('attention', 'Was it held?');
    case 'held':
      return badge('good', 'Held');
    case 'cancelled':
      return badge('neutral', 'Cancelled');
  }
}

/** The contact that the address names. */
export async function withContact(
  ask: MemberAsk,
  answer: (reading: ContactReading) => Promise<Response> | Response,
): Promise<Response> {
  const id = ask.context.req.param('contact');
  const reading = isId(id)
    ? await asMember(ask.hub.database, ask.member, (view) => readContact(view, id))
    : undefined;
  return reading ? answer(reading) : notFound(ask, 'There is no such contact.');
}

/** Contacts are planned and written down by people of the districts. */
export function respondNotMeeting(ask: MemberAsk): Promise<Response> {
  return ask.respond({
    title: 'Not yours to do',
    section: 'work',
    status: 403,
    body: html`${pageHeading({ title: 'Not yours to do' })}${callout({
      kind: 'refusal',
      title: 'Visits, calls and meetings are planned and written down by people of the two districts.',
      body: html`<a href="${`${ask.home}/work/contacts`}">See what is planned</a>.`,
    })}`,
  });
}

/** The version a form was based on; 0 for none. */
export function basedOnOf(form: Readonly<Record<string, string>>, field = 'version'): number {
  const version = form[field] ?? '';
  return /^\d{1,6}$/.test(version) ? Number(version) : 0;
}
