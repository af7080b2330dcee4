import { z } from 'zod';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { MemberView } from '../store/view.ts';
import type { FlexibilityDraft } from './flexibilityDraft.ts';
import { type AuthorityId, authorities, type DecisionId, decisions } from './resourceKinds.ts';
import type { ResourceWritten } from './sources.store.ts';

const sql = readStatements(import.meta.url, [
  'selectFlexibilities',
  'selectFlexibilityVersions',
  'insertFlexibility',
  'advanceFlexibility',
  'insertFlexibilityVersion',
  'insertFlexibilityEngagement',
  'insertFlexibilityBenchmark',
]);

const decision = z.enum(decisions.map(({ id }) => id) as [DecisionId, ...DecisionId[]]);
const VersionRow = z.object({
  version: z.number(),
  title: z.string(),
  decision,
  decidedOn: z.string().nullable(),
  freedCents: z.number(),
  fromDay: z.string(),
  untilDay: z.string(),
  reason: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});
export type FlexibilityVersion = z.infer<typeof VersionRow>;

const FlexibilityRow = VersionRow.extend({
  id: z.string(),
  districtId: z.string().nullable(),
  ruleWords: z.string(),
  ruleCitation: z.string(),
  authority: z.enum(authorities.map(({ id }) => id) as [AuthorityId, ...AuthorityId[]]),
  authorityWords: z.string().nullable(),
  requestedOn: z.string(),
  fromSourceId: z.string().nullable(),
  toSourceId: z.string().nullable(),
  useWords: z.string(),
  engagementIds: z.array(z.string()),
  benchmarkIds: z.array(z.string()),
});
/** A flexibility as it stands; money in integer cents; no district is both. */
export type Flexibility = z.infer<typeof FlexibilityRow>;

/** Every flexibility of the partnership as it stands, by its first day. */
export function selectFlexibilities(view: MemberView): Promise<Flexibility[]> {
  const values = { partnershipId: view.member.partnership.id, flexibilityId: null };
  return view.rows(sql.selectFlexibilities, values, FlexibilityRow);
}

export function selectOptionalFlexibility(
  view: MemberView,
  flexibilityId: string,
): Promise<Flexibility | undefined> {
  const values = { partnershipId: view.member.partnership.id, flexibilityId };
  return view.optionalRow(sql.selectFlexibilities, values, FlexibilityRow);
}

/** Every version of a flexibility, newest first. */
export function selectFlexibilityVersions(
  view: MemberView,
  flexibilityId: string,
): Promise<FlexibilityVersion[]> {
  const values = { partnershipId: view.member.partnership.id, flexibilityId };
  return view.rows(sql.selectFlexibilityVersions, values, VersionRow);
}

/** Writes a flexibility down; answers its id. */
export async function insertFlexibility(
  view: MemberView,
  draft: FlexibilityDraft,
  at: Date,
): Promise<string> {
  const { personId, partnership } = view.member;
  const id = newUuid(at);
  await view.run(sql.insertFlexibility, {
    partnershipId: partnership.id,
    flexibilityId: id,
    at,
    personId,
  });
  await insertVersion(view, id, 1, draft, at);
  const act = { act: 'wrote down a flexibility', subject: `flexibility ${id}`, detail: { ...draft } };
  await insertMemberAct(view, act, at);
  return id;
}

/** Changes a flexibility: a version after `basedOn`, which the person was looking at. */
export async function insertFlexibilityChange(
  view: MemberView,
  flexibilityId: string,
  basedOn: number,
  draft: FlexibilityDraft,
  at: Date,
): Promise<ResourceWritten> {
  const key = { partnershipId: view.member.partnership.id, flexibilityId, version: basedOn + 1 };
  if (!(await view.optionalRow(sql.advanceFlexibility, key, z.object({ id: z.string() }))))
    return { done: false, reason: 'changed meanwhile' };
  await insertVersion(view, flexibilityId, basedOn + 1, draft, at);
  const subject = `flexibility ${flexibilityId}`;
  await insertMemberAct(view, { act: 'changed a flexibility', subject, detail: { ...draft } }, at);
  return { done: true };
}

async function insertVersion(
  view: MemberView,
  flexibilityId: string,
  version: number,
  { engagementIds, benchmarkIds, ...draft }: FlexibilityDraft,
  at: Date,
): Promise<void> {
  const { personId, partnership } = view.member;
  const key = { partnershipId: partnership.id, flexibilityId, version };
  await view.run(sql.insertFlexibilityVersion, { ...key, ...draft, at, personId });
  for (const engagementId of engagementIds)
    await view.run(sql.insertFlexibilityEngagement, { ...key, engagementId });
  for (const benchmarkId of benchmarkIds)
    await view.run(sql.insertFlexibilityBenchmark, { ...key, benchmarkId });
}
