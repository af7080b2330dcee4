import type { DisclosureRules } from '../policies/rulesOfPolicy.ts';
import type { CountVariable } from './countModel.ts';
import { groupNeed } from './countNeed.ts';

export type Verdict = 'protected' | 'trusted' | 'exposed';

const slack = 1e-6;

/**
 * What an interval is worth to somebody who does not know the count: undefined where the count needs no protection.
 * `size` is the n that a numerator is part of, NaN when it is hidden; `most` what a coded range says it is at most.
 */
export function judgeInterval(
  rules: DisclosureRules,
  { of, count, isPart }: Pick<CountVariable, 'of' | 'count' | 'isPart'>,
  size: number,
  { lower, upper }: { readonly lower: number; readonly upper: number },
  most: number,
): Verdict | undefined {
  if (of === 'left' && !rules.remainders) return undefined;
  const width = upper - lower + slack;
  if (of === 'change') {
    if (width >= rules.threshold || lower >= rules.threshold || upper <= -rules.threshold) return undefined;
    return width < 1 && lower !== 0 ? 'exposed' : 'trusted';
  }
  if (count === 'n') return judgeSize(rules, of === 'left' ? 0 : 1, lower, upper);
  if (Number.isNaN(size)) return width < 1 ? 'exposed' : width < rules.least ? 'trusted' : 'protected';
  if (size < rules.threshold) return undefined;
  const isSmall = most < Math.max(1, rules.smallestPart) || upper < rules.smallestPart;
  const isLarge = isPart && lower > size - rules.smallestPart;
  if (!isSmall && !isLarge) return undefined;
  if (width < 1) return 'exposed';
  return width >= Math.max(1, rules.smallestPart - 1) ? 'protected' : 'trusted';
}

/** A size is exposed when it is known to be too small; trusted when some too small sizes would be too nearly known. */
function judgeSize(rules: DisclosureRules, least: 0 | 1, lower: number, upper: number): Verdict | undefined {
  if (lower >= rules.threshold - slack || upper < slack) return undefined;
  if (upper < rules.threshold - slack) return least === 0 && lower < slack ? 'trusted' : 'exposed';
  for (let size = Math.max(1, Math.ceil(lower - slack)); size < rules.threshold; size++)
    if (lower > size - groupNeed(rules, size, least).below + slack) return 'trusted';
  return 'protected';
}
