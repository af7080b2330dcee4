import type { Release, ReleasedCell } from '../vocabulary/release.ts';

/** How the cells of a release stand to those of an earlier one. */
export type ReleaseChanges = {
  /** Measures and years, as `math_met_pct 2024`, that only the later has, and only the earlier. */
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** Of the slices that both have: the same, another figure, withheld or vaguer than before, told more of than before. */
  readonly same: number;
  readonly changed: number;
  readonly lessTold: number;
  readonly moreTold: number;
};

const rank = { suppressed: 0, coded: 1, shown: 2 } as const;

/** What is new, gone, changed, told less of and told more of since an earlier release. */
export function changesBetween(earlier: Release, later: Release): ReleaseChanges {
  const before = cellsByTable(earlier);
  const now = cellsByTable(later);
  const tally = { same: 0, changed: 0, lessTold: 0, moreTold: 0 };
  for (const [name, cells] of now) {
    for (const [slice, cell] of cells) {
      const then = before.get(name)?.get(slice);
      if (!then) continue;
      const more = rank[cell.seen] - rank[then.seen];
      if (more !== 0) tally[more > 0 ? 'moreTold' : 'lessTold']++;
      else tally[JSON.stringify(then) === JSON.stringify(cell) ? 'same' : 'changed']++;
    }
  }
  return {
    added: [...now.keys()].filter((name) => !before.has(name)),
    gone: [...before.keys()].filter((name) => !now.has(name)),
    ...tally,
  };
}

function cellsByTable({ tables }: Release): Map<string, Map<string, ReleasedCell>> {
  return new Map(
    tables.map(({ measure, schoolYear, cells }) => [
      `${measure} ${schoolYear}`,
      new Map(cells.map((cell) => [`${cell.place} ${cell.grade} ${cell.group}`, cell])),
    ]),
  );
}
