import type { EarlierRelease } from '../../disclosure/counts/countedState.ts';
import type { CountedTable } from '../../disclosure/counts/countedTable.ts';
import type { ProtectedCounts } from '../../disclosure/counts/protectCounts.ts';
import type { Policy } from '../../disclosure/policies/policy.ts';

/** What a thread is asked to protect. */
export type ProtectQuestion = {
  readonly district: string;
  readonly policy: Policy;
  readonly smallestGroup: number;
  readonly tables: readonly CountedTable[];
  readonly earlier: readonly EarlierRelease[];
  /** For the search of something better than the first suppression. */
  readonly seconds: number;
};

export type ProtectProgress = { readonly sentence: string; readonly done: number; readonly of: number };
export type ProtectMessage = { readonly answer: ProtectedCounts } | { readonly progress: ProtectProgress };
