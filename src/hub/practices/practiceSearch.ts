import { type FocusAreaId, focusAreas } from '../../vocabulary/partnership.ts';

/** What somebody looks for in the library. */
export type PracticeSearch = {
  /** Without control characters, cut at 200 characters; empty: everything. */
  readonly words: string;
  readonly focusArea: FocusAreaId | null;
  /** `none`: without a tier. */
  readonly tier: '1' | '2' | '3' | '4' | 'none' | null;
  readonly outcome: 'worked' | 'did not work' | null;
};

export const longestSearch = 200;

/** Reads a search off its address; what is not on a list is left out, so that no address faults. */
export function parsePracticeSearch(read: (name: string) => string | undefined): PracticeSearch {
  const tiers = ['1', '2', '3', '4', 'none'] as const;
  const outcomes = ['worked', 'did not work'] as const;
  return {
    words: (read('words') ?? '')
      .replaceAll(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, longestSearch)
      .toWellFormed(),
    focusArea: focusAreas.find(({ id }) => id === read('area'))?.id ?? null,
    tier: tiers.find((tier) => tier === read('tier')) ?? null,
    outcome: outcomes.find((outcome) => outcome === read('outcome')) ?? null,
  };
}
