import { cellCertainty } from './cellCertainty.ts';
import type { GridCell } from './gridCell.ts';
import { gridOrder } from './gridMeasures.ts';
import { type Suggestion, suggestMode } from './suggestMode.ts';

/** One measure and group of two districts, and what it suggests they do. */
export type PairMatch = {
  readonly measureId: string;
  readonly group: GridCell['group'];
  readonly ours: GridCell;
  readonly theirs: GridCell;
  readonly suggestion: Suggestion;
  /** Standard errors by which the less certain of the cells that matter is away from chance. */
  readonly certainty: number;
};

/** Every measure and group of which both grids have a cell. `strongSimilar` answers how many strong districts stand outside, for whoever of the two is in need. */
export function pairMatches(
  ours: readonly GridCell[],
  theirs: readonly GridCell[],
  strongSimilar: (needy: 'ours' | 'theirs', measureId: string, group: string) => number,
): PairMatch[] {
  const byKey = new Map(theirs.map((cell) => [`${cell.measureId} ${cell.group}`, cell]));
  return ours.flatMap((own): PairMatch[] => {
    const { measureId, group } = own;
    const other = byKey.get(`${measureId} ${group}`);
    if (!other) return [];
    const outside = (['ours', 'theirs'] as const)
      .filter((side) => ({ ours: own, theirs: other })[side].status === 'need')
      .reduce((most, side) => Math.max(most, strongSimilar(side, measureId, group)), 0);
    const suggestion = suggestMode(own.status, other.status, outside);
    const certainties = [own, other].map(cellCertainty).filter((certainty) => certainty > 0);
    const certainty = certainties.length > 0 ? Math.min(...certainties) : 0;
    return [{ measureId, group, ours: own, theirs: other, suggestion, certainty }];
  });
}

/** The matches of one measure: the most certain first, with the others behind it. */
export type MeasureMatches = {
  readonly measureId: string;
  readonly best: PairMatch;
  readonly groups: readonly PairMatch[];
};

/** Matches by measure, the measure with the most certain match first; groups in the registry's order. */
export function matchesByMeasure(matches: readonly PairMatch[]): MeasureMatches[] {
  return [...Map.groupBy(matches, ({ measureId }) => measureId)]
    .map(([measureId, own]) => {
      const best = own.reduce((most, match) => (match.certainty > most.certainty ? match : most));
      return { measureId, best, groups: [...own].sort(gridOrder) };
    })
    .sort((a, b) => b.best.certainty - a.best.certainty || gridOrder(a.best, b.best));
}
