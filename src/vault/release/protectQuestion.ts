import type { EarlierRelease } from '../../disclosure/counts/countedState.ts';
import type { CountedTable } from '../../disclosure/counts/countedTable.ts';
import type { ProtectedCounts } from '../../disclosure/counts/protectedCounts.ts';
import type { Policy } from '../../disclosure/policies/policy.ts';
import type { OutsideAttack } from './outsideAttack.ts';

/** What a thread is asked to protect. */
export type ProtectQuestion = {
  readonly district: string;
  readonly policy: Policy;
  readonly smallestGroup: number;
  readonly tables: readonly CountedTable[];
  readonly earlier: readonly EarlierRelease[];
  /** For the search of something better than the first suppression. */
  readonly seconds: number;
  /** After so many seconds what is not proved is told in less detail or held back. */
  readonly mostSeconds: number;
};

export type ProtectProgress = { readonly sentence: string; readonly done: number; readonly of: number };
/** The protected counts, and what an attack from what is printed alone then found. */
export type ProtectAnswer = { readonly counts: ProtectedCounts; readonly outside: OutsideAttack };
export type ProtectMessage = { readonly answer: ProtectAnswer } | { readonly progress: ProtectProgress };
