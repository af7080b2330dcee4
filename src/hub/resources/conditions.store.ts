import { z } from 'zod';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { MemberView } from '../store/view.ts';
import type { ConditionTerms } from './condition.ts';
import { type ConditionKindId, conditionKinds } from './resourceKinds.ts';
import type { ResourceWritten } from './sources.store.ts';

const sql = readStatements(import.meta.url, [
  'selectConditions',
  'insertCondition',
  'advanceCondition',
  'insertConditionVersion',
]);

const ConditionRow = z
  .object({
    id: z.string(),
    flexibilityId: z.string().nullable(),
    sourceId: z.string().nullable(),
    version: z.number(),
    kind: z.enum(conditionKinds.map(({ id }) => id) as [ConditionKindId, ...ConditionKindId[]]),
    dueOn: z.string(),
    benchmarkId: z.string().nullable(),
    districtId: z.string().nullable(),
    schoolYear: z.number().nullable(),
    baselineYear: z.number().nullable(),
    baselineValue: z.string().nullable(),
    targetYear: z.number().nullable(),
    targetValue: z.string().nullable(),
    amountCents: z.number().nullable(),
    engagementId: z.string().nullable(),
    firstObject: z.string().nullable(),
    lastObject: z.string().nullable(),
    sentOn: z.string().nullable(),
    isDropped: z.boolean(),
    words: z.string().nullable(),
    reason: z.string().nullable(),
    writtenAt: z.date(),
    madeAt: z.date(),
    madeBy: z.string(),
  })
  .transform((row) => {
    const { id, flexibilityId, sourceId, version, sentOn, isDropped } = row;
    const { words, reason, writtenAt, madeAt, madeBy } = row;
    const kept = { id, flexibilityId, sourceId, version, sentOn, isDropped, words, reason };
    return { ...kept, writtenAt, madeAt, madeBy, terms: termsOf(row) };
  });
/** A condition as it stands: exactly one of a flexibility or a funding source has it. */
export type Condition = z.infer<typeof ConditionRow>;

type Columns = Readonly<Record<keyof typeof noTerms, string | number | null>> & {
  readonly kind: ConditionKindId;
  readonly dueOn: string;
};

const noTerms = {
  benchmarkId: null,
  districtId: null,
  schoolYear: null,
  baselineYear: null,
  baselineValue: null,
  targetYear: null,
  targetValue: null,
  amountCents: null,
  engagementId: null,
  firstObject: null,
  lastObject: null,
};

/** The table's own checks hold its columns together, so that the union is rebuilt without loss. */
function termsOf(row: Columns): ConditionTerms {
  const { kind, dueOn } = row;
  if (kind === 'report sent') return { kind, dueOn };
  if (kind === 'target reached' || kind === 'pace on track')
    return {
      kind,
      dueOn,
      benchmarkId: String(row.benchmarkId),
      districtId: String(row.districtId),
      schoolYear: Number(row.schoolYear),
      baseline: { year: Number(row.baselineYear), value: String(row.baselineValue) },
      target: { year: Number(row.targetYear), value: String(row.targetValue) },
    };
  return {
    kind,
    dueOn,
    amountCents: Number(row.amountCents),
    engagementId: row.engagementId === null ? null : String(row.engagementId),
    objects:
      row.firstObject === null ? null : { first: String(row.firstObject), last: String(row.lastObject) },
  };
}

function columnsOf(terms: ConditionTerms): Columns {
  if (terms.kind === 'report sent') return { ...noTerms, ...terms };
  if ('baseline' in terms) {
    const { baseline, target, ...rest } = terms;
    const values = { baselineYear: baseline.year, baselineValue: baseline.value };
    return { ...noTerms, ...rest, ...values, targetYear: target.year, targetValue: target.value };
  }
  const { objects, ...rest } = terms;
  return { ...noTerms, ...rest, firstObject: objects?.first ?? null, lastObject: objects?.last ?? null };
}

/** Every condition of the partnership that was not dropped, by its due day. */
export async function selectConditions(view: MemberView): Promise<Condition[]> {
  const values = { partnershipId: view.member.partnership.id, conditionId: null };
  return (await view.rows(sql.selectConditions, values, ConditionRow)).filter((one) => !one.isDropped);
}

/** One condition, a dropped one too. */
export function selectOptionalCondition(
  view: MemberView,
  conditionId: string,
): Promise<Condition | undefined> {
  const values = { partnershipId: view.member.partnership.id, conditionId };
  return view.optionalRow(sql.selectConditions, values, ConditionRow);
}

export type ConditionOf =
  | { readonly flexibilityId: string; readonly sourceId: null }
  | { readonly flexibilityId: null; readonly sourceId: string };

/** Writes a condition down; answers its id. */
export async function insertCondition(
  view: MemberView,
  of: ConditionOf,
  { terms, words }: { readonly terms: ConditionTerms; readonly words: string | null },
  at: Date,
): Promise<string> {
  const { personId, partnership } = view.member;
  const id = newUuid(at);
  const key = { partnershipId: partnership.id, conditionId: id };
  await view.run(sql.insertCondition, { ...key, ...of, at, personId });
  const standing = { sentOn: null, isDropped: false, words, reason: null };
  await view.run(sql.insertConditionVersion, {
    ...key,
    version: 1,
    ...columnsOf(terms),
    ...standing,
    at,
    personId,
  });
  const detail = { title: terms.kind, ...of, terms, words };
  await insertMemberAct(view, { act: 'wrote down a condition', subject: `condition ${id}`, detail }, at);
  return id;
}

/** What happens to a condition: its report was sent, or it no longer applies. */
export type ConditionStep =
  | { readonly step: 'sent'; readonly sentOn: string; readonly reason: string }
  | { readonly step: 'dropped'; readonly reason: string };

/** Takes a condition one step on: a version after `basedOn`, which the person was looking at. */
export async function insertConditionStep(
  view: MemberView,
  condition: Condition,
  basedOn: number,
  step: ConditionStep,
  at: Date,
): Promise<ResourceWritten> {
  const { personId, partnership } = view.member;
  const key = { partnershipId: partnership.id, conditionId: condition.id, version: basedOn + 1 };
  if (!(await view.optionalRow(sql.advanceCondition, key, z.object({ id: z.string() }))))
    return { done: false, reason: 'changed meanwhile' };
  await view.run(sql.insertConditionVersion, {
    ...key,
    ...columnsOf(condition.terms),
    sentOn: step.step === 'sent' ? step.sentOn : condition.sentOn,
    isDropped: step.step === 'dropped',
    words: condition.words,
    reason: step.reason,
    at,
    personId,
  });
  const act = step.step === 'sent' ? 'recorded that a report was sent' : 'dropped a condition';
  await insertMemberAct(view, { act, subject: `condition ${condition.id}`, detail: { ...step } }, at);
  return { done: true };
}
