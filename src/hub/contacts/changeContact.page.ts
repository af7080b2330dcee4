import { findReason } from '../needs/needReasons.ts';
import { asMember } from '../store/view.ts';
import { isId } from '../store/uuid.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { respondContact } from './contact.page.ts';
import { longestItem } from './contactActs.page.ts';
import { cancellingReasons } from './contactKinds.ts';
import { invitingMails } from './contactMails.page.ts';
import { contactPath } from './contactPath.ts';
import { basedOnOf, respondNotMeeting, withContact } from './contactPlace.page.ts';
import type { ContactReading } from './contactReading.store.ts';
import { insertAgendaItem, insertContactCancelling, withdrawAgendaItem } from './contacts.store.ts';
import { mayMeet, meetingRoles } from './mayMeet.ts';
import { parseContactNote } from './minutesDraft.ts';
import { insertContactNote } from './minutes.store.ts';

const path = '/partnerships/:partnership/work/contacts/:contact';

/** Acts on a contact's page: its agenda, cancelling it, and what somebody took away. */
export const changeContactPages: Route[] = [
  {
    method: 'post',
    path: `${path}/agenda`,
    access: meetingRoles,
    answer: (ask) => withMeeting(ask, (reading) => putOnAgenda(ask, reading)),
  },
  {
    method: 'post',
    path: `${path}/agenda/off`,
    access: meetingRoles,
    answer: (ask) => withMeeting(ask, (reading) => takeOffAgenda(ask, reading)),
  },
  {
    method: 'post',
    path: `${path}/cancel`,
    access: meetingRoles,
    answer: (ask) => withMeeting(ask, (reading) => cancelContact(ask, reading)),
  },
  {
    method: 'post',
    path: `${path}/note`,
    access: 'members',
    answer: (ask) => withContact(ask, (reading) => writeNote(ask, reading)),
  },
];

function withMeeting(
  ask: MemberAsk,
  answer: (reading: ContactReading) => Promise<Response>,
): Promise<Response> {
  return mayMeet(ask.member) ? withContact(ask, answer) : respondNotMeeting(ask);
}

const longestWords = 1000;

async function putOnAgenda(ask: MemberAsk, reading: ContactReading): Promise<Response> {
  const words = ask.form.item?.trim() ?? '';
  const wrong =
    words === ''
      ? 'Say what it is about.'
      : words.length > longestItem
        ? `Keep this under ${longestItem} characters.`
        : undefined;
  if (wrong) return respondContact(ask, reading, { part: 'agenda', errors: new Map([['item', wrong]]) });
  await asMember(ask.hub.database, ask.member, (view) =>
    insertAgendaItem(view, reading.contact, words, ask.hub.now()),
  );
  return back(ask, reading);
}

async function takeOffAgenda(ask: MemberAsk, reading: ContactReading): Promise<Response> {
  const { item } = ask.form;
  if (isId(item))
    await asMember(ask.hub.database, ask.member, (view) =>
      withdrawAgendaItem(view, reading.contact, item, ask.hub.now()),
    );
  return back(ask, reading);
}

async function cancelContact(ask: MemberAsk, reading: ContactReading): Promise<Response> {
  const errors = new Map<string, string>();
  const reason = findReason(cancellingReasons, ask.form.reason);
  if (!reason) errors.set('reason', 'Choose why it is cancelled.');
  const words = ask.form.words?.trim() || null;
  if (words && words.length > longestWords)
    errors.set('words', `Keep this under ${longestWords} characters.`);
  if (errors.size > 0 || !reason) return respondContact(ask, reading, { part: 'cancel', errors });
  const at = ask.hub.now();
  const { baseUrl } = ask.hub.config;
  const written = await asMember(ask.hub.database, ask.member, (view) =>
    insertContactCancelling(
      view,
      reading.contact,
      basedOnOf(ask.form),
      { reason, words },
      (contact) => invitingMails(view, contact, 'cancelled', baseUrl, at),
      at,
    ),
  );
  if (written.done) return back(ask, reading);
  return withContact(ask, (now) =>
    respondContact(ask, now, { part: 'cancel', errors: new Map(), late: true }),
  );
}

async function writeNote(ask: MemberAsk, reading: ContactReading): Promise<Response> {
  const { contact } = reading;
  const isInvited = contact.people.some(({ personId }) => personId === ask.member.personId);
  if (!isInvited || contact.state !== 'held') return respondNotMeeting(ask);
  const parsed = parseContactNote(ask.form);
  if (!parsed.ok) return respondContact(ask, reading, { part: 'note', errors: parsed.errors });
  await asMember(ask.hub.database, ask.member, (view) =>
    insertContactNote(view, contact, parsed.value, ask.hub.now()),
  );
  return back(ask, reading);
}

function back(ask: MemberAsk, { contact }: ContactReading): Response {
  return ask.context.redirect(contactPath(ask.home, contact.id), 303);
}
