import { z } from 'zod';
import { type FocusAreaId, focusAreas, type StrategyId, strategies } from '../../vocabulary/partnership.ts';
import { type StudentGroupCode, studentGroups } from '../../vocabulary/studentGroup.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { MemberView } from '../store/view.ts';
import type { PracticeDraft } from './practiceDraft.ts';
import { type PracticeGradeId, practiceGrades } from './practiceWords.ts';

const sql = readStatements(import.meta.url, [
  'selectPractices',
  'selectPracticeVersions',
  'insertPractice',
  'advancePractice',
  'insertPracticeVersion',
  'selectHits',
  'selectIsTooCommon',
]);

const PracticeRow = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  done: z.string(),
  focusArea: z.enum(focusAreas.map(({ id }) => id) as [FocusAreaId, ...FocusAreaId[]]),
  strategy: z.enum(strategies.map(({ id }) => id) as [StrategyId, ...StrategyId[]]),
  measureId: z.string(),
  groups: z.array(z.enum(studentGroups.map(({ code }) => code) as [StudentGroupCode, ...StudentGroupCode[]])),
  grades: z.array(z.enum(practiceGrades.map(({ id }) => id) as [PracticeGradeId, ...PracticeGradeId[]])),
  hours: z.string().nullable(),
  people: z.string().nullable(),
  materials: z.string().nullable(),
  link: z.string().nullable(),
  districtId: z.string().nullable(),
  needId: z.string().nullable(),
  engagementId: z.string().nullable(),
  claimId: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
  changedAt: z.date(),
});
/** A practice as it stands: what is done, for whom, what it takes, and what it came from. */
export type Practice = z.infer<typeof PracticeRow>;

const VersionRow = z.object({
  version: z.number(),
  name: z.string(),
  done: z.string(),
  words: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});
/** A practice as it was described from one change to the next; `words` say why it changed. */
export type PracticeVersion = z.infer<typeof VersionRow>;

const HitRow = z.object({
  practiceId: z.string(),
  adoptionId: z.string().nullable(),
  kind: z.enum(['practice', 'adaptation', 'works', 'too early', 'did not work', 'entered by mistake']),
  sentence: z.string(),
});
/** Where a search was found. In `sentence` U+0001 stands before each word of it and U+0002 behind. */
export type Hit = z.infer<typeof HitRow>;

/** Every practice of the partnership, by name. */
export function selectPractices(view: MemberView): Promise<Practice[]> {
  return view.rows(
    sql.selectPractices,
    { partnershipId: view.member.partnership.id, practiceId: null },
    PracticeRow,
  );
}

export function selectOptionalPractice(view: MemberView, practiceId: string): Promise<Practice | undefined> {
  return view.optionalRow(
    sql.selectPractices,
    { partnershipId: view.member.partnership.id, practiceId },
    PracticeRow,
  );
}

/** Every version of a practice, newest first. */
export function selectPracticeVersions(view: MemberView, practiceId: string): Promise<PracticeVersion[]> {
  return view.rows(
    sql.selectPracticeVersions,
    { partnershipId: view.member.partnership.id, practiceId },
    VersionRow,
  );
}

/** Where words are found, best first; `'too common'` when they are all of the kind that is in every text. */
export async function searchPractices(
  view: MemberView,
  words: string,
): Promise<readonly Hit[] | 'too common'> {
  const { tooCommon } = await view.row(
    sql.selectIsTooCommon,
    { words },
    z.object({ tooCommon: z.boolean() }),
  );
  if (tooCommon) return 'too common';
  return view.rows(sql.selectHits, { partnershipId: view.member.partnership.id, words }, HitRow);
}

/** Enters a practice and answers its id. */
export async function insertPractice(view: MemberView, draft: PracticeDraft, at: Date): Promise<string> {
  const { personId, partnership } = view.member;
  const id = newUuid(at);
  await view.run(sql.insertPractice, { partnershipId: partnership.id, practiceId: id, at, personId });
  await insertVersion(view, id, { version: 1, words: null, draft }, at);
  const { name: title, measureId } = draft;
  const detail = { title, measureId, group: draft.groups[0] };
  await insertMemberAct(view, { act: 'entered a practice', subject: `practice ${id}`, detail }, at);
  return id;
}

/** Describes a practice anew, as a version after `basedOn`; false when somebody else was quicker. */
export async function insertPracticeChange(
  view: MemberView,
  practiceId: string,
  basedOn: number,
  change: { readonly draft: PracticeDraft; readonly words: string },
  at: Date,
): Promise<boolean> {
  const { draft, words } = change;
  const version = basedOn + 1;
  const values = { partnershipId: view.member.partnership.id, practiceId, version };
  if (!(await view.optionalRow(sql.advancePractice, values, z.object({ id: z.string() })))) return false;
  await insertVersion(view, practiceId, { version, words, draft }, at);
  const detail = { title: draft.name, version, reason: words };
  await insertMemberAct(view, { act: 'changed a practice', subject: `practice ${practiceId}`, detail }, at);
  return true;
}

function insertVersion(
  view: MemberView,
  practiceId: string,
  {
    version,
    words,
    draft,
  }: { readonly version: number; readonly words: string | null; readonly draft: PracticeDraft },
  at: Date,
): Promise<void> {
  const { personId, partnership } = view.member;
  const values = { partnershipId: partnership.id, practiceId, version, words, ...draft, at, personId };
  return view.run(sql.insertPracticeVersion, values);
}
