import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { linkAddress } from '../links/linkAddress.ts';
import { insertSignedLink } from '../links/signedLinks.store.ts';
import type { Mail } from '../mail/mail.store.ts';
import { reasonName } from '../needs/needReasons.ts';
import type { MemberView } from '../store/view.ts';
import { homeOf } from '../partnership/homeOf.ts';
import { cancellingReasons } from './contactKinds.ts';
import { contactMail, noteMail } from './contactMail.ts';
import { contactPath } from './contactPath.ts';
import type { Contact, InvitedPerson } from './contacts.store.ts';

const dayMs = 86_400_000;
const longestMs = 390 * dayMs;

/**
 * Invites everybody, or tells them of a change or that it is off; whoever does it is not written to. Brief and calendar file are behind a signed
 * link, for members too: a principal reads them on a telephone where nobody is signed in.
 */
export async function invitingMails(
  view: MemberView,
  contact: Contact,
  step: 'planned' | 'changed' | 'cancelled',
  baseUrl: string,
  at: Date,
): Promise<Mail[]> {
  const mails: Mail[] = [];
  const reason =
    step === 'cancelled' && contact.reason
      ? [`${reasonName(cancellingReasons, contact.reason)}.`, contact.words].filter(Boolean).join(' ')
      : undefined;
  for (const to of contact.people) {
    if (to.personId === view.member.personId) continue;
    const address = await linkOf(view, 'brief', contact, to, baseUrl, at);
    const words = { to, from: view.member, contact, address, calendarAddress: `${address}/calendar.ics` };
    mails.push({ to: to.email, ...contactMail(words, step, reason) });
  }
  return mails;
}

/** Asks those who were there, but the writer of the minutes, what they took away. */
export async function notesMails(
  view: MemberView,
  contact: Contact,
  attended: ReadonlySet<string>,
  baseUrl: string,
  at: Date,
): Promise<Mail[]> {
  const mails: Mail[] = [];
  const page = `${baseUrl}${contactPath(homeOf(view.member.partnership), contact.id)}#note`;
  for (const to of contact.people) {
    if (!attended.has(to.email) || to.personId === view.member.personId) continue;
    const address =
      to.personId === null ? await linkOf(view, 'contact-note', contact, to, baseUrl, at) : page;
    mails.push({ to: to.email, ...noteMail({ to, contact, address }) });
  }
  return mails;
}

/** A link of somebody without account, good until a month after the contact. */
async function linkOf(
  view: MemberView,
  kind: 'brief' | 'contact-note',
  contact: Contact,
  holder: InvitedPerson,
  baseUrl: string,
  at: Date,
): Promise<string> {
  const after = Math.max(contact.endsAt.getTime(), at.getTime()) + 30 * dayMs;
  const until = calendarDay(new Date(Math.min(after, at.getTime() + longestMs)));
  const { name, email } = holder;
  const districtId = holder.side === 'host' ? contact.hostId : null;
  const link = { kind, subjectId: contact.id, holder: { name, email }, until, districtId };
  return linkAddress(baseUrl, await insertSignedLink(view, link, at));
}
