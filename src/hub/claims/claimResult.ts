import { z } from 'zod';
import { panelMethods } from './claimTerms.ts';

const interval = z.tuple([z.number(), z.number()]);

/** What one method found. Placebo ranks are two-sided and exact: (1 + as large) / (1 + all). */
const MethodFindingShape = z.object({
  method: z.enum(panelMethods),
  estimate: z.number(),
  standardError: z.number().nullable(),
  interval: interval.nullable(),
  placebo: z.object({ p: z.number(), placebos: z.number() }).nullable(),
  /** Root mean squared gap before the start: of the claim's districts, and of the median placebo. */
  preFitError: z.number(),
  placeboPreFitError: z.number().nullable(),
});
export type MethodFinding = z.infer<typeof MethodFindingShape>;

/** Everything a run of a claim found, as it is kept. Districts are named by their codes; numbers are in the outcome's unit. */
export const ClaimResultShape = z.object({
  /** The registered method's stands where `method` says; the others are shown beside it. */
  method: z.enum(panelMethods),
  methods: z.array(MethodFindingShape),
  treatedPath: z.array(z.number()),
  syntheticPath: z.array(z.number()),
  /** Districts with a weight above zero, the heaviest first. */
  weights: z.array(z.object({ cds: z.string(), weight: z.number() })),
  timeWeights: z.array(z.number()),
  /** The effect found for each group of districts where nothing started. */
  placeboEffects: z.array(z.number()),
  /** The estimate without each district that has a weight. */
  leaveOneOut: z.array(z.object({ cds: z.string(), estimate: z.number() })),
  /** The effect found at a start made up inside the years before the real one. */
  inTime: z.object({ firstTreatedYear: z.number(), estimate: z.number() }).nullable(),
  /**
   * Year by year, how far the claim's districts lie from the plain average of all others, counted from the average of
   * the years before the start, and how far 95 % of placebos stay within.
   */
  events: z.array(z.object({ year: z.number(), gap: z.number(), reach: z.number().nullable() })),
  /** How far apart the paths before the start moved, among placebos: a rank p. */
  preTrend: z.object({ gap: z.number(), p: z.number() }).nullable(),
  /** Whether every placebo was made, or so many were drawn with this seed. */
  placebosMade: z.enum(['enumerated', 'drawn']).nullable(),
  smallestDetectable: z.number().nullable(),
  /** How many decimals its numbers carry. */
  decimals: z.number(),
  verdict: z.object({ says: z.string(), word: z.string(), doubts: z.array(z.string()) }),
  sentence: z.string(),
});
export type ClaimResult = z.infer<typeof ClaimResultShape>;
