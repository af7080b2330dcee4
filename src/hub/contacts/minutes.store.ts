import { z } from 'zod';
import { insertCommitment } from '../commitments/commitments.store.ts';
import { insertHours } from '../commitments/hours.store.ts';
import { insertMail, type Mail } from '../mail/mail.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import { actorOf, type MemberView } from '../store/view.ts';
import { californiaClock } from './californiaTime.ts';
import { type Contact, type ContactWritten, insertContactAct, insertContactHeld } from './contacts.store.ts';
import type { ContactNoteDraft, MinutesDraft } from './minutesDraft.ts';

const sql = readStatements(import.meta.url, [
  'selectMinutes',
  'insertMinutes',
  'selectContactDecisions',
  'insertContactDecision',
  'selectContactNotes',
  'insertContactNote',
]);

const MinutesRow = z.object({ version: z.number(), notes: z.string(), madeAt: z.date(), madeBy: z.string() });
const DecisionRow = z.object({
  id: z.string(),
  contactId: z.string(),
  decision: z.string(),
  reason: z.string(),
  madeAt: z.date(),
  madeBy: z.string(),
});
const NoteRow = z.object({
  id: z.string(),
  tookAway: z.string(),
  willTry: z.string().nullable(),
  shouldHaveAsked: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});
/** What was written down of a contact, in one of its versions. */
export type Minutes = z.infer<typeof MinutesRow>;
/** Something that was decided at a contact, and why. */
export type ContactDecision = z.infer<typeof DecisionRow>;
/** What somebody said after a contact. */
export type ContactNote = z.infer<typeof NoteRow>;

/** The minutes of a contact, newest version first. */
export function selectMinutes(view: MemberView, contactId: string): Promise<Minutes[]> {
  return view.rows(sql.selectMinutes, { partnershipId: view.member.partnership.id, contactId }, MinutesRow);
}

/** What was decided at one contact, or at all of the partnership, oldest first. */
export function selectContactDecisions(view: MemberView, contactId?: string): Promise<ContactDecision[]> {
  const partnershipId = view.member.partnership.id;
  return view.rows(sql.selectContactDecisions, { partnershipId, contactId: contactId ?? null }, DecisionRow);
}

/** What people said after a contact, oldest first. */
export function selectContactNotes(view: MemberView, contactId: string): Promise<ContactNote[]> {
  return view.rows(sql.selectContactNotes, { partnershipId: view.member.partnership.id, contactId }, NoteRow);
}

export type MinutesMails = {
  /** To owners of what was promised. */
  readonly ofCommitment: (
    made: MinutesDraft['commitments'][number] & { readonly id: string },
  ) => Promise<readonly Mail[]>;
  /** To those who were there: three questions. */
  readonly toAttended: () => Promise<readonly Mail[]>;
  /** Asks who is to confirm the hours that were entered with them. */
  readonly ofHours: (hoursIds: readonly string[]) => Promise<void>;
};

/**
 * Writes the minutes of a contact: it was held, who was there, what was decided, what was promised, and the hours both gave, all of it or nothing.
 * `minutesVersion` is the version after the one the person saw.
 */
export async function insertMinutes(
  view: MemberView,
  contact: Contact,
  basedOn: { readonly version: number; readonly minutesVersion: number },
  draft: MinutesDraft,
  mails: MinutesMails,
  at: Date,
): Promise<ContactWritten> {
  const { personId, partnership, districtId } = view.member;
  const held = await insertContactHeld(view, contact, basedOn.version, draft.attended, at);
  if (!held.done) return held;
  const about = { partnershipId: partnership.id, contactId: contact.id };
  const values = { ...about, version: basedOn.minutesVersion, notes: draft.notes, at, personId };
  // The contact's own version has made sure that nobody else writes minutes meanwhile.
  await view.row(sql.insertMinutes, values, z.object({ version: z.number() }));
  for (const { decision, reason } of draft.decisions)
    await view.run(sql.insertContactDecision, {
      ...about,
      decisionId: newUuid(at),
      decision,
      reason,
      at,
      personId,
    });
  for (const mail of basedOn.minutesVersion === 1 ? await mails.toAttended() : [])
    await insertMail(view, mail, at);
  const { decisions, commitments, attended } = draft;
  const detail = { decisions: decisions.map(({ decision }) => decision), attended: attended.size };
  await insertContactAct(view, contact, `wrote the minutes of a ${contact.kind}`, detail, at);
  for (const commitment of commitments)
    await insertCommitment(
      view,
      commitment.districtId,
      commitment,
      (id) => mails.ofCommitment({ ...commitment, id }),
      at,
    );
  await mails.ofHours(await insertContactHours(view, contact, draft, districtId, at));
  return { done: true };
}

async function insertContactHours(
  view: MemberView,
  contact: Contact,
  { hours, focusArea }: MinutesDraft,
  enteredId: string | null,
  at: Date,
): Promise<string[]> {
  if (!focusArea || !enteredId) return [];
  const { day } = californiaClock(contact.startsAt);
  const kind = contact.kind === 'call' ? 'call' : 'visit';
  const { engagementId, id: contactId, title: words } = contact;
  const ids: string[] = [];
  for (const given of hours) {
    const entry = {
      ...given,
      day,
      kind,
      words,
      enteredId,
      focusArea,
      engagementId,
      contactId,
      askId: null,
    } as const;
    ids.push(await insertHours(view, entry, at));
  }
  return ids;
}

/** Writes down what somebody says after a contact, a member or the holder of a link. */
export async function insertContactNote(
  view: MemberView,
  contact: Contact,
  note: ContactNoteDraft,
  at: Date,
): Promise<void> {
  await view.run(sql.insertContactNote, {
    partnershipId: view.member.partnership.id,
    contactId: contact.id,
    noteId: newUuid(at),
    ...note,
    at,
    personId: actorOf(view).personId,
    byName: view.holder?.name ?? null,
  });
  await insertContactAct(view, contact, `said what came of a ${contact.kind}`, {}, at);
}
