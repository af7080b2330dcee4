import { z } from 'zod';
import { type RoleId, roles } from '../../vocabulary/partnership.ts';
import { insertAuditLine } from '../audit/audit.store.ts';
import type { AuditAct } from '../audit/auditLine.ts';
import { insertMail, type Mail } from '../mail/mail.store.ts';
import type { PartnershipMember } from '../partnership/partnership.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import { type MemberView, noPerson, type PersonId } from '../store/view.ts';
import { HandoverPack, type SealedHandover } from './handoverPack.ts';

const sql = readStatements(import.meta.url, [
  'selectLeavings',
  'insertLeaving',
  'updateSuccessor',
  'callOffLeaving',
  'endLeaving',
  'insertHandoverPack',
  'selectHandoverPacks',
]);

const LeavingRow = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles.map(({ id }) => id) as [RoleId, ...RoleId[]]),
  districtId: z.string().nullable(),
  focusArea: z.string().nullable(),
  leavesOn: z.string(),
  successorId: z.string().nullable(),
  successor: z.string().nullable(),
  words: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string().nullable(),
  endedAt: z.date().nullable(),
  calledOffAt: z.date().nullable(),
  calledOffBy: z.string().nullable(),
});
/** Somebody who leaves, or has left. `madeBy` is null where the operator said so. */
export type Leaving = z.infer<typeof LeavingRow>;

const PackRow = z.object({ packNumber: z.number(), hash: z.string(), content: z.string(), madeAt: z.date() });
/** A handover pack as it was kept. */
export type KeptHandover = Omit<z.infer<typeof PackRow>, 'content'> & {
  readonly text: string;
  readonly pack: HandoverPack;
};

const IdRow = z.object({ id: z.string() });

/** Everybody who leaves or has left, newest first. */
export function selectLeavings(view: MemberView): Promise<Leaving[]> {
  return selectThem(view, null);
}

export async function selectOptionalLeaving(
  view: MemberView,
  leavingId: string,
): Promise<Leaving | undefined> {
  return (await selectThem(view, leavingId))[0];
}

function selectThem(view: MemberView, leavingId: string | null): Promise<Leaving[]> {
  const partnershipId = view.member.partnership.id;
  return view.rows(sql.selectLeavings, { partnershipId, leavingId }, LeavingRow);
}

export type NewLeaving = {
  readonly leaver: PartnershipMember;
  readonly leavesOn: string;
  readonly successor: PartnershipMember | null;
  readonly words: string | null;
};

/** Says that a member leaves on a day, and answers the leaving's id; undefined when they leave already. */
export async function insertLeaving(
  view: MemberView,
  { leaver, leavesOn, successor, words }: NewLeaving,
  at: Date,
): Promise<string | undefined> {
  const id = newUuid(at);
  const made = await view.optionalRow(
    sql.insertLeaving,
    {
      partnershipId: view.member.partnership.id,
      leavingId: id,
      personId: leaver.personId,
      role: leaver.role,
      districtId: leaver.districtId,
      focusArea: leaver.focusArea,
      leavesOn,
      successorId: successor?.personId ?? null,
      words,
      at,
      byId: actingId(view),
    },
    IdRow,
  );
  if (!made) return undefined;
  const detail = {
    districtId: leaver.districtId,
    leavesOn,
    successor: successor?.name ?? null,
    reason: words,
  };
  await insertAct(view, { act: `said that ${leaver.name} leaves`, subject: `leaving ${id}`, detail }, at);
  return id;
}

/** Names who takes over, or nobody; false when the leaving was called off. */
export async function updateSuccessor(
  view: MemberView,
  leaving: Leaving,
  successor: PartnershipMember | null,
  at: Date,
): Promise<boolean> {
  const values = {
    partnershipId: view.member.partnership.id,
    leavingId: leaving.id,
    successorId: successor?.personId ?? null,
  };
  if (!(await view.optionalRow(sql.updateSuccessor, values, IdRow))) return false;
  const act = successor
    ? `named ${successor.name} successor of ${leaving.name}`
    : `left ${leaving.name} without successor`;
  const detail = { districtId: leaving.districtId };
  await insertAct(view, { act, subject: `leaving ${leaving.id}`, detail }, at);
  return true;
}

/** Calls a leaving off: the person stays. What was handed over meanwhile stays where it is. */
export async function callOffLeaving(view: MemberView, leaving: Leaving, at: Date): Promise<boolean> {
  const values = {
    partnershipId: view.member.partnership.id,
    leavingId: leaving.id,
    at,
    byId: actingId(view),
  };
  if (!(await view.optionalRow(sql.callOffLeaving, values, IdRow))) return false;
  const act = `called off that ${leaving.name} leaves`;
  const detail = { districtId: leaving.districtId };
  await insertAct(view, { act, subject: `leaving ${leaving.id}`, detail }, at);
  return true;
}

/** Marks a leaving as ended, in the transaction that ends the membership; false when it is over. */
export async function endLeaving(view: MemberView, leavingId: string, at: Date): Promise<boolean> {
  const values = { partnershipId: view.member.partnership.id, leavingId, at };
  return (await view.optionalRow(sql.endLeaving, values, IdRow)) !== undefined;
}

/** Keeps a pack as it is, beside earlier ones, and mails those who are to read it. */
export async function insertHandoverPack(
  view: MemberView,
  leaving: Pick<Leaving, 'id' | 'name' | 'districtId'>,
  { text, hash }: SealedHandover,
  mails: readonly Mail[],
  at: Date,
): Promise<void> {
  const partnershipId = view.member.partnership.id;
  const values = { partnershipId, leavingId: leaving.id, hash, content: text, at };
  await view.run(sql.insertHandoverPack, values);
  for (const mail of mails) await insertMail(view, mail, at);
  const detail = { districtId: leaving.districtId, packHash: hash };
  const act = `kept the handover pack of ${leaving.name}`;
  await insertAct(view, { act, subject: `leaving ${leaving.id}`, detail }, at);
}

/** The packs of a leaving, newest first. */
export async function selectHandoverPacks(view: MemberView, leavingId: string): Promise<KeptHandover[]> {
  const partnershipId = view.member.partnership.id;
  const rows = await view.rows(sql.selectHandoverPacks, { partnershipId, leavingId }, PackRow);
  return rows.map(({ content: text, ...row }) => ({
    ...row,
    text,
    pack: HandoverPack.parse(JSON.parse(text)),
  }));
}

/** Whoever acts in a view; null for the operator, who is nobody inside. */
function actingId({ member }: MemberView): PersonId | null {
  return member.personId === noPerson ? null : member.personId;
}

function insertAct(view: MemberView, act: AuditAct, at: Date): Promise<void> {
  const partnershipId = view.member.partnership.id;
  return insertAuditLine(view, { partnershipId, personId: actingId(view) }, act, at);
}
