import { z } from 'zod';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { MemberView } from '../store/view.ts';
import { type StudyDesign, studyDesigns } from './essaTier.ts';
import type { Practice } from './practices.store.ts';
import type { StudyDraft } from './studyDraft.ts';

const sql = readStatements(import.meta.url, ['selectStudies', 'insertStudy', 'withdrawStudy']);

const StudyRow = z.object({
  id: z.string(),
  practiceId: z.string(),
  citation: z.string(),
  link: z.string().nullable(),
  design: z.enum(studyDesigns.map(({ id }) => id) as [StudyDesign, ...StudyDesign[]]),
  students: z.number().nullable(),
  groupsOfTen: z.number().nullable(),
  districts: z.number().nullable(),
  schools: z.number().nullable(),
  favourable: z.boolean(),
  unfavourable: z.boolean(),
  attrition: z.enum(['low', 'high']).nullable(),
  baselineShown: z.boolean(),
  samePopulation: z.boolean(),
  sameSetting: z.boolean(),
  madeAt: z.date(),
  madeBy: z.string(),
  withdrawnAt: z.date().nullable(),
  withdrawnBy: z.string().nullable(),
});
/** A study of a practice by what its tier is derived from; a withdrawn one counts no more. */
export type Study = z.infer<typeof StudyRow>;

/** Every study of the partnership's practices, or of one, oldest first. */
export function selectStudies(view: MemberView, practiceId: string | null = null): Promise<Study[]> {
  return view.rows(sql.selectStudies, { partnershipId: view.member.partnership.id, practiceId }, StudyRow);
}

/** Records a study of a practice. */
export async function insertStudy(
  view: MemberView,
  practice: Practice,
  draft: StudyDraft,
  at: Date,
): Promise<void> {
  const { personId, partnership } = view.member;
  const id = newUuid(at);
  await view.run(sql.insertStudy, {
    partnershipId: partnership.id,
    studyId: id,
    practiceId: practice.id,
    ...draft,
    at,
    personId,
  });
  const detail = { title: practice.name, citation: draft.citation, design: draft.design };
  await insertMemberAct(view, { act: 'recorded a study of a practice', subject: `study ${id}`, detail }, at);
}

/** Withdraws a study that was recorded wrongly; false when it had been withdrawn before. */
export async function withdrawStudy(
  view: MemberView,
  practice: Practice,
  studyId: string,
  at: Date,
): Promise<boolean> {
  const { personId, partnership } = view.member;
  const values = { partnershipId: partnership.id, practiceId: practice.id, studyId, at, personId };
  const row = await view.optionalRow(sql.withdrawStudy, values, z.object({ citation: z.string() }));
  if (!row) return false;
  const detail = { title: practice.name, citation: row.citation };
  await insertMemberAct(
    view,
    { act: 'withdrew a study of a practice', subject: `study ${studyId}`, detail },
    at,
  );
  return true;
}
