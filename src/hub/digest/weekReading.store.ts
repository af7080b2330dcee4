import { formatDate } from '../../vocabulary/formatDate.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { waitingFor } from '../agreement/standing.ts';
import { type Agreement, selectAgreements } from '../agreement/agreements.store.ts';
import { selectAuditLines } from '../audit/audit.store.ts';
import { hoursText } from '../commitments/hoursBalance.ts';
import { isAskedAbout, type SharedHours, selectHours } from '../commitments/hours.store.ts';
import { contactKindName } from '../contacts/contactKinds.ts';
import { type Contact, selectContacts } from '../contacts/contacts.store.ts';
import { actSentence } from '../partnership/actSentence.ts';
import {
  type Party,
  type PartnershipMember,
  selectMembers,
  selectParties,
} from '../partnership/partnership.store.ts';
import { selectWaitingReviews, type WaitingReview } from '../reviews/waiting.store.ts';
import type { MemberView } from '../store/view.ts';
import { selectHoldings } from '../succession/holdings.store.ts';
import type { Holding } from '../succession/holding.ts';
import { selectEngagements } from '../work/engagements.store.ts';
import { type DigestWeek, weekDays } from './digest.ts';
import { waitingReviewSentences, waitingWorkSentences } from './waitingSentences.ts';

const dayMs = 86_400_000;
const mostLines = 200;

/** All that the weekly mails of a partnership are written from, read once. */
export type WeekReading = {
  readonly today: string;
  readonly members: readonly PartnershipMember[];
  readonly holdings: readonly Holding[];
  readonly weekOf: (reader: PartnershipMember, address: string) => DigestWeek;
};

export async function readWeek(view: MemberView, now: Date): Promise<WeekReading> {
  const { partnership } = view.member;
  const today = calendarDay(now);
  const members = await selectMembers(view);
  const parties = await selectParties(view);
  const holdings = await selectHoldings(view);
  const hours = await selectHours(view);
  const contacts = await selectContacts(view);
  const agreements = await selectAgreements(view);
  const engagements = await selectEngagements(view);
  const reviews = new Map<string, readonly WaitingReview[]>();
  for (const { districtId } of parties)
    reviews.set(districtId, await selectWaitingReviews(view, today, districtId));
  const lines = await selectAuditLines(view, partnership.id, 0, mostLines);
  const since = now.getTime() - weekDays * dayMs;
  const recent = lines.filter(({ at }) => at.getTime() >= since);
  return {
    today,
    members,
    holdings,
    weekOf: (reader, address) => ({
      partnership: partnership.name,
      address,
      today,
      holdings,
      waiting: [
        ...waitingOf(reader, { hours, agreements, parties, today }),
        ...waitingReviewSentences(reader, reviews.get(reader.districtId ?? '') ?? []),
        ...waitingWorkSentences(reader, engagements, today),
      ],
      coming: comingOf(reader, contacts, now),
      // Nobody has to be told of their own doing.
      changes: recent.filter((line) => line.person_id !== reader.personId).map(actSentence),
    }),
  };
}

type Waits = {
  readonly hours: readonly SharedHours[];
  readonly agreements: readonly Agreement[];
  readonly parties: readonly Party[];
  readonly today: string;
};

/** Hours wait for whoever coordinates, an agreement for whoever signs: nobody is told of what others must do. */
function waitingOf(
  { role, districtId }: PartnershipMember,
  { hours, agreements, parties, today }: Waits,
): DigestWeek['waiting'] {
  const asked = hours.filter((one) => one.state === 'waiting' && isAskedAbout(one, districtId));
  const quarters = asked.reduce((sum, one) => sum + one.quarterHours, 0);
  const own = parties.find((party) => party.districtId === districtId);
  const unsigned = agreements.flatMap((agreement) => {
    const version = waitingFor(agreement, own, today);
    return version ? [{ id: agreement.id, title: version.terms.title }] : [];
  });
  return [
    ...(role === 'coordinator' && quarters > 0
      ? [{ sentence: `${hoursText(quarters)} of shared work: confirm or dispute them.`, path: '/work/hours' }]
      : []),
    ...(role === 'sponsor'
      ? unsigned.map(({ id, title }) => ({
          sentence: `“${title}” waits for your signature.`,
          path: `/agreement/${id}`,
        }))
      : []),
  ];
}

/** Contacts of the next two weeks to which the reader is invited. */
function comingOf(reader: PartnershipMember, contacts: readonly Contact[], now: Date): DigestWeek['coming'] {
  const until = now.getTime() + 2 * weekDays * dayMs;
  return contacts
    .filter(({ state, startsAt }) => state === 'planned' && startsAt >= now && startsAt.getTime() <= until)
    .filter(({ people }) => people.some(({ email }) => email === reader.email))
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .map(({ id, kind, title, startsAt, place }) => ({
      sentence: `${contactKindName(kind)} on ${formatDate(calendarDay(startsAt))}: ${title}, ${place}.`,
      path: `/work/contacts/${id}`,
    }));
}
