import type { HeldTables, HiddenCount } from '../../disclosure/counts/protectedCounts.ts';
import { type Slice, sliceKey } from '../../disclosure/counts/countedTable.ts';
import type { OutsideAttack } from './outsideAttack.ts';

/**
 * What an attacker who knows everything published can say of one count: no less than `lower`, no more than `upper` (null:
 * nothing limits it). `left` null: a count of the slice itself; else of those whom a relation leaves, or of the change
 * since an earlier release. `narrowness` is the width found over the width required, null where none is.
 */
export type CountInterval = Pick<
  HiddenCount,
  'count' | 'left' | 'value' | 'lower' | 'exact' | 'narrowness'
> & {
  readonly upper: number | null;
};

/** A cell that is hidden or coded, or gives another away: why, and the count that an attacker comes closest to. */
export type PreviewedCell = Slice & {
  readonly measure: string;
  readonly schoolYear: number;
  readonly why: HiddenCount['why'];
  readonly tightest: CountInterval;
  /** Counts of it that are hidden; their intervals are no narrower for what they need. */
  readonly counts: number;
};

/** What the two who sign read of a draft beside what leaves. Kept in the vault, never released. */
export type ReleasePreview = {
  /** What a person should know before signing, in sentences. */
  readonly warnings: readonly string[];
  /** Measures of the grant without counts in its years. */
  readonly notCounted: readonly string[];
  readonly outside: OutsideAttack;
  /** Counts that no hiding could give all that the policy asks: they have what they can be given. */
  readonly lessened: number;
  /** Tables that are kept back whole, since what has been told already leaves a count without protection. */
  readonly held: readonly HeldTables[];
  readonly cells: readonly PreviewedCell[];
};

/** The hidden counts of an audit by cell, each with its tightest interval; the closest call first. */
export function previewCells(hidden: readonly HiddenCount[]): PreviewedCell[] {
  const cells = new Map<string, PreviewedCell>();
  for (const one of hidden) {
    const { measure, schoolYear, place, grade, group, why } = one;
    const key = `${measure}|${schoolYear}|${sliceKey(one)}`;
    const known = cells.get(key);
    const interval = intervalOf(one);
    const isCloser = known === undefined || closeness(interval) < closeness(known.tightest);
    const tightest = isCloser ? interval : known.tightest;
    cells.set(key, {
      measure,
      schoolYear,
      place,
      grade,
      group,
      why: one.left === null ? why : (known?.why ?? why),
      tightest,
      counts: (known?.counts ?? 0) + 1,
    });
  }
  return [...cells.values()].toSorted((a, b) => closeness(a.tightest) - closeness(b.tightest));
}

function intervalOf({ count, left, value, lower, upper, exact, narrowness }: HiddenCount): CountInterval {
  return { count, left, value, lower, upper: Number.isFinite(upper) ? upper : null, exact, narrowness };
}

/** Smaller is closer; whatever needs no protection is behind all that does. */
function closeness({ narrowness }: CountInterval): number {
  return narrowness ?? Number.MAX_VALUE;
}
