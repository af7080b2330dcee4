import type { DisclosureRules } from '../policies/rulesOfPolicy.ts';

/** How far below and above a count an attacker's interval must reach, and how wide it must be. */
export type CountNeed = { readonly below: number; readonly above: number; readonly width: number };

export const noNeed: CountNeed = { below: 0, above: 0, width: 0 };

/** What a group of n students needs: too few to be seen, it must not be told from one of the threshold or half its size. */
export function groupNeed(rules: DisclosureRules, n: number, lower: 0 | 1): CountNeed {
  if (n <= 0 || n >= rules.threshold) return noNeed;
  return { below: Math.min(n - lower, downward(rules, n)), above: rules.threshold - n, width: 0 };
}

/**
 * What a numerator or its complement needs. In a group too small to be seen it stays uncertain as the group does, by
 * `least` above; in a larger one only a part below the smallest needs anything: no such part is told from another.
 */
export function partNeed(rules: DisclosureRules, part: number, n: number): CountNeed {
  if (n <= 0) return noNeed;
  if (n < rules.threshold)
    return { below: Math.min(part, downward(rules, part)), above: rules.least, width: 0 };
  if (part >= rules.smallestPart) return noNeed;
  return { below: part, above: Math.max(0, Math.max(1, rules.smallestPart - 1) - part), width: 0 };
}

/** A change since an earlier release of fewer students than the threshold must not be worked out. */
export function changeNeed(rules: DisclosureRules, change: number): CountNeed {
  const isSmall = change !== 0 && Math.abs(change) < rules.threshold;
  return isSmall ? { below: 0, above: 0, width: rules.threshold } : noNeed;
}

/** Whoever is a group of one must still be uncertain of what needs protection, by `rules.singleton`. */
export function needOfMember(rules: DisclosureRules, need: CountNeed): CountNeed {
  const asked = need.below + need.above + need.width;
  return { below: 0, above: 0, width: Math.min(asked, rules.singleton ?? 0) };
}

export function greaterNeed(one: CountNeed, other: CountNeed): CountNeed {
  return {
    below: Math.max(one.below, other.below),
    above: Math.max(one.above, other.above),
    width: Math.max(one.width, other.width),
  };
}

function downward({ least, share }: DisclosureRules, count: number): number {
  return Math.max(least, Math.ceil(share * count));
}
