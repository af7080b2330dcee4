import type { Objective } from '../disclosure/table.ts';

/** What a thread is asked of a table; the bytes may be gzip. */
export type TableQuestion = {
  readonly bytes: Uint8Array;
  readonly isJj: boolean;
  readonly task:
    | { readonly kind: 'audit'; readonly every: boolean }
    | { readonly kind: 'protect'; readonly objective: Objective | undefined; readonly timeLimit: number };
};

/** One cell under attack; `width` is what it asks for at least. */
export type AuditedCell = {
  readonly id: string;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly protected: boolean;
  readonly width: number;
  /** False when the interval is only what is proved. */
  readonly exact: boolean;
};

export type TableAnswer =
  | { readonly kind: 'problems'; readonly problems: readonly string[] }
  | {
      readonly kind: 'audited';
      readonly status: 'protected' | 'exposed';
      readonly audit: readonly AuditedCell[];
      readonly seconds: number;
      readonly unguarded: number;
    }
  | {
      readonly kind: 'infeasible';
      readonly cell: string;
      readonly reason: string;
      readonly primary: readonly string[];
      readonly seconds: number;
    }
  | {
      readonly kind: 'protected';
      readonly status: 'optimal' | 'feasible';
      readonly suppressed: readonly string[];
      readonly primary: readonly string[];
      readonly secondary: readonly string[];
      readonly objective: number;
      readonly bound: number;
      readonly audit: readonly AuditedCell[];
      readonly seconds: number;
      readonly measure: Objective;
      readonly cells: number;
      /** Sensitive cells that ask for no protection at all. */
      readonly unguarded: number;
    };

export type TableMessage = { readonly answer: TableAnswer } | { readonly progress: string };
