import type { DisclosureRules } from '../policies/rulesOfPolicy.ts';
import { anyRate, codedRange, numeratorsOf } from './codedRange.ts';
import {
  changeNeed,
  type CountNeed,
  greaterNeed,
  groupNeed,
  needOfMember,
  noNeed,
  partNeed,
} from './countNeed.ts';
import { type CountState, isGroupSize } from './countState.ts';
import type { Said } from './countTable.ts';
import { isPartOfN } from './sharedStudents.ts';

/** Sizes of groups alone, or every count; as outsiders see them, or all who are a group of one and know that. */
export type AttackView = { readonly counts: 'sizes' | 'all'; readonly insiders: boolean };

/** Says of each variable what the attacker's table of a view holds of it. */
export function sayCounts(
  state: CountState,
  { counts, insiders }: AttackView,
): (variable: number) => Said | undefined {
  const { model, rules, values, known, hidden } = state;
  const value = (variable: number) => values[variable] as number;
  const rulesAt = (variable: number) => rules[model.variables[variable]?.table as number] as DisclosureRules;
  const isAlone = (variable: number) =>
    insiders && variable >= 0 && rulesAt(variable).singleton !== null && value(variable) === 1;
  const sizes = new Map<number, boolean>();
  const isSizeKnown = (n: number): boolean => {
    if (known[n] === 1 || isAlone(n)) return true;
    if (model.variables[n]?.of === 'slice') return hidden[n] !== 1;
    const before = sizes.get(n);
    if (before !== undefined) return before;
    const terms = model.rowOf.get(n)?.terms ?? [];
    const answer = terms.every(([other]) => other === n || isSizeKnown(other));
    sizes.set(n, answer);
    return answer;
  };
  const said = (variable: number, seen: 'hidden' | 'open', bounds: Bounds, need: CountNeed): Said => {
    const { below, above, width } = insiders ? needOfMember(rulesAt(variable), need) : need;
    return {
      seen,
      value: value(variable),
      ...bounds,
      below,
      above,
      width,
      weight: weightOf(state, variable),
    };
  };
  return (variable) => {
    const one = model.variables[variable];
    if (!one) return undefined;
    const isSize = one.count === 'n' || isGroupSize(state, variable);
    if (counts === 'sizes' && !isSize) return undefined;
    if (known[variable] === 1) return { seen: 'known' };
    if (one.of === 'change')
      return said(variable, 'hidden', unbounded, changeNeed(rulesAt(variable), value(variable)));
    if (one.count === 'complement' && isSizeKnown(one.n)) return undefined;
    if (isAlone(one.count === 'n' ? variable : one.isPart ? one.n : -1)) return { seen: 'known' };
    const need = needOf(state, variable, isSizeKnown);
    if (one.of === 'left' && one.count === 'n')
      return counts === 'all' && isSizeKnown(variable)
        ? { seen: 'known' }
        : said(variable, 'hidden', { lower: 0, upper: Number.POSITIVE_INFINITY }, need);
    const isHidden = one.of === 'left' || one.count === 'complement' || hidden[variable] === 1;
    if (isSize && !isHidden && counts === 'all') return { seen: 'known' };
    return said(variable, isHidden ? 'hidden' : 'open', boundsOf(state, variable, isSizeKnown), need);
  };
}

type Bounds = { readonly lower: number; readonly upper: number };

const unbounded: Bounds = { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };

/** What a reader knows of a hidden count beforehand: printed slices hold somebody, coded ranges say what they say. */
function boundsOf(
  { model, rules, values, roles, ranges }: CountState,
  variable: number,
  isSizeKnown: (n: number) => boolean,
): Bounds {
  let [lower, upper] = ranges.get(variable) ?? [0, Number.POSITIVE_INFINITY];
  const narrow = (least: number, most: number) => {
    lower = Math.max(lower, least);
    upper = Math.min(upper, most);
  };
  for (const { table, slice, count } of roles[variable] ?? []) {
    const n = model.n[table]?.[slice] as number;
    if (count === 'n') narrow(1, Number.POSITIVE_INFINITY);
    else if (isSizeKnown(n)) {
      const own = rules[table] as DisclosureRules;
      const size = values[n] as number;
      const range = codedRange(own, size, values[variable] as number) ?? anyRate;
      narrow(...numeratorsOf(own, size, range, isPartOfN(model.tables[table]?.measure ?? '')));
    }
  }
  const { of, n, isPart } = model.variables[variable] ?? { of: 'slice', n: -1, isPart: false };
  if (of === 'left' && isPart && n >= 0 && isSizeKnown(n)) narrow(0, values[n] as number);
  return { lower, upper };
}

const uncertain: CountNeed = { below: 0, above: 0, width: 1 };

function needOf(
  { model, rules, values, roles }: CountState,
  variable: number,
  isSizeKnown: (n: number) => boolean,
): CountNeed {
  const one = model.variables[variable];
  if (!one) return noNeed;
  const value = values[variable] as number;
  const part = (own: DisclosureRules, n: number, isPart = one.isPart): CountNeed => {
    const size = values[n] as number;
    if (size <= 0) return noNeed;
    // A reader does not know which hidden groups are small: no numerator of any is told, so that she can check it.
    if (!isSizeKnown(n)) return greaterNeed(partNeed(own, value, size), uncertain);
    if (size < own.threshold) return noNeed;
    if (!isPart) return partNeed(own, value, size);
    const complement = partNeed(own, size - value, size);
    const mirrored = { below: complement.above, above: complement.below, width: complement.width };
    return greaterNeed(partNeed(own, value, size), mirrored);
  };
  const own = rules[one.table] as DisclosureRules;
  if (one.of === 'left') {
    if (!own.remainders) return noNeed;
    if (one.count === 'n') return groupNeed(own, value, 0);
    return one.n >= 0 ? part(own, one.n) : greaterNeed(partNeed(own, value, 1), uncertain);
  }
  if (one.count === 'complement') return part(own, one.n);
  return (roles[variable] ?? []).reduce((need, { table, slice, count }) => {
    const rule = rules[table] as DisclosureRules;
    const n = model.n[table]?.[slice] as number;
    if (count === 'n') return greaterNeed(need, groupNeed(rule, value, 1));
    return greaterNeed(need, part(rule, n, isPartOfN(model.tables[table]?.measure ?? '')));
  }, noNeed);
}

/** Students whose figure goes when the count is hidden. */
function weightOf({ model, values, roles }: CountState, variable: number): number {
  let weight = 0;
  for (const { table, slice } of roles[variable] ?? [])
    if (model.tables[table]?.release === 0) weight += values[model.n[table]?.[slice] as number] as number;
  return Math.max(1, weight);
}
