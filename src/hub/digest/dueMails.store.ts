import { formatDate } from '../../vocabulary/formatDate.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { partnersOf } from '../commitments/partnersOf.ts';
import { type Commitment, selectCommitments } from '../commitments/commitments.store.ts';
import type { NamedPerson } from '../commitments/namedPerson.ts';
import { linkAddress } from '../links/linkAddress.ts';
import { insertSignedLinkOf } from '../links/signedLinks.store.ts';
import { insertMail } from '../mail/mail.store.ts';
import {
  type Party,
  type PartnershipMember,
  selectMembers,
  selectParties,
} from '../partnership/partnership.store.ts';
import { type Answering, replyTokenOf } from '../replies/replies.store.ts';
import type { MemberView } from '../store/view.ts';
import { homeOf } from '../partnership/homeOf.ts';
import { digestMail } from './digest.ts';
import { noteTold, selectDigestChoices } from './digestChoices.store.ts';
import { lateMail } from './lateMail.ts';
import { dueReminders, mondayOf, type Reminder } from './reminders.ts';
import { readWeek } from './weekReading.store.ts';

type Sending = Answering & { readonly baseUrl: string; readonly at: Date };

/**
 * Mails everybody their week, on the first day of it on which mail goes out; whoever turned it off and whoever has nothing to read
 * gets none. Answers how many were made; called again in the same week it makes none.
 */
export async function dueDigests(view: MemberView, { baseUrl, at }: Sending): Promise<number> {
  const week = await readWeek(view, at);
  const choices = await selectDigestChoices(view);
  const address = `${baseUrl}${homeOf(view.member.partnership)}`;
  const monday = mondayOf(week.today);
  let made = 0;
  for (const reader of week.members) {
    if (choices.get(reader.personId)?.wanted === false) continue;
    if (!(await noteTold(view, `the week of ${monday} to ${reader.personId}`, at))) continue;
    const mail = digestMail(reader, week.weekOf(reader, address));
    if (!mail) continue;
    await insertMail(view, { ...mail, to: reader.email }, at);
    made += 1;
  }
  return made;
}

/** Mails owners and deputies of what is late, and a week later the partner. Answers how many were made; called again on the day it makes none. */
export async function dueLateMails(view: MemberView, sending: Sending): Promise<number> {
  const reminders = dueReminders(await selectCommitments(view), calendarDay(sending.at));
  if (reminders.length === 0) return 0;
  const parties = await selectParties(view);
  const members = await selectMembers(view);
  let made = 0;
  for (const reminder of reminders) {
    if (!(await noteTold(view, reminder.about, sending.at))) continue;
    made += await tell(view, reminder, { parties, members, ...sending });
  }
  return made;
}

type Context = Sending & {
  readonly parties: readonly Party[];
  readonly members: readonly PartnershipMember[];
};

async function tell(
  view: MemberView,
  { commitment, told }: Reminder<Commitment>,
  context: Context,
): Promise<number> {
  const { baseUrl, parties, at } = context;
  const page = `${baseUrl}${homeOf(view.member.partnership)}/work/commitments/${commitment.id}`;
  const people = await toldOf(view, { commitment, told }, page, context);
  for (const to of people) {
    const words = lateMail({
      to,
      told,
      district:
        parties.find(({ districtId }) => districtId === commitment.districtId)?.shortName ?? 'A district',
      owner: commitment.owner.name,
      what: commitment.what,
      due: formatDate(commitment.due),
      hasAccount: to.personId !== null,
      address: to.address,
    });
    const { replyToken } = to;
    await insertMail(view, { ...words, to: to.email, ...(replyToken ? { replyToken } : {}) }, at);
  }
  return people.length;
}

type Told = NamedPerson & { readonly address: string; readonly replyToken?: string };

async function toldOf(
  view: MemberView,
  { commitment, told }: Pick<Reminder<Commitment>, 'commitment' | 'told'>,
  page: string,
  context: Context,
): Promise<Told[]> {
  if (told === 'partner')
    return partnersOf(commitment.districtId, context).map((one) => ({ ...one, address: page }));
  const to = told === 'owner' ? commitment.owner : commitment.deputy;
  return to ? [{ ...to, ...(await ownAddress(view, commitment, to, page, context)) }] : [];
}

const linkDays = 60;

/** Its page, or a link of their own for somebody without account, and what their answer by mail is known by: given by a coordinator of their district. */
async function ownAddress(
  view: MemberView,
  { id, districtId }: Commitment,
  { personId, name, email }: NamedPerson,
  page: string,
  { members, baseUrl, replyAddress, at }: Context,
): Promise<{ readonly address: string; readonly replyToken?: string }> {
  const giver = members.find((one) => one.districtId === districtId && one.role === 'coordinator');
  if (!giver) return { address: page };
  const from = { partnershipId: view.member.partnership.id, personId: giver.personId, districtId };
  const link = {
    kind: 'commitment',
    subjectId: id,
    holder: { name, email },
    until: calendarDay(new Date(at.getTime() + linkDays * 86_400_000)),
  } as const;
  const answerable = await replyTokenOf(view, from, link, { replyAddress }, at);
  if (personId !== null) return { address: page, ...answerable };
  return { address: linkAddress(baseUrl, await insertSignedLinkOf(view, from, link, at)), ...answerable };
}
