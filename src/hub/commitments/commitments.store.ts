import { z } from 'zod';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { insertMail, type Mail } from '../mail/mail.store.ts';
import { reasonName } from '../needs/needReasons.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import { actorOf, type DistrictId, type MemberView } from '../store/view.ts';
import type { CommitmentDraft, CommitmentStep } from './commitmentDraft.ts';
import { droppingReasons, movingReasons } from './commitmentReasons.ts';
import type { NamedPerson } from './namedPerson.ts';

const sql = readStatements(import.meta.url, [
  'selectCommitments',
  'selectCommitmentVersions',
  'insertCommitment',
  'advanceCommitment',
  'insertCommitmentVersion',
]);

const step = z.enum(['promised', 'worded', 'moved', 'handed over', 'done', 'dropped', 'reopened']);
const CommitmentRow = z
  .object({
    id: z.string(),
    districtId: z.string(),
    engagementId: z.string().nullable(),
    benchmarkId: z.string().nullable(),
    contactId: z.string().nullable(),
    version: z.number(),
    madeAt: z.date(),
    step,
    state: z.enum(['open', 'done', 'dropped']),
    what: z.string(),
    due: z.string(),
    ownerId: z.string().nullable(),
    ownerName: z.string(),
    ownerEmail: z.string(),
    deputyId: z.string().nullable(),
    deputyName: z.string().nullable(),
    deputyEmail: z.string().nullable(),
    doneOn: z.string().nullable(),
    reason: z.string().nullable(),
    words: z.string().nullable(),
    changedAt: z.date(),
    changedBy: z.string(),
    firstDue: z.string(),
    moves: z.number(),
    ownerLeft: z.boolean(),
  })
  .transform(({ ownerId, ownerName, ownerEmail, deputyId, deputyName, deputyEmail, ...row }) => ({
    ...row,
    owner: { personId: ownerId, name: ownerName, email: ownerEmail } satisfies NamedPerson,
    deputy:
      deputyName !== null && deputyEmail !== null
        ? ({ personId: deputyId, name: deputyName, email: deputyEmail } satisfies NamedPerson)
        : null,
  }));
/**
 * What a district has promised, as it stands. `reason` and `words` are those of the last act; `firstDue` is the day it was first promised for;
 * `ownerLeft`: its owner is a member no more.
 */
export type Commitment = z.infer<typeof CommitmentRow>;

const VersionRow = z.object({
  version: z.number(),
  step,
  what: z.string(),
  due: z.string(),
  ownerName: z.string(),
  deputyName: z.string().nullable(),
  doneOn: z.string().nullable(),
  reason: z.string().nullable(),
  words: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});
/** A commitment from one act to the next. */
export type CommitmentVersion = z.infer<typeof VersionRow>;

type Only = { readonly engagementId?: string; readonly contactId?: string };

/** The commitments of both sides, whatever became of them, by the day they are due; of one engagement or contact where given. */
export function selectCommitments(view: MemberView, only: Only = {}): Promise<Commitment[]> {
  const { engagementId = null, contactId = null } = only;
  const partnershipId = view.member.partnership.id;
  return view.rows(
    sql.selectCommitments,
    { partnershipId, commitmentId: null, engagementId, contactId },
    CommitmentRow,
  );
}

export function selectOptionalCommitment(
  view: MemberView,
  commitmentId: string,
): Promise<Commitment | undefined> {
  return view.optionalRow(
    sql.selectCommitments,
    { partnershipId: view.member.partnership.id, commitmentId, engagementId: null, contactId: null },
    CommitmentRow,
  );
}

/** Every version of a commitment, newest first. */
export function selectCommitmentVersions(
  view: MemberView,
  commitmentId: string,
): Promise<CommitmentVersion[]> {
  return view.rows(
    sql.selectCommitmentVersions,
    { partnershipId: view.member.partnership.id, commitmentId },
    VersionRow,
  );
}

/** Writes down what a district promises, and answers its id. `mails` go out with it. */
export async function insertCommitment(
  view: MemberView,
  districtId: DistrictId,
  draft: CommitmentDraft,
  mails: (commitmentId: string) => readonly Mail[] | Promise<readonly Mail[]>,
  at: Date,
): Promise<string> {
  const id = newUuid(at);
  const { personId, partnership } = view.member;
  const { what, due, owner, deputy, engagementId, benchmarkId, contactId } = draft;
  const about = { partnershipId: partnership.id, commitmentId: id };
  await view.run(sql.insertCommitment, {
    ...about,
    districtId,
    engagementId,
    benchmarkId,
    contactId,
    at,
    personId,
  });
  const version = {
    state: 'open',
    what,
    due,
    owner,
    deputy,
    doneOn: null,
    reason: null,
    words: null,
  } as const;
  await insertVersion(view, id, 1, { step: 'promised', ...version }, at);
  for (const mail of await mails(id)) await insertMail(view, mail, at);
  const detail = { districtId, title: what, due, owner: owner.name, engagementId, benchmarkId, contactId };
  await insertMemberAct(view, { act: 'wrote down a commitment', subject: `commitment ${id}`, detail }, at);
  return id;
}

/** What came of an act. `over`: it was done or dropped meanwhile, or is open where it was to be taken up again. */
export type CommitmentWritten =
  | { readonly done: true }
  | { readonly done: false; readonly reason: 'changed meanwhile' | 'over' };

/** One act on a commitment as the person saw it (`basedOn`); `mails` tell others of it. By whoever the view acts for. */
export async function insertCommitmentStep(
  view: MemberView,
  commitment: Commitment,
  basedOn: number,
  act: CommitmentStep,
  mails: readonly Mail[],
  at: Date,
): Promise<CommitmentWritten> {
  if (basedOn !== commitment.version) return { done: false, reason: 'changed meanwhile' };
  if ((act.step === 'reopened') === (commitment.state === 'open')) return { done: false, reason: 'over' };
  const values = {
    partnershipId: view.member.partnership.id,
    commitmentId: commitment.id,
    version: basedOn + 1,
  };
  if (!(await view.optionalRow(sql.advanceCommitment, values, z.object({ id: z.string() }))))
    return { done: false, reason: 'changed meanwhile' };
  await insertVersion(view, commitment.id, basedOn + 1, stepped(commitment, act), at);
  for (const mail of mails) await insertMail(view, mail, at);
  const subject = `commitment ${commitment.id}`;
  await insertMemberAct(view, { act: acts[act.step], subject, detail: detailOf(commitment, act) }, at);
  return { done: true };
}

const acts: Readonly<Record<CommitmentStep['step'], string>> = {
  worded: 'worded a commitment anew',
  done: 'kept a commitment',
  moved: 'moved the day of a commitment',
  'handed over': 'handed a commitment over',
  dropped: 'dropped a commitment',
  reopened: 'took a commitment up again',
};

function detailOf({ districtId, what, due }: Commitment, act: CommitmentStep): Record<string, unknown> {
  const about = { districtId, title: what };
  switch (act.step) {
    case 'worded':
      return { ...about, now: act.what, words: act.words };
    case 'done':
      return { ...about, due, doneOn: act.doneOn, words: act.words };
    case 'moved':
      return {
        ...about,
        from: due,
        due: act.due,
        reason: inSentence(reasonName(movingReasons, act.reason)),
        words: act.words,
      };
    case 'handed over':
      return { ...about, owner: act.owner.name, deputy: act.deputy?.name ?? null, words: act.words };
    case 'dropped':
      return {
        ...about,
        due,
        reason: inSentence(reasonName(droppingReasons, act.reason)),
        words: act.words,
      };
    case 'reopened':
      return { ...about, due: act.due, reason: act.words };
  }
}

type VersionValues = Pick<
  Commitment,
  'step' | 'state' | 'what' | 'due' | 'owner' | 'deputy' | 'doneOn' | 'reason' | 'words'
>;

/** How a commitment stands after an act. */
function stepped(commitment: Commitment, act: CommitmentStep): VersionValues {
  const { what, due, owner, deputy } = commitment;
  const as = { step: act.step, state: 'open', what, due, owner, deputy, doneOn: null, reason: null } as const;
  const { words } = act;
  switch (act.step) {
    case 'worded':
      return { ...as, what: act.what, words };
    case 'done':
      return { ...as, state: 'done', doneOn: act.doneOn, words };
    case 'moved':
      return { ...as, due: act.due, reason: act.reason, words };
    case 'handed over':
      return { ...as, owner: act.owner, deputy: act.deputy, words };
    case 'dropped':
      return { ...as, state: 'dropped', reason: act.reason, words };
    case 'reopened':
      return { ...as, due: act.due, words };
  }
}

function insertVersion(
  view: MemberView,
  commitmentId: string,
  version: number,
  { owner, deputy, ...values }: VersionValues,
  at: Date,
): Promise<void> {
  return view.run(sql.insertCommitmentVersion, {
    partnershipId: view.member.partnership.id,
    commitmentId,
    version,
    ...values,
    ownerId: owner.personId,
    ownerName: owner.name,
    ownerEmail: owner.email,
    deputyId: deputy?.personId ?? null,
    deputyName: deputy?.name ?? null,
    deputyEmail: deputy?.email ?? null,
    at,
    personId: actorOf(view).personId,
    byName: view.holder?.name ?? null,
  });
}
