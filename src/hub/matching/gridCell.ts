import type { WithheldReason } from '../../vocabulary/cell.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';

/** What a cell of the needs x strengths grid says of one district, one measure and one student group. */
export type CellStatus = 'strength' | 'need' | 'as expected' | 'too few students' | 'not reported';

/** Why a cell is not judged: how its figure is withheld, or what a published figure lacks. */
export type Unjudged =
  | WithheldReason
  | 'no number of students'
  | 'shown of few students'
  | 'no variance known';

/** How a level or a progress stands against what is expected of a district that serves such students. */
export type Judgement = 'better' | 'worse' | 'as expected';

/** The parts that level and progress share. All numbers are in the measure's own unit and sign: for absence a positive effect is worse. */
type Judged = {
  /** The district's own effect: observed minus expected, drawn towards 0 by as much as chance may have made of it. */
  readonly effect: number;
  /** 95 % interval of the effect. */
  readonly interval: readonly [low: number, high: number];
  /** Two-sided, of the effect being 0; and adjusted for all judgements of the district's grid (Benjamini-Hochberg). */
  readonly pValue: number;
  readonly adjusted: number;
  /** The smallest effect that is called better or worse. */
  readonly practical: number;
  readonly judgement: Judgement;
  /** Districts that the expectation is learned from. */
  readonly districts: number;
};

/** Where the district stands in the newest year. */
export type GridLevel = Judged & {
  readonly value: number;
  /** 95 % interval that chance in who was counted gives the value; rates stay between 0 and 100. */
  readonly valueInterval: readonly [low: number, high: number];
  readonly n: number;
  readonly expected: number;
};

/** How it moved a year, over the years at hand. */
export type GridProgress = Judged & {
  readonly perYear: number;
  readonly perYearInterval: readonly [low: number, high: number];
  readonly expectedPerYear: number;
  /** The school years that are shown. */
  readonly years: readonly number[];
};

export type GridCell = {
  readonly measureId: string;
  readonly group: StudentGroupCode;
  /** The year of the level: the newest in which the expectation could be learned. */
  readonly schoolYear: number;
  readonly status: CellStatus;
  /** Null where the level is judged. */
  readonly unjudged: Unjudged | null;
  /** Level and progress disagree: one better, the other worse. */
  readonly contradictory: boolean;
  readonly level: GridLevel | null;
  readonly progress: GridProgress | null;
};
