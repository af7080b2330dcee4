import type { ReleasedCell } from '../../vocabulary/release.ts';
import type { DisclosureRules } from '../policies/rulesOfPolicy.ts';
import { anyRate, codedRange, numeratorsOf } from './codedRange.ts';

/** What a cell prints against the rules, in a sentence without its figures; undefined when it prints nothing that it must not. */
export function printedProblem(rules: DisclosureRules, cell: ReleasedCell): string | undefined {
  if (cell.seen === 'suppressed') return undefined;
  if (cell.n < rules.threshold) return `it shows a group of fewer than ${rules.threshold} students`;
  if (cell.seen === 'shown') {
    if (cell.numerator === null) return undefined;
    return codedRange(rules, cell.n, cell.numerator) && 'it shows a rate that the policy tells as a range';
  }
  const [least] = numeratorsOf(rules, cell.n, cell);
  const { from, to } = codedRange(rules, cell.n, least) ?? anyRate;
  const isOwn = from === cell.from && to === cell.to;
  return isOwn || (cell.from === anyRate.from && cell.to === anyRate.to)
    ? undefined
    : 'its range is none of the policy';
}
