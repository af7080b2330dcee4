import type { PanelMethod } from '../../stats/panel/effect.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';

/** `level`: the figure of the year itself; `gain`: how it moved from the year before. */
export const takings = ['level', 'gain'] as const;
export type Taking = (typeof takings)[number];

export const panelMethods = ['sdid', 'sc', 'did'] as const satisfies readonly PanelMethod[];

/** What is measured: one measure of one student group, all grades together. */
export type ClaimOutcome = {
  readonly measureId: string;
  readonly group: StudentGroupCode;
  readonly taken: Taking;
};

/**
 * Which districts are compared with: `similar`, those that serve like students, inside the caliper of any treated
 * district; `students`, those with at least so many students behind the outcome in every year before the start.
 * Outcomes never choose them.
 */
export type DonorRule = {
  readonly unifiedOnly: boolean;
} & ({ readonly kind: 'similar' } | { readonly kind: 'students'; readonly least: number });

/**
 * Everything a claim fixes before its outcome is looked at. Years are school years by the calendar year in which they
 * end: the years before the start run from `firstYear` to the one before `firstTreatedYear`, those after to `lastYear`.
 */
export type ClaimTerms = {
  readonly question: string;
  readonly outcome: ClaimOutcome;
  /** Codes of the districts the claim is about. */
  readonly treated: readonly string[];
  readonly firstYear: number;
  readonly firstTreatedYear: number;
  readonly lastYear: number;
  readonly method: PanelMethod;
  readonly donors: DonorRule;
  /** The smallest change that would matter, in the outcome's unit: decimal text above zero. */
  readonly smallestThatMatters: string;
  /** What would count as evidence, in own words. */
  readonly evidence: string;
};
