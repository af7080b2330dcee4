import type { YearValue } from '../benchmarks/benchmarkDraft.ts';
import type { ObjectRange } from './accountCode.ts';

/** What a condition asks for. Targets are kept as they stood when it was written. */
export type ConditionTerms = BenchmarkTerms | ReportTerms | SpendTerms;

export type BenchmarkTerms = {
  readonly kind: 'target reached' | 'pace on track';
  readonly dueOn: string;
  readonly benchmarkId: string;
  readonly districtId: string;
  /** With the results of this school year it is decided. */
  readonly schoolYear: number;
  readonly baseline: YearValue;
  readonly target: YearValue;
};

export type ReportTerms = { readonly kind: 'report sent'; readonly dueOn: string };

export type SpendTerms = {
  readonly kind: 'spend at least' | 'spend at most';
  readonly dueOn: string;
  readonly amountCents: number;
  readonly engagementId: string | null;
  readonly objects: ObjectRange | null;
};

/** Computed, never typed. `no limit breached` of a cap is `on track` until its day is over. */
export type ConditionStatus = 'met' | 'not met' | 'on track' | 'behind' | 'too early' | 'cannot tell';

export type ConditionAnswer = {
  readonly status: ConditionStatus;
  /** Why, in one sentence with its numbers. */
  readonly sentence: string;
};
