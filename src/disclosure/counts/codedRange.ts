import type { DisclosureRules } from '../policies/rulesOfPolicy.ts';

/** A range of a rate, rounded half up to whole percent; ends included. */
export type CodedRange = { readonly from: number; readonly to: number };

/** What is told of a rate that hides another one: n alone. */
export const anyRate: CodedRange = { from: 0, to: 100 };

/**
 * The range that stands for numerator of n under the rules, or undefined when the rate itself may be shown. A part
 * below the smallest is coded by a range that holds every such part; a ladder codes by the number of students.
 */
export function codedRange(rules: DisclosureRules, n: number, numerator: number): CodedRange | undefined {
  const most = rules.smallestPart - 1;
  const wide = Math.min(100, Math.max(rules.leastRange, percent(most, n)));
  const ranges: CodedRange[] = [];
  if (numerator <= most) ranges.push({ from: 0, to: wide });
  if (n - numerator <= most) ranges.push({ from: 100 - wide, to: 100 });
  const step = rules.ladder.find(({ from, to }) => n >= from && (to === null || n <= to));
  const rate = percent(numerator, n);
  const coded = step?.ranges.find(([from, to]) => rate >= from && rate <= to);
  if (coded) ranges.push({ from: coded[0], to: coded[1] });
  if (ranges.length === 0) return undefined;
  return {
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  };
}

/** Rounded half up, without a fraction on the way. */
function percent(numerator: number, n: number): number {
  return Math.floor((200 * numerator + n) / (2 * n));
}

const found = new WeakMap<DisclosureRules, Map<string, readonly [least: number, most: number]>>();

/**
 * The least and the greatest numerator that the rules would have told by this range: what a reader who knows the
 * policy makes of it. `anyRate` is told of rates that would otherwise be shown, and of those coded as wide as that. A
 * numerator that is no part of n may be greater than it, where the range goes to 100.
 */
export function numeratorsOf(
  rules: DisclosureRules,
  n: number,
  range: CodedRange,
  isPart = true,
): readonly [least: number, most: number] {
  if (!isPart && range.to === 100) {
    const [least, most] = numeratorsOf(rules, n, range);
    return [least, most === n ? Number.POSITIVE_INFINITY : most];
  }
  const known = found.get(rules) ?? new Map();
  found.set(rules, known);
  const key = `${n} ${range.from} ${range.to}`;
  const before = known.get(key);
  if (before) return before;
  const isIt = (numerator: number) => {
    const one = codedRange(rules, n, numerator);
    const { from, to } = one ?? anyRate;
    return from === range.from && to === range.to;
  };
  let least = 0;
  let most = n;
  while (least < n && !isIt(least)) least++;
  while (most > least && !isIt(most)) most--;
  const answer = isIt(least) ? ([least, most] as const) : ([0, n] as const);
  known.set(key, answer);
  return answer;
}
