import { addDays } from '../../vocabulary/addDays.ts';
import { daysBetween } from '../../vocabulary/daysBetween.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { roles } from '../../vocabulary/partnership.ts';
import { selectAgreements } from '../agreement/agreements.store.ts';
import { standingOf } from '../agreement/standing.ts';
import { type Contact, selectContacts } from '../contacts/contacts.store.ts';
import { selectContactDecisions } from '../contacts/minutes.store.ts';
import { type PartnershipMember, selectMembers } from '../partnership/partnership.store.ts';
import { selectDecisions } from '../reviews/decisions.store.ts';
import type { MemberView } from '../store/view.ts';
import { selectDeputies } from './deputies.store.ts';
import type { HandoverPack } from './handoverPack.ts';
import { type Holding, type HoldingPerson, holdingKinds, partOf } from './holding.ts';
import { selectHoldings } from './holdings.store.ts';
import { twoCalls } from './twoCalls.ts';

export type HandoverAbout = {
  readonly leaver: PartnershipMember;
  readonly leavesOn: string;
  readonly successor: string | null;
  readonly today: string;
};

/** What a member hands over, as it is on a day. */
export async function readHandover(view: MemberView, about: HandoverAbout): Promise<HandoverPack> {
  const { leaver, leavesOn, successor, today } = about;
  const members = await selectMembers(view);
  const holdings = await selectHoldings(view);
  const own = holdings.filter((one) => partOf(one, leaver) !== null);
  const contacts = (await selectContacts(view)).filter((contact) => wasThere(contact, leaver));
  const counterparts = counterpartsOf(about, { own, holdings, contacts, members });
  const deputy = (await selectDeputies(view)).get(leaver.personId)?.deputy ?? null;
  return {
    format: 'tandem-handover/1',
    partnership: view.member.partnership.name,
    day: today,
    leaver: {
      name: leaver.name,
      role: roles.find(({ id }) => id === leaver.role)?.name ?? leaver.role,
      district: leaver.districtName,
    },
    leavesOn,
    successor,
    deputy: deputy?.name ?? null,
    calls: twoCalls(
      counterparts.map(({ name, email, promised, lastContact }) => ({
        name,
        email,
        overdueDays: promised.flatMap(({ due }) => (due < today ? [daysBetween(due, today)] : [])),
        lastContact: lastContact?.on ?? null,
      })),
      today,
    ),
    counterparts,
    others: own
      .filter(({ kind, counterpart }) => kind === 'commitment' && counterpart === null)
      .map((one) => promisedOf(one, 'ours')),
    carries: own
      .filter(({ kind }) => kind !== 'commitment')
      .map((one) => ({
        kind: holdingKinds.find(({ id }) => id === one.kind)?.name ?? one.kind,
        title: one.title,
        path: one.path,
        note: partOf(one, leaver) === 'deputy' ? 'as deputy' : one.due,
      })),
    waiting: holdings
      .filter(({ kind, counterpart }) => kind === 'ask' && counterpart?.personId === leaver.personId)
      .map(({ title, path, owner }) => ({ title, path, note: owner?.name ?? null })),
    decisions: await decisionsFor(view, { leaver, own, contacts }),
    agreements: await expiringAgreements(view, today),
  };
}

type Found = {
  readonly own: readonly Holding[];
  readonly holdings: readonly Holding[];
  readonly contacts: readonly Contact[];
  readonly members: readonly PartnershipMember[];
};

/** The people of the other side whom work, promises or contacts tie to whoever leaves. */
function counterpartsOf({ leaver, today }: HandoverAbout, found: Found): HandoverPack['counterparts'] {
  const { own, holdings, contacts, members } = found;
  const people = new Map<string, HoldingPerson>();
  const note = (person: HoldingPerson | null) => {
    if (person && person.personId !== leaver.personId && !people.has(person.email))
      people.set(person.email, person);
  };
  const theirs = holdings.filter(
    ({ kind, districtId, counterpart }) =>
      kind === 'commitment' &&
      districtId !== leaver.districtId &&
      counterpart !== null &&
      partOf({ owner: counterpart, deputy: null }, leaver) === 'owner',
  );
  for (const { counterpart } of own) note(counterpart);
  for (const { owner } of theirs) note(owner);
  for (const contact of contacts) for (const person of otherSide(contact, leaver, members)) note(person);
  return [...people.values()].map((person) => {
    const is = (one: HoldingPerson | null) => one?.email === person.email;
    const last = contacts.find(
      (contact) =>
        contact.state === 'held' &&
        calendarDay(contact.startsAt) <= today &&
        contact.people.some(({ email }) => email === person.email),
    );
    return {
      name: person.name,
      email: person.email,
      district: members.find(({ personId }) => personId === person.personId)?.districtName ?? null,
      promised: [
        ...own
          .filter(({ kind, counterpart }) => kind === 'commitment' && is(counterpart))
          .map((one) => promisedOf(one, 'ours')),
        ...theirs.filter(({ owner }) => is(owner)).map((one) => promisedOf(one, 'theirs')),
      ],
      lastContact: last
        ? { on: calendarDay(last.startsAt), title: last.title, path: `/work/contacts/${last.id}` }
        : null,
    };
  });
}

function promisedOf(
  { title, owner, due, path }: Holding,
  whose: 'ours' | 'theirs',
): HandoverPack['others'][number] {
  return { what: title, whose, owner: owner?.name ?? 'nobody', due: due ?? '', path };
}

function wasThere({ people, organiser }: Contact, leaver: PartnershipMember): boolean {
  return organiser.personId === leaver.personId || people.some(({ email }) => email === leaver.email);
}

function otherSide(
  { people, organiser }: Contact,
  leaver: PartnershipMember,
  members: readonly PartnershipMember[],
): HoldingPerson[] {
  const districtOf = (email: string) => members.find((one) => one.email === email)?.districtId;
  const own = people.find(({ email }) => email === leaver.email)?.side;
  return [...people, { ...organiser, side: undefined }]
    .filter(({ email, side }) => {
      const district = districtOf(email);
      if (district !== undefined) return district !== null && district !== leaver.districtId;
      return side !== undefined && own !== undefined && side !== own;
    })
    .map(({ personId, name, email }) => ({ personId, name, email }));
}

type Concerned = {
  readonly leaver: PartnershipMember;
  readonly own: readonly Holding[];
  readonly contacts: readonly Contact[];
};

const mostDecisions = 20;

/** What was decided, newest first: everything for those who speak for a district, else what concerns their work and their meetings. */
async function decisionsFor(
  view: MemberView,
  { leaver, own, contacts }: Concerned,
): Promise<HandoverPack['decisions']> {
  const seesAll = leaver.role === 'coordinator' || leaver.role === 'sponsor';
  const carried = new Set(own.map(({ id }) => id));
  const met = new Map((await selectContacts(view)).map((contact) => [contact.id, contact]));
  const inReviews = (await selectDecisions(view))
    .filter(({ aboutId }) => seesAll || carried.has(aboutId))
    .map(({ aboutTitle, choice, words, madeAt, madeBy, reviewId }) => ({
      about: aboutTitle,
      decided: choice,
      reason: words,
      on: calendarDay(madeAt),
      by: madeBy,
      path: `/reviews/${reviewId}`,
    }));
  const inContacts = (await selectContactDecisions(view))
    .filter(({ contactId }) => seesAll || contacts.some(({ id }) => id === contactId))
    .map(({ contactId, decision, reason, madeAt, madeBy }) => ({
      about: met.get(contactId)?.title ?? 'a contact',
      decided: decision,
      reason,
      on: calendarDay(madeAt),
      by: madeBy,
      path: `/work/contacts/${contactId}`,
    }));
  return [...inReviews, ...inContacts].sort((a, b) => b.on.localeCompare(a.on)).slice(0, mostDecisions);
}

/** Signed agreements that end within a year. */
async function expiringAgreements(view: MemberView, today: string): Promise<HandoverPack['agreements']> {
  const horizon = addDays(today, 365);
  return (await selectAgreements(view)).flatMap((agreement) => {
    const { signed, state } = standingOf(agreement, today);
    const endsOn = signed?.terms.validUntil;
    if (!signed || !endsOn || state === 'ended' || endsOn > horizon) return [];
    return { title: signed.terms.title, endsOn, path: `/agreement/${agreement.id}` };
  });
}
