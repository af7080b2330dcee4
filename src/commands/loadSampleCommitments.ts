import { type CitedDistrict, citedDistricts } from '../../sample/citedDistricts.ts';
import {
  type SampleCommitment,
  sampleCommitments,
  type SampleHours,
  sampleHours,
} from '../../sample/sampleCommitments.ts';
import { type SampleContact, sampleContacts } from '../../sample/sampleContacts.ts';
import type { CommitmentStep } from '../hub/commitments/commitmentDraft.ts';
import {
  insertCommitment,
  insertCommitmentStep,
  selectOptionalCommitment,
} from '../hub/commitments/commitments.store.ts';
import { insertHours, insertHoursAnswer, selectHours } from '../hub/commitments/hours.store.ts';
import type { NamedPerson } from '../hub/commitments/namedPerson.ts';
import { californiaMoment } from '../hub/contacts/californiaTime.ts';
import { invitingMails } from '../hub/contacts/contactMails.page.ts';
import {
  insertAgendaItem,
  insertContact,
  insertContactCancelling,
  selectOptionalContact,
} from '../hub/contacts/contacts.store.ts';
import { insertContactNote, insertMinutes } from '../hub/contacts/minutes.store.ts';
import type { Mail } from '../hub/mail/mail.store.ts';
import { selectMembers, selectParties } from '../hub/partnership/partnership.store.ts';
import type { Database } from '../hub/store/database.ts';
import { asMember, type Member, type MemberView } from '../hub/store/view.ts';
import type { Engagement } from '../hub/work/engagement.ts';
import { selectEngagements } from '../hub/work/engagements.store.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';

/**
 * Promises, meets and counts hours in the sample, each act as the person who would and on a day of the last months. Who is invited to the
 * contact that comes is written to where `baseUrl` says where it is served; null where mail leaves.
 */
export async function loadSampleCommitments(
  database: Database,
  coordinator: Member,
  baseUrl: string | null,
  now: () => Date,
): Promise<void> {
  await asMember(database, coordinator, async (view) => {
    const stage = await stageOf(view, baseUrl, now());
    for (const sample of sampleCommitments) await promise(stage, sample);
    for (const sample of sampleHours) await giveHours(stage, sample);
    for (const sample of sampleContacts) await meet(stage, sample);
  });
}

type Stage = {
  readonly view: MemberView;
  readonly baseUrl: string | null;
  /** The view of somebody of the sample, in the transaction that is open. */
  readonly as: (name: string) => MemberView;
  readonly person: (name: string) => NamedPerson;
  readonly districtOf: (district: CitedDistrict) => string;
  readonly workOf: (title: string) => Engagement;
  /** A moment and a calendar date so many days from now. */
  readonly at: (days: number) => Date;
  readonly day: (days: number) => string;
};

async function stageOf(view: MemberView, baseUrl: string | null, now: Date): Promise<Stage> {
  const parties = await selectParties(view);
  const members = await selectMembers(view);
  const engagements = await selectEngagements(view);
  const sure = <T>(found: T | undefined, what: string): T => {
    if (found === undefined) throw new Error(`the sample has no ${what}`);
    return found;
  };
  const memberOf = (name: string) =>
    sure(
      members.find((one) => one.name === name),
      name,
    );
  const at = (days: number) => new Date(now.getTime() + days * 24 * 3_600_000);
  return {
    view,
    baseUrl,
    at,
    day: (days) => calendarDay(at(days)),
    as: (name) => {
      const { personId, role, districtId } = memberOf(name);
      return { ...view, member: { ...view.member, personId, name, role, districtId } };
    },
    person: (name) => {
      const { personId, email } = memberOf(name);
      return { personId, name, email };
    },
    districtOf: (district) =>
      sure(
        parties.find(({ cds }) => cds === citedDistricts[district].cds),
        district,
      ).districtId,
    workOf: (title) =>
      sure(
        engagements.find((one) => one.title === title),
        title,
      ),
  };
}

function sureOf(written: { readonly done: true } | { readonly done: false; readonly reason: string }): void {
  if (!written.done) throw new Error(`the sample was not written: ${written.reason}`);
}

const nobody = async (): Promise<Mail[]> => [];

async function promise(stage: Stage, sample: SampleCommitment): Promise<void> {
  const { as, person, day, at, districtOf, workOf } = stage;
  const { owner, deputy, what, work, outcome } = sample;
  const id = await insertCommitment(
    as(sample.by),
    districtOf(sample.district),
    {
      what,
      due: day(sample.dueIn),
      owner: typeof owner === 'string' ? person(owner) : { personId: null, ...owner },
      deputy: deputy === null ? null : person(deputy),
      engagementId: work === null ? null : workOf(work).id,
      benchmarkId: work === null ? null : workOf(work).benchmarkId,
      contactId: null,
    },
    nobody,
    at(sample.madeIn),
  );
  const commitment = await selectOptionalCommitment(stage.view, id);
  if (!outcome || !commitment) return;
  const { words } = outcome;
  const act: CommitmentStep =
    outcome.step === 'done'
      ? { step: 'done', doneOn: day(outcome.in), words }
      : outcome.step === 'moved'
        ? { step: 'moved', due: day(outcome.dueIn), reason: outcome.reason, words }
        : { step: 'dropped', reason: outcome.reason, words };
  sureOf(await insertCommitmentStep(as(sample.by), commitment, 1, act, [], at(outcome.in)));
}

async function giveHours(stage: Stage, sample: SampleHours): Promise<void> {
  const { as, day, at, districtOf, workOf } = stage;
  const { gives, kind, words, confirmedBy } = sample;
  const by = as(sample.enteredBy);
  const { id: engagementId, focusArea } = workOf(sample.work);
  const hours = { day: day(sample.in), quarterHours: sample.hours * 4, kind, words };
  await insertHours(
    by,
    {
      ...hours,
      givesId: districtOf(gives),
      receivesId: districtOf(gives === 'fresno' ? 'longBeach' : 'fresno'),
      enteredId: by.member.districtId ?? '',
      focusArea,
      engagementId,
      contactId: null,
      askId: null,
    },
    at(sample.in),
  );
  if (confirmedBy) await confirmWaiting(stage, confirmedBy, at(sample.in + 2), { engagementId });
}

/** Confirms what waits for somebody's district. */
async function confirmWaiting(
  { as }: Stage,
  name: string,
  at: Date,
  only: { readonly engagementId?: string; readonly contactId?: string },
): Promise<void> {
  const view = as(name);
  const isAsked = ({ state, enteredId }: { state: string; enteredId: string }) =>
    state === 'waiting' && enteredId !== view.member.districtId;
  for (const hours of (await selectHours(view, only)).filter(isAsked))
    sureOf(await insertHoursAnswer(view, hours, 1, { state: 'confirmed', words: null }, at));
}

async function meet(stage: Stage, sample: SampleContact): Promise<void> {
  const { as, person, day, at, baseUrl, districtOf, workOf } = stage;
  const { by, kind, title, purpose, place, firstQuestion, secondQuestion, offersBack, practical } = sample;
  const on = workday(day(sample.in));
  const startsAt = californiaMoment(on, sample.from);
  const endsAt = californiaMoment(on, sample.to);
  if (!startsAt || !endsAt) throw new Error(`the sample’s ${kind} has no time`);
  const extra = sample.guestWithoutAccount;
  const people = [
    ...sample.hosts.map((name) => ({ ...person(name), side: 'host' as const })),
    ...sample.guests.map((name) => ({ ...person(name), side: 'guest' as const })),
    ...(extra ? [{ personId: null, ...extra, side: 'guest' as const }] : []),
  ];
  const words = { title, purpose, place, firstQuestion, secondQuestion, offersBack, practical };
  const plannedAt = at(sample.plannedIn);
  const isComing = !sample.minutes && !sample.cancelled;
  const id = await insertContact(
    as(by),
    {
      ...words,
      kind,
      startsAt,
      endsAt,
      people,
      engagementId: workOf(sample.work).id,
      hostId: districtOf(sample.host),
    },
    async (contact) =>
      isComing && baseUrl !== null ? invitingMails(as(by), contact, 'planned', baseUrl, at(0)) : [],
    plannedAt,
  );
  const contact = await selectOptionalContact(stage.view, id);
  if (!contact) throw new Error(`the sample has no ${title}`);
  if (sample.agendaItem) await insertAgendaItem(as(by), contact, sample.agendaItem, plannedAt);
  if (sample.cancelled) {
    const { reason, words: why } = sample.cancelled;
    const off = { reason, words: why };
    sureOf(await insertContactCancelling(as(by), contact, 1, off, nobody, at(sample.cancelled.in)));
  }
  if (sample.minutes) await keepMinutes(stage, sample.minutes, id);
}

/** Nobody visits a school on a Saturday or Sunday: the Friday before. */
function workday(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  const weekday = new Date(time).getUTCDay();
  const back = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  return new Date(time - back * 86_400_000).toISOString().slice(0, 10);
}

async function keepMinutes(
  stage: Stage,
  minutes: NonNullable<SampleContact['minutes']>,
  contactId: string,
): Promise<void> {
  const { as, person, day, at, districtOf } = stage;
  const contact = await selectOptionalContact(stage.view, contactId);
  if (!contact) return;
  const { what, owner, dueIn } = minutes.promise;
  const writer = as(minutes.by);
  const engagement = (await selectEngagements(stage.view)).find(({ id }) => id === contact.engagementId);
  const draft = {
    notes: minutes.notes,
    attended: new Set(contact.people.map(({ email }) => email)),
    decisions: [{ decision: minutes.decision, reason: minutes.because }],
    commitments: [
      {
        what,
        due: day(dueIn),
        owner: person(owner),
        deputy: null,
        contactId,
        engagementId: contact.engagementId,
        benchmarkId: null,
        districtId: as(owner).member.districtId ?? '',
      },
    ],
    hours: (['longBeach', 'fresno'] as const).map((district) => ({
      givesId: districtOf(district),
      receivesId: districtOf(district === 'fresno' ? 'longBeach' : 'fresno'),
      quarterHours: minutes.hours[district] * 4,
    })),
    focusArea: engagement?.focusArea ?? null,
  };
  const mails = { ofCommitment: nobody, toAttended: nobody, ofHours: async () => {} };
  const basedOn = { version: 1, minutesVersion: 1 };
  sureOf(await insertMinutes(writer, contact, basedOn, draft, mails, at(minutes.in)));
  await confirmWaiting(stage, minutes.confirmedBy, at(minutes.in + 2), { contactId });
  for (const { by, ...note } of minutes.notesOf)
    await insertContactNote(as(by), contact, note, at(minutes.in + 1));
}
