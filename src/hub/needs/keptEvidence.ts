import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import type { CellStatus, GridCell, Judgement } from '../matching/gridCell.ts';

/** How far a figure stands from what is expected, in the measure's own unit and sign. */
type KeptEffect = {
  readonly effect: number;
  /** 95 % interval of the effect. */
  readonly interval: readonly [low: number, high: number];
  /** The smallest effect that is called better or worse. */
  readonly practical: number;
  readonly judgement: Judgement;
};

/** What the grid says of one district, measure and group: what is kept when somebody acts on it, and shown beside what it says today. */
export type KeptEvidence = {
  readonly measureId: string;
  readonly group: StudentGroupCode;
  /** Null when no figure is at hand. */
  readonly schoolYear: number | null;
  /** `not judged`: nothing is expected of this measure and group, or of this district. */
  readonly status: CellStatus | 'not judged';
  /** Expectations are learned from the sample's made-up districts. */
  readonly synthetic: boolean;
  readonly figure: { readonly value: number; readonly n: number | null } | null;
  readonly level: (KeptEffect & { readonly expected: number }) | null;
  readonly progress:
    | (KeptEffect & {
        readonly perYear: number;
        readonly expectedPerYear: number;
        readonly firstYear: number;
        readonly lastYear: number;
      })
    | null;
  /** The definition of the measure in force. */
  readonly definition: { readonly version: number; readonly hash: string };
  readonly sourceIds: readonly string[];
};

/** What a cell of the grid says, in the parts that are kept. */
export function judgedParts(cell: GridCell): Pick<KeptEvidence, 'status' | 'level' | 'progress'> {
  const { status, level, progress } = cell;
  const [first, last] = [progress?.years[0], progress?.years.at(-1)];
  return {
    status,
    level: level && {
      expected: level.expected,
      effect: level.effect,
      interval: level.interval,
      practical: level.practical,
      judgement: level.judgement,
    },
    progress:
      progress && first !== undefined && last !== undefined
        ? {
            perYear: progress.perYear,
            expectedPerYear: progress.expectedPerYear,
            effect: progress.effect,
            interval: progress.interval,
            practical: progress.practical,
            judgement: progress.judgement,
            firstYear: first,
            lastYear: last,
          }
        : null,
  };
}
