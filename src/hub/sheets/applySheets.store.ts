import { insertMemberAct } from '../audit/audit.store.ts';
import { insertChangedTargets, selectBenchmarks } from '../benchmarks/benchmarks.store.ts';
import { schoolYearOn, type YearValue } from '../benchmarks/benchmarkDraft.ts';
import { selectShownFigures } from '../benchmarks/partyFigures.store.ts';
import type { CommitmentStep } from '../commitments/commitmentDraft.ts';
import {
  type Commitment,
  insertCommitment,
  insertCommitmentStep,
  selectCommitments,
  selectOptionalCommitment,
} from '../commitments/commitments.store.ts';
import type { Mail } from '../mail/mail.store.ts';
import { selectMembers, selectParties } from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import { measureById } from '../../measures/registry.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { findStudentGroup } from '../../vocabulary/studentGroup.ts';
import type { Comparison, Planned } from './compareSheets.ts';
import { noteSheetApplied } from './sheetImports.store.ts';
import type { Standing } from './standing.ts';

/** Everything that the sheets of the asker's district are held against; undefined for somebody of no district. */
export async function readStanding(view: MemberView, now: Date): Promise<Standing | undefined> {
  const parties = await selectParties(view);
  const own = parties.find(({ districtId }) => districtId === view.member.districtId);
  if (!own) return undefined;
  const benchmarks = await selectBenchmarks(view);
  const figures = new Map<string, readonly YearValue[]>();
  for (const { id, measureId, group: code } of benchmarks) {
    const group = findStudentGroup(code);
    if (!group) continue;
    figures.set(
      id,
      await selectShownFigures(view, own.districtId, { measure: measureById(measureId), group }),
    );
  }
  return {
    own,
    parties,
    members: (await selectMembers(view)).filter(({ districtId }) => districtId === own.districtId),
    commitments: await selectCommitments(view),
    benchmarks,
    figures,
    today: calendarDay(now),
    currentYear: schoolYearOn(now),
  };
}

/** The mails that go with an act on a commitment, or with a new one. */
export type SheetMails = {
  readonly ofStep: (
    view: MemberView,
    commitment: Commitment,
    step: CommitmentStep,
  ) => Promise<readonly Mail[]>;
  readonly ofNew: (
    view: MemberView,
    made: Extract<Planned, { kind: 'new commitment' }>['draft'] & {
      readonly id: string;
      readonly districtId: string;
    },
  ) => Promise<readonly Mail[]>;
};

export type Applied =
  | { readonly done: true; readonly changes: number }
  | { readonly done: false; readonly reason: 'applied before' | 'changed meanwhile' };

/** Thrown to take the whole transaction back: a row moved on while it was written. */
export class SheetChangedMeanwhile extends Error {
  override readonly name = 'SheetChangedMeanwhile';
}

/**
 * Does all that a workbook's differences say, whole or not at all, each through the act of its own room with its audit line and its mails.
 * Throws SheetChangedMeanwhile when something moved on since it was compared: nothing is written then.
 */
export async function applySheets(
  view: MemberView,
  importId: string,
  { plan }: Pick<Comparison, 'plan'>,
  mails: SheetMails,
  at: Date,
): Promise<Applied> {
  const districtId = view.member.districtId;
  if (districtId === null) throw new Error('somebody of no district applies a sheet');
  if (!(await noteSheetApplied(view, importId, plan.length, at)))
    return { done: false, reason: 'applied before' };
  for (const planned of plan) await applyOne(view, districtId, planned, mails, at);
  const subject = `sheet ${importId}`;
  await insertMemberAct(
    view,
    { act: 'applied a workbook', subject, detail: { districtId, changes: plan.length } },
    at,
  );
  return { done: true, changes: plan.length };
}

async function applyOne(
  view: MemberView,
  districtId: string,
  planned: Planned,
  mails: SheetMails,
  at: Date,
): Promise<void> {
  if (planned.kind === 'new commitment') {
    await insertCommitment(
      view,
      districtId,
      planned.draft,
      (id) => mails.ofNew(view, { ...planned.draft, id, districtId }),
      at,
    );
    return;
  }
  if (planned.kind === 'targets') {
    const { benchmarkId, version, draft } = planned;
    const written = await insertChangedTargets(view, benchmarkId, districtId, version, draft, at);
    if (!written.done) throw new SheetChangedMeanwhile();
    return;
  }
  let { version } = planned;
  for (const step of planned.steps) {
    const commitment = await selectOptionalCommitment(view, planned.id);
    if (commitment?.version !== version) throw new SheetChangedMeanwhile();
    const going = await mails.ofStep(view, commitment, step);
    const written = await insertCommitmentStep(view, commitment, version, step, going, at);
    if (!written.done) throw new SheetChangedMeanwhile();
    version += 1;
  }
}
