import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import type {
  ActId,
  ActReasonId,
  ChangeKindId,
  LeadingReasonId,
  MovingReasonId,
  PredictionId,
  WayDoneId,
} from './cycleLists.ts';

/** A figure of a district as it was seen: a school year's value in the measure's unit, and the students behind it. */
export type SeenFigure = {
  readonly year: number;
  readonly value: string;
  readonly n: number | null;
  readonly from: 'public' | 'release';
};

/** The newest figure from before a test began and the newest from after, of one district. */
export type BeforeAfter = {
  readonly districtId: string;
  readonly before: SeenFigure | null;
  readonly after: SeenFigure | null;
};

type Entry = {
  readonly entry: number;
  readonly words: string | null;
  readonly madeAt: Date;
  /** The person's name, or that of the holder of a link. */
  readonly madeBy: string;
  readonly byLink: boolean;
};

/** What was counted in the test itself. `tooFew`: fewer students than may be shown, so that nothing was kept. */
export type OwnCount = {
  readonly counted: string | null;
  readonly numerator: number | null;
  readonly n: number | null;
  readonly tooFew: boolean;
};

export type DoLog = Entry & { readonly step: 'do'; readonly done: WayDoneId };
export type StudyLog = Entry & {
  readonly step: 'study';
  readonly own: OwnCount;
  readonly figures: readonly BeforeAfter[];
};
export type ActLog = Entry & { readonly step: 'act'; readonly act: ActId; readonly reason: ActReasonId };
export type CycleLog = DoLog | StudyLog | ActLog;

/** A district's part in a cycle: of each step the newest entry, and how many entries there are in all. */
export type CycleSide = {
  readonly districtId: string;
  readonly version: number;
  readonly schools: number;
  /** Named to everybody only where `namesShared`. */
  readonly schoolNames: string | null;
  readonly namesShared: boolean;
  readonly leader: { readonly personId: string | null; readonly name: string; readonly email: string };
  readonly startsOn: string;
  readonly studyOn: string;
  /** Why its day was moved last. */
  readonly moved: { readonly reason: MovingReasonId; readonly words: string | null } | null;
  /** Why somebody else leads it than before. */
  readonly handed: { readonly reason: LeadingReasonId; readonly words: string | null } | null;
  readonly entries: number;
  readonly did: DoLog | null;
  readonly studied: StudyLog | null;
  readonly acted: ActLog | null;
};

/** A change tested in small by one district or several, each with its own side; the first planned it. */
export type Cycle = {
  readonly id: string;
  readonly engagementId: string;
  readonly districtId: string;
  readonly followsId: string | null;
  readonly changeKind: ChangeKindId;
  readonly idea: string;
  readonly measureId: string;
  readonly group: StudentGroupCode;
  readonly prediction: PredictionId;
  /** By how much, in the measure's unit; null where it stays. */
  readonly amount: string | null;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly sides: readonly CycleSide[];
};

/** A district's side of a cycle; undefined for one that does not test it. */
export function sideOf(cycle: Cycle, districtId: string | null): CycleSide | undefined {
  return cycle.sides.find((side) => side.districtId === districtId);
}
