import { z } from 'zod';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import { actorOf, type DistrictId, type MemberView } from '../store/view.ts';
import { type BeforeAfter, type Cycle, type CycleSide, sideOf } from './cycle.ts';
import type { CycleDraft, HandedTest, MovedDay, SideDraft } from './cycleDraft.ts';
import {
  actReasons,
  acts,
  type LeadingReasonId,
  leadingReasons,
  listedName,
  type MovingReasonId,
  movingReasons,
} from './cycleLists.ts';
import { CycleRow, cyclesOf, LogRow, SideRow } from './cycleRows.ts';
import type { LogDraft } from './logDraft.ts';
import { keptCount } from './ownCount.ts';

const sql = readStatements(import.meta.url, [
  'selectCycles',
  'selectCycleSides',
  'selectCycleLogs',
  'lockCycle',
  'insertCycle',
  'insertCycleSide',
  'insertCycleLog',
]);

/** Every cycle of the partnership, ended ones too, newest first; of one engagement where given. */
export function selectCycles(
  view: MemberView,
  only: { readonly engagementId?: string } = {},
): Promise<Cycle[]> {
  return selectThem(view, { engagementId: only.engagementId ?? null, cycleId: null });
}

export async function selectOptionalCycle(view: MemberView, cycleId: string): Promise<Cycle | undefined> {
  return (await selectThem(view, { engagementId: null, cycleId }))[0];
}

async function selectThem(
  view: MemberView,
  which: { readonly engagementId: string | null; readonly cycleId: string | null },
): Promise<Cycle[]> {
  const values = { partnershipId: view.member.partnership.id, ...which };
  const rows = await view.rows(sql.selectCycles, values, CycleRow);
  const sides = await view.rows(sql.selectCycleSides, values, SideRow);
  return cyclesOf(rows, sides, await view.rows(sql.selectCycleLogs, values, LogRow));
}

/** A cycle as it stands; whoever else changes it waits to the end of the transaction. */
async function lockCycle(view: MemberView, cycleId: string): Promise<Cycle | undefined> {
  const cycle = `cycle ${view.member.partnership.id} ${cycleId}`;
  await view.rows(sql.lockCycle, { cycle }, z.object({ locked: z.boolean() }));
  return selectOptionalCycle(view, cycleId);
}

export type NewCycle = {
  readonly engagementId: string;
  /** The cycle whose lesson it tests next. */
  readonly followsId: string | null;
  readonly districtId: DistrictId;
  readonly draft: CycleDraft;
};

/** Plans a cycle and answers its id. What was predicted is never changed after. */
export async function insertCycle(
  view: MemberView,
  { engagementId, followsId, districtId, draft }: NewCycle,
  at: Date,
): Promise<string> {
  const cycleId = newUuid(at);
  const { side, ...plan } = draft;
  const { personId, partnership } = view.member;
  const key = { partnershipId: partnership.id, cycleId };
  await view.run(sql.insertCycle, { ...key, engagementId, followsId, districtId, ...plan, at, personId });
  await insertSide(view, cycleId, districtId, 1, { step: 'joined', ...side, reason: null, words: null }, at);
  await insertCycleAct(
    view,
    { id: cycleId, ...plan, engagementId },
    'planned a test',
    { follows: followsId },
    at,
  );
  return cycleId;
}

export type CycleWritten =
  | { readonly done: true }
  | { readonly done: false; readonly reason: 'changed meanwhile' | 'ended' | 'nothing new' };

/** Another district tests the change, too. */
export async function insertJoinedSide(
  view: MemberView,
  cycleId: string,
  districtId: DistrictId,
  side: SideDraft,
  at: Date,
): Promise<CycleWritten> {
  const cycle = await lockCycle(view, cycleId);
  if (!cycle || sideOf(cycle, districtId)) return { done: false, reason: 'changed meanwhile' };
  await insertSide(view, cycleId, districtId, 1, { step: 'joined', ...side, reason: null, words: null }, at);
  await insertCycleAct(view, cycle, 'tests a change, too', {}, at);
  return { done: true };
}

/** Moves the day on which a district studies its test, from the version the person was looking at. */
export async function insertMovedDay(
  view: MemberView,
  cycleId: string,
  districtId: DistrictId,
  { basedOn, moved }: { readonly basedOn: number; readonly moved: MovedDay },
  at: Date,
): Promise<CycleWritten> {
  const cycle = await lockCycle(view, cycleId);
  const side = cycle && sideOf(cycle, districtId);
  if (!cycle || !side || side.version !== basedOn) return { done: false, reason: 'changed meanwhile' };
  if (side.acted) return { done: false, reason: 'ended' };
  await insertSide(view, cycleId, districtId, basedOn + 1, { step: 'moved', ...side, ...moved }, at);
  const why = inSentence(listedName(movingReasons, moved.reason));
  const detail = { from: side.studyOn, to: moved.studyOn, reason: why, words: moved.words };
  await insertCycleAct(view, cycle, 'moved the day on which a test is studied', detail, at);
  return { done: true };
}

/** Gives a district's test to another leader, from the version the person was looking at; the caller tells them. */
export async function insertHandedTest(
  view: MemberView,
  cycleId: string,
  districtId: DistrictId,
  { basedOn, handed }: { readonly basedOn: number; readonly handed: HandedTest },
  at: Date,
): Promise<CycleWritten> {
  const cycle = await lockCycle(view, cycleId);
  const side = cycle && sideOf(cycle, districtId);
  if (!cycle || !side || side.version !== basedOn) return { done: false, reason: 'changed meanwhile' };
  if (side.acted) return { done: false, reason: 'ended' };
  await insertSide(view, cycleId, districtId, basedOn + 1, { step: 'handed over', ...side, ...handed }, at);
  const why = inSentence(listedName(leadingReasons, handed.reason));
  const detail = { from: side.leader.name, to: handed.leader.name, reason: why, words: handed.words };
  await insertCycleAct(view, cycle, `handed a test over to ${handed.leader.name}`, detail, at);
  return { done: true };
}

export type NewLog = {
  /** How many entries the district's log had when the person looked at it. */
  readonly basedOn: number;
  readonly draft: LogDraft;
  /** What the figures of the districts say now, kept beside what was learned. */
  readonly figures: readonly BeforeAfter[];
  /** The fewest students a count may be of. */
  readonly fewest: number;
};

/**
 * Logs what a district did, learned and decided: the entries that are new, and one audit line. Counts of too few students are not
 * written. A test that has ended is not logged again: another one follows it.
 */
export async function insertCycleLog(
  view: MemberView,
  cycleId: string,
  districtId: DistrictId,
  { basedOn, draft, figures, fewest }: NewLog,
  at: Date,
): Promise<CycleWritten> {
  const cycle = await lockCycle(view, cycleId);
  const side = cycle && sideOf(cycle, districtId);
  if (!cycle || !side || side.entries !== basedOn) {
    const hasEnded = side?.acted !== undefined && side.acted !== null;
    return { done: false, reason: hasEnded ? 'ended' : 'changed meanwhile' };
  }
  if (side.acted) return { done: false, reason: 'ended' };
  const { did, studied, acted } = draft;
  const act = acted && actReasons.find(({ id }) => id === acted.reason);
  const entries: Partial<LogValues>[] = [];
  if (side.did?.done !== did.done || side.did.words !== did.words) entries.push({ step: 'do', ...did });
  if (studied && isNewStudy(side, studied)) {
    const { learned: words, counted, count } = studied;
    const own = keptCount(counted, count, fewest);
    entries.push({ step: 'study', words, ...own, figures: JSON.stringify(figures) });
  }
  if (act) entries.push({ step: 'act', act: act.act, reason: act.id });
  if (entries.length === 0) return { done: false, reason: 'nothing new' };
  const { personId, linkId } = actorOf(view);
  const key = { partnershipId: view.member.partnership.id, cycleId, districtId };
  for (const [i, entry] of entries.entries())
    await view.run(sql.insertCycleLog, {
      ...key,
      ...emptyLog,
      ...entry,
      entry: basedOn + 1 + i,
      at,
      personId,
      linkId,
    });
  const said = act
    ? `${acts.find(({ id }) => id === act.act)?.past.toLowerCase()} a tested change`
    : studied
      ? 'logged what a test has shown'
      : 'logged that a test was carried out';
  const detail = {
    done: did.done,
    different: did.words,
    learned: studied?.learned ?? null,
    reason: act ? inSentence(act.name) : null,
  };
  await insertCycleAct(view, cycle, said, { ...detail, forDistrict: districtId }, at);
  return { done: true };
}

type LogValues = {
  readonly step: 'do' | 'study' | 'act';
  readonly done: string | null;
  readonly counted: string | null;
  readonly numerator: number | null;
  readonly n: number | null;
  readonly tooFew: boolean | null;
  readonly figures: string | null;
  readonly act: string | null;
  readonly reason: string | null;
  readonly words: string | null;
};
const emptyLog: Omit<LogValues, 'step'> = {
  done: null,
  counted: null,
  numerator: null,
  n: null,
  tooFew: null,
  figures: null,
  act: null,
  reason: null,
  words: null,
};

function isNewStudy({ studied }: CycleSide, draft: NonNullable<LogDraft['studied']>): boolean {
  return (
    studied === null ||
    studied.words !== draft.learned ||
    studied.own.counted !== draft.counted ||
    draft.count !== null
  );
}

type SideValues = SideDraft & {
  readonly step: 'joined' | 'moved' | 'handed over';
  readonly reason: MovingReasonId | LeadingReasonId | null;
  readonly words: string | null;
};

function insertSide(
  view: MemberView,
  cycleId: string,
  districtId: DistrictId,
  version: number,
  { step, schools, schoolNames, namesShared, leader, startsOn, studyOn, reason, words }: SideValues,
  at: Date,
): Promise<void> {
  const { personId, partnership } = view.member;
  return view.run(sql.insertCycleSide, {
    partnershipId: partnership.id,
    cycleId,
    districtId,
    version,
    step,
    schools,
    schoolNames,
    namesShared,
    leaderId: leader.personId,
    leaderName: leader.name,
    leaderEmail: leader.email,
    startsOn,
    studyOn,
    reason,
    words,
    at,
    personId,
  });
}

function insertCycleAct(
  view: MemberView,
  {
    id,
    engagementId,
    measureId,
    group,
    idea,
  }: Pick<Cycle, 'id' | 'engagementId' | 'measureId' | 'group' | 'idea'>,
  act: string,
  detail: Readonly<Record<string, unknown>>,
  at: Date,
): Promise<void> {
  const about = { engagementId, measureId, group, title: idea, districtId: view.member.districtId };
  return insertMemberAct(view, { act, subject: `cycle ${id}`, detail: { ...about, ...detail } }, at);
}
