import { z } from 'zod';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { type FocusAreaId, focusAreas } from '../../vocabulary/partnership.ts';
import { type StudentGroupCode, studentGroups } from '../../vocabulary/studentGroup.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { DistrictId, MemberView } from '../store/view.ts';
import type { KeptEvidence } from './keptEvidence.ts';
import { insertKeptEvidence } from './keptEvidence.store.ts';
import type { NeedChange, NeedClosing, NeedDraft, NeedWording } from './needDraft.ts';
import { closingReasons, needReasons, reasonName } from './needReasons.ts';

const sql = readStatements(import.meta.url, [
  'selectNeeds',
  'selectNeedVersions',
  'lockCell',
  'selectOpenNeed',
  'lockNeed',
  'selectUnansweredAsk',
  'insertNeed',
  'advanceNeed',
  'insertNeedVersion',
]);

const focusArea = z.enum(focusAreas.map(({ id }) => id) as [FocusAreaId, ...FocusAreaId[]]);
const group = z.enum(studentGroups.map(({ code }) => code) as [StudentGroupCode, ...StudentGroupCode[]]);

const NeedRow = z.object({
  id: z.string(),
  districtId: z.string(),
  measureId: z.string(),
  group,
  isOpen: z.boolean(),
  version: z.number(),
  madeAt: z.date(),
  wording: z.string(),
  focusArea,
  ownerId: z.string(),
  ownerName: z.string(),
  changedAt: z.date(),
});
/** A need as it stands: a measure and group of one district, worded and owned by somebody there. */
export type Need = z.infer<typeof NeedRow>;

const VersionRow = z.object({
  version: z.number(),
  step: z.enum(['confirmed', 'changed', 'closed', 'reopened']),
  wording: z.string(),
  focusArea,
  ownerId: z.string(),
  ownerName: z.string(),
  evidenceId: z.string().nullable(),
  reason: z.string().nullable(),
  words: z.string().nullable(),
  mergedInto: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});
/** A need from one change to the next. `reason` is one of a closed list, `words` are the person's own. */
export type NeedVersion = z.infer<typeof VersionRow>;

/** What a need is about. */
export type NeedCell = {
  readonly districtId: DistrictId;
  readonly measureId: string;
  readonly group: StudentGroupCode;
};

/** Every need of the partnership, closed ones too, oldest first. */
export function selectNeeds(view: MemberView): Promise<Need[]> {
  return view.rows(sql.selectNeeds, { partnershipId: view.member.partnership.id, needId: null }, NeedRow);
}

export function selectOptionalNeed(view: MemberView, needId: string): Promise<Need | undefined> {
  return view.optionalRow(sql.selectNeeds, { partnershipId: view.member.partnership.id, needId }, NeedRow);
}

/** A need as it stands, kept so to the end of the transaction. */
export async function lockNeed(view: MemberView, needId: string): Promise<Need | undefined> {
  await view.run(sql.lockNeed, { partnershipId: view.member.partnership.id, needId });
  return selectOptionalNeed(view, needId);
}

/** Every version of a need, newest first. */
export function selectNeedVersions(view: MemberView, needId: string): Promise<NeedVersion[]> {
  return view.rows(sql.selectNeedVersions, { partnershipId: view.member.partnership.id, needId }, VersionRow);
}

/** The id of the open need about a cell; undefined when there is none. */
export async function selectOpenNeedId(view: MemberView, cell: NeedCell): Promise<string | undefined> {
  const partnershipId = view.member.partnership.id;
  const row = await view.optionalRow(
    sql.selectOpenNeed,
    { partnershipId, ...cell },
    z.object({ id: z.string() }),
  );
  return row?.id;
}

/** What came of confirming a need. `exists`: this cell has an open need already, whose id it is. */
export type Confirmed =
  | { readonly done: true; readonly id: string }
  | { readonly done: false; readonly reason: 'exists'; readonly id: string };

/** Confirms a need with what the grid says of it now, kept beside it. */
export async function insertNeed(
  view: MemberView,
  cell: NeedCell,
  draft: NeedDraft,
  evidence: KeptEvidence,
  at: Date,
): Promise<Confirmed> {
  const { personId, partnership } = view.member;
  const existing = await lockOpenNeed(view, cell);
  if (existing) return { done: false, reason: 'exists', id: existing };
  const id = newUuid(at);
  await view.run(sql.insertNeed, { partnershipId: partnership.id, needId: id, ...cell, at, personId });
  const evidenceId = await insertKeptEvidence(view, cell.districtId, evidence, at);
  await insertVersion(view, id, 1, { step: 'confirmed', ...draft, evidenceId, mergedInto: null }, at);
  const said = { evidenceId, says: evidence.status, schoolYear: evidence.schoolYear };
  const detail = { ...cell, ...draft, reason: named(needReasons, draft.reason), ...said };
  await insertMemberAct(view, { act: 'confirmed a need', subject: `need ${id}`, detail }, at);
  return { done: true, id };
}

/** What came of a change; none of the reasons is anybody's fault. */
export type NeedWritten =
  | { readonly done: true }
  | { readonly done: false; readonly reason: 'changed meanwhile' | 'exists' | 'unanswered' };

/** Words a need anew or gives it to somebody else: a version after `basedOn`, which the person was looking at. */
export async function insertNeedChange(
  view: MemberView,
  need: Need,
  basedOn: number,
  change: NeedChange,
  at: Date,
): Promise<NeedWritten> {
  if (!(await advance(view, need.id, basedOn, { wasOpen: true, isOpen: true })))
    return { done: false, reason: 'changed meanwhile' };
  const version = { step: 'changed', ...change, reason: null, evidenceId: null, mergedInto: null } as const;
  await insertVersion(view, need.id, basedOn + 1, version, at);
  const { words: reason, ...wording } = change;
  await insertNeedAct(view, need, 'changed a need', { ...wording, reason }, at);
  return { done: true };
}

/** Closes a need with a reason of the list. `unanswered`: somebody is being asked about it. */
export async function insertNeedClosing(
  view: MemberView,
  need: Need,
  basedOn: number,
  closing: NeedClosing,
  at: Date,
): Promise<NeedWritten> {
  await lockNeed(view, need.id);
  const about = { partnershipId: view.member.partnership.id, needId: need.id };
  if (await view.optionalRow(sql.selectUnansweredAsk, about, z.object({ id: z.string() })))
    return { done: false, reason: 'unanswered' };
  if (!(await advance(view, need.id, basedOn, { wasOpen: true, isOpen: false })))
    return { done: false, reason: 'changed meanwhile' };
  await insertVersion(
    view,
    need.id,
    basedOn + 1,
    { step: 'closed', ...wordingOf(need), ...closing, evidenceId: null },
    at,
  );
  const detail = { ...closing, reason: named(closingReasons, closing.reason) };
  await insertNeedAct(view, need, 'closed a need', detail, at);
  return { done: true };
}

/** Opens a closed need again, with what the grid says now. `exists`: the cell has another open need meanwhile. */
export async function insertNeedReopening(
  view: MemberView,
  need: Need,
  basedOn: number,
  { words, evidence }: { readonly words: string; readonly evidence: KeptEvidence },
  at: Date,
): Promise<NeedWritten> {
  const { districtId, measureId } = need;
  const existing = await lockOpenNeed(view, { districtId, measureId, group: need.group });
  if (existing) return { done: false, reason: existing === need.id ? 'changed meanwhile' : 'exists' };
  if (!(await advance(view, need.id, basedOn, { wasOpen: false, isOpen: true })))
    return { done: false, reason: 'changed meanwhile' };
  const evidenceId = await insertKeptEvidence(view, districtId, evidence, at);
  const version = {
    step: 'reopened',
    ...wordingOf(need),
    words,
    reason: null,
    evidenceId,
    mergedInto: null,
  } as const;
  await insertVersion(view, need.id, basedOn + 1, version, at);
  await insertNeedAct(view, need, 'opened a need again', { reason: words }, at);
  return { done: true };
}

/** A reason of a list as the history says it. */
function named(reasons: Parameters<typeof reasonName>[0], id: string | null): string | null {
  return id && inSentence(reasonName(reasons, id));
}

function wordingOf({ wording, focusArea: area, ownerId }: Need): NeedWording {
  return { wording, focusArea: area, ownerId };
}

async function lockOpenNeed(view: MemberView, cell: NeedCell): Promise<string | undefined> {
  const { districtId, measureId, group: code } = cell;
  await view.run(sql.lockCell, {
    cell: `need ${view.member.partnership.id} ${districtId} ${measureId} ${code}`,
  });
  return selectOpenNeedId(view, { districtId, measureId, group: code });
}

async function advance(
  view: MemberView,
  needId: string,
  basedOn: number,
  open: { readonly wasOpen: boolean; readonly isOpen: boolean },
): Promise<boolean> {
  const values = { partnershipId: view.member.partnership.id, needId, version: basedOn + 1, ...open };
  return (await view.optionalRow(sql.advanceNeed, values, z.object({ id: z.string() }))) !== undefined;
}

type VersionValues = NeedWording &
  Pick<NeedVersion, 'step' | 'evidenceId' | 'reason' | 'words' | 'mergedInto'>;

function insertVersion(
  view: MemberView,
  needId: string,
  version: number,
  values: VersionValues,
  at: Date,
): Promise<void> {
  const { personId, partnership } = view.member;
  return view.run(sql.insertNeedVersion, {
    partnershipId: partnership.id,
    needId,
    version,
    ...values,
    at,
    personId,
  });
}

function insertNeedAct(
  view: MemberView,
  { id, districtId, measureId, group: code }: Need,
  act: string,
  detail: Readonly<Record<string, unknown>>,
  at: Date,
): Promise<void> {
  const about = { districtId, measureId, group: code };
  return insertMemberAct(view, { act, subject: `need ${id}`, detail: { ...about, ...detail } }, at);
}
