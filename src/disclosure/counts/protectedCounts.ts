import type { ReleasedTable } from '../../vocabulary/release.ts';
import type { Slice } from './countedTable.ts';
import type { ClusterRefusal } from './protectCluster.ts';
import type { WhyHidden } from './releasedTable.ts';

/** A count that is not printed, with what an attacker can work out of it: it lies in [lower, upper]. */
export type HiddenCount = Slice & {
  readonly measure: string;
  readonly schoolYear: number;
  readonly count: 'n' | 'numerator' | 'complement';
  /** Null: a count of the slice. Else of those whom the relation of this name leaves, or who changed since a release. */
  readonly left: string | null;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** Whether the ends are exact; else the attacker's interval may be wider still. */
  readonly exact: boolean;
  /** Width found / width required; null where nothing is required. */
  readonly narrowness: number | null;
  readonly why: WhyHidden;
};

/** Tables that are kept back whole, since what has been told already leaves a count without protection. */
export type HeldTables = {
  readonly measures: readonly string[];
  readonly schoolYear: number;
  readonly reason: HoldReason;
  readonly at: Slice & { readonly measure: string; readonly count: 'n' | 'numerator' | 'complement' };
};

export type CountFigures = {
  readonly shown: number;
  readonly coded: number;
  readonly suppressed: number;
  readonly primary: number;
  readonly complementary: number;
  readonly objective: number;
  readonly bound: number;
  readonly optimal: boolean;
  /** The smallest of (width found / width required). */
  readonly narrowest: number | null;
  /** Counts that nothing could give all that the policy asks for: they have what they can be given. */
  readonly lessened: number;
  /** Students behind all figures, and behind those shown or coded with n. */
  readonly students: number;
  readonly studentsShown: number;
};

/** Tables that tell less of schools than was asked, since all of it could not be protected. */
export type CoarserTables = Pick<HeldTables, 'measures' | 'schoolYear' | 'reason'> & {
  /** What schools do not tell: `groups by grade`, or also their groups and their grades. */
  readonly left: 'groups by grade' | 'groups and grades';
};

export type ProtectedCounts = {
  readonly tables: readonly ReleasedTable[];
  readonly hidden: readonly HiddenCount[];
  readonly held: readonly HeldTables[];
  readonly coarser: readonly CoarserTables[];
  readonly figures: CountFigures;
};

/** Why tables are kept back whole. */
export type HoldReason =
  | ClusterRefusal['reason']
  | 'a reader could work out the count from the release'
  | 'its groups of nobody would be told by their absence';

const none: ProtectedCounts = {
  tables: [],
  hidden: [],
  held: [],
  coarser: [],
  figures: {
    shown: 0,
    coded: 0,
    suppressed: 0,
    primary: 0,
    complementary: 0,
    objective: 0,
    bound: 0,
    optimal: true,
    narrowest: null,
    lessened: 0,
    students: 0,
    studentsShown: 0,
  },
};

/** Puts parts that were protected apart together, in their order. */
export function joinProtected(parts: readonly ProtectedCounts[]): ProtectedCounts {
  return parts.reduce((one, other) => {
    const figures = Object.fromEntries(
      Object.entries(one.figures).map(([key, value]) => {
        const more = other.figures[key as keyof CountFigures];
        if (typeof value === 'boolean') return [key, value && more];
        if (key !== 'narrowest') return [key, Number(value) + Number(more)];
        return [key, value === null ? more : more === null ? value : Math.min(value, Number(more))];
      }),
    ) as CountFigures;
    return {
      tables: [...one.tables, ...other.tables],
      hidden: [...one.hidden, ...other.hidden],
      held: [...one.held, ...other.held],
      coarser: [...one.coarser, ...other.coarser],
      figures,
    };
  }, none);
}
