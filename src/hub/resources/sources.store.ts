import { z } from 'zod';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { MemberView } from '../store/view.ts';
import { type SourceKindId, sourceKinds } from './resourceKinds.ts';
import type { SourceDraft } from './sourceDraft.ts';

const sql = readStatements(import.meta.url, [
  'selectSources',
  'selectSourceVersions',
  'insertSource',
  'advanceSource',
  'insertSourceVersion',
]);

const SourceRow = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  kind: z.enum(sourceKinds.map(({ id }) => id) as [SourceKindId, ...SourceKindId[]]),
  districtId: z.string().nullable(),
  resourceCode: z.string().nullable(),
  restricted: z.boolean(),
  fromDay: z.string(),
  untilDay: z.string(),
  amountCents: z.number(),
  words: z.string().nullable(),
  reason: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});
/** A funding source as one version has it; money in integer cents; no district is both. */
export type FundingSource = z.infer<typeof SourceRow>;

/** Every funding source of the partnership as it stands, by its first day. */
export function selectFundingSources(view: MemberView): Promise<FundingSource[]> {
  return view.rows(
    sql.selectSources,
    { partnershipId: view.member.partnership.id, sourceId: null },
    SourceRow,
  );
}

export function selectOptionalFundingSource(
  view: MemberView,
  sourceId: string,
): Promise<FundingSource | undefined> {
  return view.optionalRow(
    sql.selectSources,
    { partnershipId: view.member.partnership.id, sourceId },
    SourceRow,
  );
}

/** Every version of a funding source, newest first. */
export function selectFundingSourceVersions(view: MemberView, sourceId: string): Promise<FundingSource[]> {
  return view.rows(
    sql.selectSourceVersions,
    { partnershipId: view.member.partnership.id, sourceId },
    SourceRow,
  );
}

/** What came of a change: somebody may have been quicker. */
export type ResourceWritten =
  | { readonly done: true }
  | { readonly done: false; readonly reason: 'changed meanwhile' };

/** Writes a funding source down; answers its id. */
export async function insertFundingSource(view: MemberView, draft: SourceDraft, at: Date): Promise<string> {
  const { personId, partnership } = view.member;
  const id = newUuid(at);
  await view.run(sql.insertSource, { partnershipId: partnership.id, sourceId: id, at, personId });
  await insertVersion(view, id, 1, draft, at);
  await insertMemberAct(
    view,
    { act: 'wrote down a funding source', subject: `funding source ${id}`, detail: detailOf(draft) },
    at,
  );
  return id;
}

/** Changes a funding source: a version after `basedOn`, which the person was looking at. */
export async function insertFundingSourceChange(
  view: MemberView,
  sourceId: string,
  basedOn: number,
  draft: SourceDraft,
  at: Date,
): Promise<ResourceWritten> {
  const key = { partnershipId: view.member.partnership.id, sourceId, version: basedOn + 1 };
  if (!(await view.optionalRow(sql.advanceSource, key, z.object({ id: z.string() }))))
    return { done: false, reason: 'changed meanwhile' };
  await insertVersion(view, sourceId, basedOn + 1, draft, at);
  await insertMemberAct(
    view,
    { act: 'changed a funding source', subject: `funding source ${sourceId}`, detail: detailOf(draft) },
    at,
  );
  return { done: true };
}

function insertVersion(view: MemberView, sourceId: string, version: number, draft: SourceDraft, at: Date) {
  const { personId, partnership } = view.member;
  return view.run(sql.insertSourceVersion, {
    partnershipId: partnership.id,
    sourceId,
    version,
    ...draft,
    at,
    personId,
  });
}

function detailOf({ name, ...rest }: SourceDraft): Record<string, unknown> {
  return { title: name, ...rest };
}
