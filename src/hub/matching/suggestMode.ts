import type { CellStatus } from './gridCell.ts';

/**
 * How two districts may work on one measure and group. `assistance`: one is strong and the other in need; `joint`: both are in
 * need; `external`: both are in need and no strength stands in the pair or among their similar districts.
 */
export type SuggestedMode = 'assistance' | 'joint' | 'external';

export type Suggestion = {
  /** Null where the pair itself has nothing to do together: nobody is in need, or the other is not strong. */
  readonly mode: SuggestedMode | null;
  /** Who helps in `assistance`. */
  readonly giver: 'ours' | 'theirs' | null;
  /** Somebody is in need and a strong similar district stands outside the pair. */
  readonly learnFrom: boolean;
  readonly because: SuggestionReason;
};

export type SuggestionReason =
  | 'one is strong where the other is in need'
  | 'both are in need'
  | 'both are in need and no similar district is strong'
  | 'one is in need and the other is not strong'
  | 'one is strong and nobody is in need'
  | 'both are strong'
  | 'nothing stands out';

/**
 * What level and progress of the pair suggest for one measure and group. `strongSimilar` counts the districts outside the pair that are
 * strong in it and similar to a district of the pair that is in need. A cell that cannot be judged is neither need nor strength.
 */
export function suggestMode(ours: CellStatus, theirs: CellStatus, strongSimilar: number): Suggestion {
  const both = [ours, theirs];
  const needs = both.filter((status) => status === 'need').length;
  const strengths = both.filter((status) => status === 'strength').length;
  const learnFrom = needs > 0 && strongSimilar > 0;
  if (needs === 1 && strengths === 1) {
    const giver = ours === 'strength' ? 'ours' : 'theirs';
    return { mode: 'assistance', giver, learnFrom, because: 'one is strong where the other is in need' };
  }
  const without = { giver: null, learnFrom };
  if (needs === 2 && learnFrom) return { mode: 'joint', ...without, because: 'both are in need' };
  if (needs === 2)
    return { mode: 'external', ...without, because: 'both are in need and no similar district is strong' };
  return { mode: null, ...without, because: withoutMode(needs, strengths) };
}

function withoutMode(needs: number, strengths: number): SuggestionReason {
  if (needs === 1) return 'one is in need and the other is not strong';
  if (strengths === 2) return 'both are strong';
  return strengths === 1 ? 'one is strong and nobody is in need' : 'nothing stands out';
}
