import { z } from 'zod';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { insertMail, type Mail } from '../mail/mail.store.ts';
import { reasonName } from '../needs/needReasons.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { MemberView } from '../store/view.ts';
import { type CancellingReasonId, cancellingReasons, contactKindName } from './contactKinds.ts';
import type { ContactGuest, ContactPlan, NewContactPlan } from './contactPlan.ts';

const sql = readStatements(import.meta.url, [
  'selectContacts',
  'insertContact',
  'advanceContact',
  'insertContactVersion',
  'insertContactPerson',
  'selectAgendaItems',
  'insertAgendaItem',
  'withdrawAgendaItem',
]);

const GuestRow = z.object({
  personId: z.string().nullable(),
  name: z.string(),
  email: z.string(),
  side: z.enum(['host', 'guest']),
  attended: z.boolean().nullable(),
});
export type InvitedPerson = z.infer<typeof GuestRow>;

const ContactRow = z
  .object({
    id: z.string(),
    kind: z.enum(['visit', 'call', 'meeting']),
    engagementId: z.string().nullable(),
    version: z.number(),
    madeAt: z.date(),
    state: z.enum(['planned', 'held', 'cancelled']),
    title: z.string(),
    purpose: z.string(),
    startsAt: z.date(),
    endsAt: z.date(),
    place: z.string(),
    hostId: z.string(),
    firstQuestion: z.string().nullable(),
    secondQuestion: z.string().nullable(),
    offersBack: z.string().nullable(),
    practical: z.string().nullable(),
    reason: z.string().nullable(),
    words: z.string().nullable(),
    changedAt: z.date(),
    changedBy: z.string(),
    organiserId: z.string(),
    organiser: z.string(),
    organiserEmail: z.string(),
    people: z.array(GuestRow),
  })
  .transform(({ organiserId: personId, organiser: name, organiserEmail: email, ...row }) => ({
    ...row,
    /** Who planned it first. */
    organiser: { personId, name, email },
  }));
/** A visit, call or meeting as it stands. `version` grows with each change: a calendar's sequence. */
export type Contact = z.infer<typeof ContactRow>;

const AgendaRow = z.object({ id: z.string(), words: z.string(), madeAt: z.date(), madeBy: z.string() });
export type OwnAgendaItem = z.infer<typeof AgendaRow>;

/** The contacts of the partnership, latest first; of one engagement where given. */
export function selectContacts(
  view: MemberView,
  only: { readonly engagementId?: string } = {},
): Promise<Contact[]> {
  const { engagementId = null } = only;
  const partnershipId = view.member.partnership.id;
  return view.rows(sql.selectContacts, { partnershipId, contactId: null, engagementId }, ContactRow);
}

export function selectOptionalContact(view: MemberView, contactId: string): Promise<Contact | undefined> {
  const partnershipId = view.member.partnership.id;
  return view.optionalRow(sql.selectContacts, { partnershipId, contactId, engagementId: null }, ContactRow);
}

/** Plans a contact and answers its id. `mails` invite its people. */
export async function insertContact(
  view: MemberView,
  plan: NewContactPlan,
  mails: (contact: Contact) => Promise<readonly Mail[]>,
  at: Date,
): Promise<string> {
  const id = newUuid(at);
  const { personId, partnership } = view.member;
  const { kind, engagementId, ...planned } = plan;
  await view.run(sql.insertContact, {
    partnershipId: partnership.id,
    contactId: id,
    kind,
    engagementId,
    at,
    personId,
  });
  const version = { ...planned, step: 'planned', state: 'planned', reason: null, words: null } as const;
  await insertVersion(view, id, 1, version, at);
  await tell(view, id, mails, at);
  const act = `planned a ${contactKindName(kind).toLowerCase()}`;
  await insertContactAct(view, { id, kind, engagementId, ...planned }, act, {}, at);
  return id;
}

export type ContactWritten =
  | { readonly done: true }
  | { readonly done: false; readonly reason: 'changed meanwhile' | 'over' };

/** Changes a planned contact, what it is and what it belongs to included; `mails` tell its people of what changed. */
export async function insertContactChange(
  view: MemberView,
  contact: Contact,
  basedOn: number,
  plan: NewContactPlan,
  mails: (contact: Contact) => Promise<readonly Mail[]>,
  at: Date,
): Promise<ContactWritten> {
  if (contact.state !== 'planned') return { done: false, reason: 'over' };
  if (!(await advance(view, { ...contact, ...plan }, basedOn)))
    return { done: false, reason: 'changed meanwhile' };
  const version = { ...plan, step: 'changed', state: 'planned', reason: null, words: null } as const;
  await insertVersion(view, contact.id, basedOn + 1, version, at);
  await tell(view, contact.id, mails, at);
  const isOther = contact.kind !== plan.kind || contact.engagementId !== plan.engagementId;
  const was = isOther ? { was: { kind: contact.kind, engagementId: contact.engagementId } } : {};
  await insertContactAct(view, { ...contact, ...plan }, `changed a ${contact.kind}`, was, at);
  return { done: true };
}

/** Cancels a planned contact with a reason of the list; `mails` tell its people. */
export async function insertContactCancelling(
  view: MemberView,
  contact: Contact,
  basedOn: number,
  { reason, words }: { readonly reason: CancellingReasonId; readonly words: string | null },
  mails: (contact: Contact) => Promise<readonly Mail[]>,
  at: Date,
): Promise<ContactWritten> {
  if (contact.state !== 'planned') return { done: false, reason: 'over' };
  if (!(await advance(view, contact, basedOn))) return { done: false, reason: 'changed meanwhile' };
  const version = { ...contact, step: 'cancelled', state: 'cancelled', reason, words } as const;
  await insertVersion(view, contact.id, basedOn + 1, version, at);
  await tell(view, contact.id, mails, at);
  const named = inSentence(reasonName(cancellingReasons, reason));
  await insertContactAct(view, contact, `cancelled a ${contact.kind}`, { reason: named, words }, at);
  return { done: true };
}

/** Says that a contact was held and who was there; the caller writes minutes and the line of the act in the same transaction. */
export async function insertContactHeld(
  view: MemberView,
  contact: Contact,
  basedOn: number,
  attended: ReadonlySet<string>,
  at: Date,
): Promise<ContactWritten> {
  if (contact.state === 'cancelled') return { done: false, reason: 'over' };
  if (!(await advance(view, contact, basedOn))) return { done: false, reason: 'changed meanwhile' };
  const people = contact.people.map((one) => ({ ...one, attended: attended.has(one.email) }));
  const version = { ...contact, people, step: 'held', state: 'held', reason: null, words: null } as const;
  await insertVersion(view, contact.id, basedOn + 1, version, at);
  return { done: true };
}

/** What people put on the agenda of a contact, oldest first. */
export function selectAgendaItems(view: MemberView, contactId: string): Promise<OwnAgendaItem[]> {
  const partnershipId = view.member.partnership.id;
  return view.rows(sql.selectAgendaItems, { partnershipId, contactId }, AgendaRow);
}

export async function insertAgendaItem(
  view: MemberView,
  contact: Contact,
  words: string,
  at: Date,
): Promise<void> {
  const { personId, partnership } = view.member;
  const values = {
    partnershipId: partnership.id,
    contactId: contact.id,
    itemId: newUuid(at),
    words,
    at,
    personId,
  };
  await view.run(sql.insertAgendaItem, values);
  await insertContactAct(
    view,
    contact,
    `put something on the agenda of a ${contact.kind}`,
    { item: words },
    at,
  );
}

/** Takes an item off the agenda; nothing happens when it is off already. */
export async function withdrawAgendaItem(
  view: MemberView,
  contact: Contact,
  itemId: string,
  at: Date,
): Promise<void> {
  const values = { partnershipId: view.member.partnership.id, contactId: contact.id, itemId, at };
  const item = await view.optionalRow(sql.withdrawAgendaItem, values, z.object({ words: z.string() }));
  if (!item) return;
  const act = `took something off the agenda of a ${contact.kind}`;
  await insertContactAct(view, contact, act, { item: item.words }, at);
}

/** The line of an act on a contact. */
export function insertContactAct(
  view: MemberView,
  contact: Pick<Contact, 'id' | 'kind' | 'engagementId'> & ContactPlan,
  act: string,
  detail: Readonly<Record<string, unknown>>,
  at: Date,
): Promise<void> {
  const { id, kind, engagementId, title, startsAt, place, hostId } = contact;
  const { districtId } = view.member;
  const about = { districtId, hostId, kind, engagementId, title, startsAt: startsAt.toISOString(), place };
  return insertMemberAct(view, { act, subject: `contact ${id}`, detail: { ...about, ...detail } }, at);
}

async function tell(
  view: MemberView,
  contactId: string,
  mails: (contact: Contact) => Promise<readonly Mail[]>,
  at: Date,
): Promise<void> {
  const contact = await selectOptionalContact(view, contactId);
  if (contact) for (const mail of await mails(contact)) await insertMail(view, mail, at);
}

async function advance(
  view: MemberView,
  contact: Pick<Contact, 'id' | 'version' | 'kind' | 'engagementId'>,
  basedOn: number,
): Promise<boolean> {
  if (basedOn !== contact.version) return false;
  const { id: contactId, kind, engagementId } = contact;
  const partnershipId = view.member.partnership.id;
  const values = { partnershipId, contactId, kind, engagementId, version: basedOn + 1 };
  return (await view.optionalRow(sql.advanceContact, values, z.object({ id: z.string() }))) !== undefined;
}

type VersionValues = Omit<ContactPlan, 'people'> & {
  readonly step: 'planned' | 'changed' | 'held' | 'cancelled';
  readonly state: Contact['state'];
  readonly reason: string | null;
  readonly words: string | null;
  readonly people: readonly (ContactGuest & { readonly attended?: boolean | null })[];
};

async function insertVersion(
  view: MemberView,
  contactId: string,
  version: number,
  values: VersionValues,
  at: Date,
): Promise<void> {
  const { personId, partnership } = view.member;
  const { step, state, title, purpose, startsAt, endsAt, place, hostId, reason, words } = values;
  const { firstQuestion, secondQuestion, offersBack, practical } = values;
  const planned = { title, purpose, startsAt, endsAt, place, hostId };
  const written = {
    step,
    state,
    ...planned,
    firstQuestion,
    secondQuestion,
    offersBack,
    practical,
    reason,
    words,
  };
  const about = { partnershipId: partnership.id, contactId, version };
  await view.run(sql.insertContactVersion, {
    ...about,
    ...written,
    at,
    personId,
  });
  for (const [i, { side, personId: guestId, name, email, attended = null }] of values.people.entries())
    await view.run(sql.insertContactPerson, {
      ...about,
      placeInList: i + 1,
      side,
      guestId,
      name,
      email,
      attended,
    });
}
