import { z } from 'zod';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { type StudentGroupCode, studentGroups } from '../../vocabulary/studentGroup.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { DistrictId, MemberView } from '../store/view.ts';
import type { AdoptionDraft, ResultDraft } from './adoptionDraft.ts';
import type { Practice } from './practices.store.ts';
import { type AdoptionResultId, adoptionResults, failureReasons, nameOf } from './practiceWords.ts';

const sql = readStatements(import.meta.url, [
  'selectAdoptions',
  'selectResults',
  'insertAdoption',
  'lockAdoption',
  'insertResult',
]);

const result = z.enum(adoptionResults.map(({ id }) => id) as [AdoptionResultId, ...AdoptionResultId[]]);

const AdoptionRow = z.object({
  id: z.string(),
  practiceId: z.string(),
  practiceVersion: z.number(),
  fromId: z.string().nullable(),
  districtId: z.string(),
  setting: z.string(),
  schools: z.number().nullable(),
  since: z.string(),
  engagementId: z.string().nullable(),
  changes: z.array(z.string()),
  changed: z.string().nullable(),
  why: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
  resultNumber: z.number(),
  result: result.nullable(),
  group: z
    .enum(studentGroups.map(({ code }) => code) as [StudentGroupCode, ...StudentGroupCode[]])
    .nullable(),
  resultSetting: z.string().nullable(),
  reason: z.string().nullable(),
  words: z.string().nullable(),
  resultAt: z.date().nullable(),
  resultBy: z.string().nullable(),
});
/** A district that took up a practice, as it is or changed, with the newest of what it said came of it. */
export type Adoption = z.infer<typeof AdoptionRow>;

const ResultRow = z.object({
  resultNumber: z.number(),
  result,
  words: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});
export type AdoptionResult = z.infer<typeof ResultRow>;

/** Every adoption of the partnership, or of one practice, oldest first; those entered by mistake are left out. */
export async function selectAdoptions(
  view: MemberView,
  practiceId: string | null = null,
): Promise<Adoption[]> {
  const values = { partnershipId: view.member.partnership.id, practiceId };
  const rows = await view.rows(sql.selectAdoptions, values, AdoptionRow);
  return rows.filter((one) => one.result !== 'entered by mistake');
}

/** What was said of an adoption from time to time, newest first. */
export function selectResults(view: MemberView, adoptionId: string): Promise<AdoptionResult[]> {
  return view.rows(sql.selectResults, { partnershipId: view.member.partnership.id, adoptionId }, ResultRow);
}

/** Says that a district takes up a practice at the version it has now, and answers the adoption's id. */
export async function insertAdoption(
  view: MemberView,
  practice: Practice,
  districtId: DistrictId,
  draft: AdoptionDraft,
  at: Date,
): Promise<string> {
  const { personId, partnership } = view.member;
  const id = newUuid(at);
  await view.run(sql.insertAdoption, {
    partnershipId: partnership.id,
    adoptionId: id,
    practiceId: practice.id,
    practiceVersion: practice.version,
    districtId,
    ...draft,
    at,
    personId,
  });
  const { since, changes, why } = draft;
  const act = changes.length > 0 ? 'took up a practice and changed it' : 'took up a practice';
  const detail = { title: practice.name, districtId, since, changes, reason: why };
  await insertMemberAct(view, { act, subject: `adoption ${id}`, detail }, at);
  return id;
}

/** Says what came of an adoption, after the result numbered `basedOn` (0: none yet); false when somebody else was quicker. */
export async function insertResult(
  view: MemberView,
  about: { readonly practice: Practice; readonly adoption: Adoption },
  basedOn: number,
  draft: ResultDraft,
  at: Date,
): Promise<boolean> {
  const { practice, adoption } = about;
  const { personId, partnership } = view.member;
  const adoptionId = adoption.id;
  await view.run(sql.lockAdoption, { adoptionId });
  const values = { partnershipId: partnership.id, adoptionId, basedOn, ...draft, at, personId };
  const shape = z.object({ resultNumber: z.number() });
  if (!(await view.optionalRow(sql.insertResult, values, shape))) return false;
  const says = inSentence(nameOf(adoptionResults, draft.result));
  const reason = draft.reason && inSentence(nameOf(failureReasons, draft.reason));
  const detail = { title: practice.name, districtId: adoption.districtId, says, reason };
  await insertMemberAct(
    view,
    { act: `said of a practice that it ${sayings[draft.result]}`, subject: `adoption ${adoptionId}`, detail },
    at,
  );
  return true;
}

const sayings: Readonly<Record<AdoptionResultId, string>> = {
  works: 'works',
  'too early': 'is too early to judge',
  'did not work': 'did not work',
  'entered by mistake': 'was entered by mistake',
};
