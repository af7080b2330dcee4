import { z } from 'zod';
import { type StudentGroupCode, studentGroups } from '../../vocabulary/studentGroup.ts';
import type { Cycle, CycleLog, CycleSide } from './cycle.ts';
import {
  actReasons,
  acts,
  changeKinds,
  leadingReasons,
  movingReasons,
  predictions,
  waysDone,
} from './cycleLists.ts';

const group = z.enum(studentGroups.map(({ code }) => code) as [StudentGroupCode, ...StudentGroupCode[]]);

export const CycleRow = z.object({
  id: z.string(),
  engagementId: z.string(),
  districtId: z.string(),
  followsId: z.string().nullable(),
  changeKind: z.enum(changeKinds.map(({ id }) => id)),
  idea: z.string(),
  measureId: z.string(),
  group,
  prediction: z.enum(predictions.map(({ id }) => id)),
  amount: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});

export const SideRow = z.object({
  cycleId: z.string(),
  districtId: z.string(),
  version: z.number(),
  schools: z.number(),
  schoolNames: z.string().nullable(),
  namesShared: z.boolean(),
  leaderId: z.string().nullable(),
  leaderName: z.string(),
  leaderEmail: z.string(),
  startsOn: z.string(),
  studyOn: z.string(),
  movedReason: z.enum(movingReasons.map(({ id }) => id)).nullable(),
  movedWords: z.string().nullable(),
  handedReason: z.enum(leadingReasons.map(({ id }) => id)).nullable(),
  handedWords: z.string().nullable(),
});

const Seen = z
  .object({
    year: z.number(),
    value: z.string(),
    n: z.number().nullable(),
    from: z.enum(['public', 'release']),
  })
  .nullable();

export const LogRow = z.object({
  cycleId: z.string(),
  districtId: z.string(),
  entry: z.number(),
  step: z.enum(['do', 'study', 'act']),
  done: z.enum(waysDone.map(({ id }) => id)).nullable(),
  counted: z.string().nullable(),
  numerator: z.number().nullable(),
  n: z.number().nullable(),
  tooFew: z.boolean().nullable(),
  figures: z.array(z.object({ districtId: z.string(), before: Seen, after: Seen })).nullable(),
  act: z.enum(acts.map(({ id }) => id)).nullable(),
  reason: z.enum(actReasons.map(({ id }) => id)).nullable(),
  words: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
  byLink: z.boolean(),
});

/** Puts the rows of cycles together. The table's own checks hold the columns of each step together. */
export function cyclesOf(
  rows: readonly z.infer<typeof CycleRow>[],
  sides: readonly z.infer<typeof SideRow>[],
  logs: readonly z.infer<typeof LogRow>[],
): Cycle[] {
  return rows.map((row) => ({
    ...row,
    sides: sides
      .filter((side) => side.cycleId === row.id)
      .map((side) =>
        sideOfRow(
          side,
          logs.filter((log) => log.cycleId === row.id && log.districtId === side.districtId).map(logOfRow),
        ),
      ),
  }));
}

function sideOfRow(row: z.infer<typeof SideRow>, logs: readonly CycleLog[]): CycleSide {
  const { districtId, version, schools, schoolNames, namesShared, startsOn, studyOn } = row;
  const { movedReason, handedReason } = row;
  const newest = <Step extends CycleLog['step']>(step: Step) =>
    logs.findLast((log): log is Extract<CycleLog, { readonly step: Step }> => log.step === step) ?? null;
  return {
    districtId,
    version,
    schools,
    schoolNames,
    namesShared,
    leader: { personId: row.leaderId, name: row.leaderName, email: row.leaderEmail },
    startsOn,
    studyOn,
    moved: movedReason && { reason: movedReason, words: row.movedWords },
    handed: handedReason && { reason: handedReason, words: row.handedWords },
    entries: logs.length,
    did: newest('do'),
    studied: newest('study'),
    acted: newest('act'),
  };
}

function logOfRow(row: z.infer<typeof LogRow>): CycleLog {
  const { entry, words, madeAt, madeBy, byLink, done, act, reason, counted, numerator, n } = row;
  const about = { entry, words, madeAt, madeBy, byLink };
  if (row.step === 'do' && done) return { ...about, step: 'do', done };
  if (row.step === 'act' && act && reason) return { ...about, step: 'act', act, reason };
  if (row.step === 'study' && row.figures && row.tooFew !== null)
    return {
      ...about,
      step: 'study',
      own: { counted, numerator, n, tooFew: row.tooFew },
      figures: row.figures,
    };
  throw new Error(`entry ${entry} of a cycle is no ${row.step}`);
}
