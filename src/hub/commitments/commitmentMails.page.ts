import { formatDate } from '../../vocabulary/formatDate.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { linkAddress } from '../links/linkAddress.ts';
import { insertSignedLink, type NewSignedLink } from '../links/signedLinks.store.ts';
import { type Answering, ownReplyToken } from '../replies/replies.store.ts';
import type { Mail } from '../mail/mail.store.ts';
import { reasonName } from '../needs/needReasons.ts';
import type { Party, PartnershipMember } from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import { homeOf } from '../partnership/homeOf.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { changedCommitmentMail, givenCommitmentMail } from './commitmentMail.ts';
import type { StepOf } from './commitmentDraft.ts';
import { droppingReasons, movingReasons } from './commitmentReasons.ts';
import type { Commitment } from './commitments.store.ts';
import { commitmentPath } from './commitmentPath.ts';
import type { NamedPerson } from './namedPerson.ts';
import { partnersOf } from './partnersOf.ts';

/** Where the hub is served, and who is in the partnership. */
export type MailContext = Answering & {
  readonly baseUrl: string;
  readonly parties: readonly Party[];
  readonly members: readonly PartnershipMember[];
};

/** What the partner is told when a promise to them is moved or dropped. */
export function changedMails(
  view: MemberView,
  commitment: Commitment,
  act: StepOf<'moved'> | StepOf<'dropped'>,
  context: MailContext,
): Mail[] {
  const was = formatDate(commitment.due);
  const reasons = act.step === 'moved' ? movingReasons : droppingReasons;
  return partnersOf(commitment.districtId, context).map((to) => ({
    to: to.email,
    ...changedCommitmentMail({
      to,
      from: view.member,
      district: shortNameOf(commitment.districtId, context),
      what: commitment.what,
      change:
        act.step === 'moved' ? { step: 'moved', was, due: formatDate(act.due) } : { step: 'dropped', was },
      reason: inSentence(reasonName(reasons, act.reason)),
      words: act.words,
      address: `${context.baseUrl}${commitmentPath(homeOf(view.member.partnership), commitment.id)}`,
    }),
  }));
}

type Given = {
  readonly id: string;
  readonly districtId: string;
  readonly what: string;
  readonly due: string;
  readonly owner: NamedPerson;
  readonly deputy: NamedPerson | null;
};

/** What owner and deputy are told when a commitment becomes theirs; somebody without account gets a signed link in it. Nobody is told of their own doing. */
export async function givenMails(
  view: MemberView,
  given: Given,
  context: MailContext,
  at: Date,
): Promise<Mail[]> {
  const mails: Mail[] = [];
  for (const [part, to] of [
    ['owner', given.owner],
    ['deputy', given.deputy],
  ] as const) {
    if (!to || to.personId === view.member.personId) continue;
    const address =
      to.personId === null
        ? linkAddress(context.baseUrl, await insertSignedLink(view, linkOf(given, to, at), at))
        : `${context.baseUrl}${commitmentPath(homeOf(view.member.partnership), given.id)}`;
    mails.push({
      to: to.email,
      ...(await ownReplyToken(view, linkOf(given, to, at), context, at)),
      ...givenCommitmentMail({
        to,
        from: view.member,
        district: shortNameOf(given.districtId, context),
        what: given.what,
        due: formatDate(given.due),
        part,
        address,
        hasAccount: to.personId !== null,
      }),
    });
  }
  return mails;
}

const dayMs = 86_400_000;

/** What they may do by link or answer, until two months after the day; a month at least, a year at the most. */
function linkOf(given: Given, to: NamedPerson, at: Date): NewSignedLink {
  const twoMonthsAfter = Date.parse(`${given.due}T12:00:00Z`) + 60 * dayMs;
  const after = Math.max(twoMonthsAfter, at.getTime() + 30 * dayMs);
  const until = calendarDay(new Date(Math.min(after, at.getTime() + 365 * dayMs)));
  const holder = { name: to.name, email: to.email };
  return { kind: 'commitment', subjectId: given.id, holder, until, districtId: given.districtId };
}

function shortNameOf(districtId: string, { parties }: MailContext): string {
  return parties.find((party) => party.districtId === districtId)?.shortName ?? 'The partner';
}
