import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { selectOptionalContact } from '../contacts/contacts.store.ts';
import { linkAddress } from '../links/linkAddress.ts';
import { insertSignedLink, type NewSignedLink } from '../links/signedLinks.store.ts';
import { insertMail } from '../mail/mail.store.ts';
import { homeOf } from '../partnership/homeOf.ts';
import type { MailContext } from './commitmentMails.page.ts';
import { ownReplyToken } from '../replies/replies.store.ts';
import type { MemberView } from '../store/view.ts';
import { isAskedAbout, type SharedHours, selectOptionalHours } from './hours.store.ts';
import { hoursText } from './hoursBalance.ts';
import { hoursMail, type WaitingHours } from './hoursMail.ts';
import { directionText, hoursPath, kindName } from './hoursWords.page.ts';
import type { NamedPerson } from './namedPerson.ts';
import { partnersOf } from './partnersOf.ts';

const linkDays = 60;

/**
 * Asks those who are to confirm hours: who speaks for the other district, and whoever received the visitors there. Somebody without account gets a
 * signed link for each entry. Called in the transaction that enters or corrects them; what was entered at once is one mail.
 */
export async function tellHours(
  view: MemberView,
  hoursIds: readonly string[],
  step: 'entered' | 'corrected',
  context: MailContext,
  at: Date,
): Promise<void> {
  const all: SharedHours[] = [];
  for (const id of hoursIds) {
    const hours = await selectOptionalHours(view, id);
    if (hours) all.push(hours);
  }
  for (const { districtId } of context.parties) {
    const asked = all.filter((one) => isAskedAbout(one, districtId));
    if (asked.length === 0) continue;
    for (const to of await confirmersIn(view, districtId, asked, context))
      await tell(view, { to, districtId, asked, step }, context, at);
  }
}

type Asked = {
  readonly to: NamedPerson;
  readonly districtId: string;
  readonly asked: readonly SharedHours[];
  readonly step: 'entered' | 'corrected';
};

async function tell(
  view: MemberView,
  { to, districtId, asked, step }: Asked,
  context: MailContext,
  at: Date,
): Promise<void> {
  const { baseUrl, parties, replyAddress } = context;
  const until = calendarDay(new Date(at.getTime() + linkDays * 86_400_000));
  const home = homeOf(view.member.partnership);
  const hasAccount = to.personId !== null;
  const waiting: WaitingHours[] = [];
  for (const one of asked) {
    const page = asked.length === 1 ? hoursPath(home, one.id) : `${home}/work/hours#waiting`;
    const address = hasAccount
      ? `${baseUrl}${page}`
      : linkAddress(baseUrl, await insertSignedLink(view, linkOf(one, to, districtId, until), at));
    const title = `${directionText(one, parties)} ${hoursText(one.quarterHours)}`;
    const about = `${formatDate(one.day)}, ${kindName(one.kind).toLowerCase()}`;
    waiting.push({ title, about, words: one.words, address });
  }
  const district =
    parties.find((party) => party.districtId === view.member.districtId)?.shortName ?? 'The partner';
  const words = hoursMail({ to, from: view.member, district, step, hours: waiting, hasAccount });
  const [only, ...more] = asked;
  // An answer by mail says one yes: it cannot say of which of several.
  const answerable =
    only && more.length === 0
      ? await ownReplyToken(view, linkOf(only, to, districtId, until), { replyAddress }, at)
      : {};
  await insertMail(view, { to: to.email, ...words, ...answerable }, at);
}

function linkOf({ id }: SharedHours, to: NamedPerson, districtId: string, until: string): NewSignedLink {
  return {
    kind: 'hours',
    subjectId: id,
    holder: { name: to.name, email: to.email },
    until,
    districtId,
  };
}

async function confirmersIn(
  view: MemberView,
  districtId: string,
  asked: readonly SharedHours[],
  { parties, members }: MailContext,
): Promise<NamedPerson[]> {
  const voices: NamedPerson[] = partnersOf(view.member.districtId ?? '', {
    parties: parties.filter((party) => party.districtId === districtId),
    members,
  });
  const contactId = asked.find((one) => one.contactId !== null)?.contactId;
  const contact = contactId ? await selectOptionalContact(view, contactId) : undefined;
  const host =
    contact?.hostId === districtId
      ? contact.people.find(({ side, attended }) => side === 'host' && attended !== false)
      : undefined;
  return host && voices.every(({ email }) => email !== host.email) ? [...voices, host] : voices;
}
