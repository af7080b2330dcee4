import { z } from 'zod';
import { type StudentGroupCode, studentGroups } from '../../vocabulary/studentGroup.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { DistrictId, MemberView } from '../store/view.ts';
import type { ComparisonNoteDraft } from './comparisonNoteDraft.ts';

const sql = readStatements(import.meta.url, [
  'selectComparisonNotes',
  'insertComparisonNote',
  'withdrawComparisonNote',
]);

const About = {
  districtId: z.string(),
  measureId: z.string().nullable(),
  group: z
    .enum(studentGroups.map(({ code }) => code) as [StudentGroupCode, ...StudentGroupCode[]])
    .nullable(),
  similarId: z.string().nullable(),
};
const NoteRow = z.object({
  id: z.string(),
  ...About,
  reason: z.string(),
  words: z.string(),
  madeAt: z.date(),
  authorId: z.string(),
  author: z.string(),
  withdrawnAt: z.date().nullable(),
});
/** "This comparison is unfair because": of a district's measure and group, or with a district that is called similar to it. */
export type ComparisonNote = z.infer<typeof NoteRow>;

/** What a note is about: a cell of a district's grid, or one of its similar districts. */
export type NoteSubject =
  | { readonly districtId: DistrictId; readonly measureId: string; readonly group: StudentGroupCode }
  | { readonly districtId: DistrictId; readonly similarId: DistrictId };

/** Which notes are wanted; what is left out is not asked for. */
export type NoteFilter = {
  readonly districtId?: DistrictId;
  readonly measureId?: string;
  readonly group?: StudentGroupCode;
  readonly similarId?: DistrictId;
};

/** The partnership's notes on comparisons, oldest first, withdrawn ones too: a page shows those apart. */
export function selectComparisonNotes(view: MemberView, filter: NoteFilter = {}): Promise<ComparisonNote[]> {
  const { districtId = null, measureId = null, group = null, similarId = null } = filter;
  return view.rows(
    sql.selectComparisonNotes,
    { partnershipId: view.member.partnership.id, districtId, measureId, group, similarId },
    NoteRow,
  );
}

export async function insertComparisonNote(
  view: MemberView,
  subject: NoteSubject,
  draft: ComparisonNoteDraft,
  at: Date,
): Promise<string> {
  const { personId, partnership } = view.member;
  const noteId = newUuid(at);
  const about =
    'similarId' in subject
      ? { measureId: null, group: null, similarId: subject.similarId }
      : { measureId: subject.measureId, group: subject.group, similarId: null };
  const { districtId } = subject;
  await view.run(sql.insertComparisonNote, {
    partnershipId: partnership.id,
    noteId,
    districtId,
    ...about,
    ...draft,
    at,
    personId,
  });
  const detail = { districtId, ...about, kind: draft.reason, reason: draft.words };
  await insertMemberAct(view, { act: 'called a comparison unfair', subject: `note ${noteId}`, detail }, at);
  return noteId;
}

/**
 * Withdraws a note of the member's own and answers what it was about; undefined when it is another's, withdrawn already, or not there.
 * The note stays, marked.
 */
export async function withdrawComparisonNote(
  view: MemberView,
  noteId: string,
  at: Date,
): Promise<Pick<ComparisonNote, 'districtId' | 'measureId' | 'group' | 'similarId'> | undefined> {
  const { personId, partnership } = view.member;
  const detail = await view.optionalRow(
    sql.withdrawComparisonNote,
    { partnershipId: partnership.id, noteId, personId, at },
    z.object(About),
  );
  if (!detail) return undefined;
  const act = { act: 'withdrew a note on a comparison', subject: `note ${noteId}`, detail };
  await insertMemberAct(view, act, at);
  return detail;
}
