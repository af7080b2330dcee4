import type { LadderStep, Policy } from './policy.ts';

/** What a policy asks of one measure, once an agreement has tightened it. */
export type DisclosureRules = {
  readonly threshold: number;
  readonly smallestPart: number;
  readonly leastRange: number;
  readonly ladder: readonly LadderStep[];
  readonly least: number;
  readonly share: number;
  readonly remainders: boolean;
  readonly singleton: number | null;
};

/** Who will see the figures. */
export type Audience = 'partners' | 'public';

const measuresOfAdults: ReadonlySet<string> = new Set([
  'principal_retention',
  'teacher_retention',
  'five_essentials_leaders',
  'leadership_dose',
  'valed_core',
]);

/**
 * The rules of a policy for a measure. `smallestGroup` is what an agreement asks for and only ever raises the
 * thresholds; without one, measures of adults have the policy's own, lower one among partners.
 */
export function rulesOfPolicy(
  policy: Policy,
  measure: string,
  { smallestGroup = 0, audience = 'partners' }: { smallestGroup?: number; audience?: Audience } = {},
): DisclosureRules {
  const own = measuresOfAdults.has(measure)
    ? policy.smallestRaters.rule[audience]
    : policy.smallestGroup.rule;
  return {
    threshold: Math.max(own, smallestGroup),
    smallestPart: policy.smallestPart.rule,
    leastRange: policy.leastRange.rule,
    ladder: policy.ladder.rule,
    ...policy.downward.rule,
    remainders: policy.remainders.rule,
    singleton: policy.singleton.rule,
  };
}
