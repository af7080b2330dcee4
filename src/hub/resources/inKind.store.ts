import { z } from 'zod';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { DistrictId, MemberView } from '../store/view.ts';
import type { HourRateDraft, InKindDraft } from './inKindDraft.ts';
import { type InKindKindId, inKindKinds } from './resourceKinds.ts';
import type { ResourceWritten } from './sources.store.ts';

const sql = readStatements(import.meta.url, [
  'selectInKind',
  'insertInKind',
  'withdrawInKind',
  'selectHourRates',
  'insertHourRate',
]);

const InKindRow = z.object({
  id: z.string(),
  districtId: z.string(),
  engagementId: z.string().nullable(),
  kind: z.enum(inKindKinds.map(({ id }) => id) as [InKindKindId, ...InKindKindId[]]),
  day: z.string(),
  description: z.string(),
  valueCents: z.number().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});
/** What a district gave that is neither money nor hours; it informs and is never billed. */
export type InKind = z.infer<typeof InKindRow>;

const RateRow = z.object({
  districtId: z.string(),
  version: z.number(),
  centsPerHour: z.number().nullable(),
  reason: z.string(),
  madeAt: z.date(),
  madeBy: z.string(),
});
export type HourRate = z.infer<typeof RateRow>;

/** What was given and not taken back, newest first. */
export function selectInKind(view: MemberView): Promise<InKind[]> {
  return view.rows(sql.selectInKind, { partnershipId: view.member.partnership.id }, InKindRow);
}

/** What each district says an hour is worth; a district that said nothing is not there. */
export function selectHourRates(view: MemberView): Promise<HourRate[]> {
  return view.rows(sql.selectHourRates, { partnershipId: view.member.partnership.id }, RateRow);
}

export async function insertInKind(
  view: MemberView,
  districtId: DistrictId,
  draft: InKindDraft,
  at: Date,
): Promise<void> {
  const { personId, partnership } = view.member;
  const id = newUuid(at);
  await view.run(sql.insertInKind, {
    partnershipId: partnership.id,
    inKindId: id,
    districtId,
    ...draft,
    at,
    personId,
  });
  const detail = { title: draft.description, districtId, ...draft };
  await insertMemberAct(view, { act: 'wrote down what was given', subject: `in kind ${id}`, detail }, at);
}

/** Takes something back that was written down by mistake; false when it was before. */
export async function withdrawInKind(view: MemberView, given: InKind, at: Date): Promise<boolean> {
  const values = { partnershipId: view.member.partnership.id, inKindId: given.id, at };
  if (!(await view.optionalRow(sql.withdrawInKind, values, z.object({ id: z.string() })))) return false;
  const detail = { title: given.description, districtId: given.districtId };
  await insertMemberAct(
    view,
    { act: 'took back what was given', subject: `in kind ${given.id}`, detail },
    at,
  );
  return true;
}

/** Sets what an hour of a district's people is worth: a version after `basedOn`. */
export async function insertHourRate(
  view: MemberView,
  districtId: DistrictId,
  basedOn: number,
  draft: HourRateDraft,
  at: Date,
): Promise<ResourceWritten> {
  const { personId, partnership } = view.member;
  const key = { partnershipId: partnership.id, districtId, version: basedOn + 1 };
  const values = { ...key, ...draft, at, personId };
  if (!(await view.optionalRow(sql.insertHourRate, values, z.object({ version: z.number() }))))
    return { done: false, reason: 'changed meanwhile' };
  const detail = { districtId, ...draft };
  await insertMemberAct(view, { act: 'set what an hour is worth', subject: 'hour rate', detail }, at);
  return { done: true };
}
