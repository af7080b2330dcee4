import { z } from 'zod';
import type { FayHerriotModel } from '../../stats/shrinkage/fayHerriotModel.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';

/**
 * What a district that serves such students is expected to have: of one measure and group, its level in `schoolYear` or its change a year over
 * `years`. Learned from `districts` districts; all numbers are in the measure's own unit.
 */
export type Expectation = {
  readonly measureId: string;
  readonly group: StudentGroupCode;
  readonly kind: 'level' | 'progress';
  readonly schoolYear: number;
  /** The years at hand, ascending: of a level, the one. */
  readonly years: readonly number[];
  readonly districts: number;
  /** How many times the binomial variance the rates of equal districts vary; 1 for means. */
  readonly overdispersion: number;
  /** Standard deviation between districts, chance taken out: of what their students make expected and of their own effects together. */
  readonly deviation: number;
  /** Smallest difference that is called better or worse. */
  readonly practical: number;
  /** `columns` of the design row (`designRow`) that the model stands on. */
  readonly model: { readonly columns: readonly number[]; readonly fit: FayHerriotModel };
};

const numbers = z.array(z.number());

/** A row of `expectation`, in camel case. */
export const ExpectationRow = z.object({
  measureId: z.string(),
  group: z.string().transform((code) => code as StudentGroupCode),
  kind: z.enum(['level', 'progress']),
  schoolYear: z.number(),
  years: numbers,
  districts: z.number(),
  overdispersion: z.number(),
  deviation: z.number(),
  practical: z.number(),
  model: z.object({
    columns: numbers,
    fit: z.object({
      method: z.enum(['reml', 'ml']),
      coefficients: numbers,
      covariance: z.array(numbers),
      modelVariance: z.number(),
      varianceOfModelVariance: z.number(),
      biasOfModelVariance: z.number(),
      areas: z.number(),
    }),
  }),
});

/** Share of the deviation between districts below which a difference is too small to act on. */
export const practicalShare = 0.1;

/** Fewest shown years that a progress is read from: two make a line of chance. */
export const fewestYears = 3;

/** How many school years, the newest included, a progress looks back over. */
export const mostYears = 4;
