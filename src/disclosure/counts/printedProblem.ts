import type { ReleasedCell } from '../../vocabulary/release.ts';
import type { DisclosureRules } from '../policies/rulesOfPolicy.ts';
import { anyRate, codedRange, numeratorsOf } from './codedRange.ts';

/** What a cell prints against the rules, in a sentence; undefined when it prints nothing that it must not. */
export function printedProblem(rules: DisclosureRules, cell: ReleasedCell): string | undefined {
  if (cell.seen === 'suppressed') return undefined;
  if (cell.n < rules.threshold) return `it shows ${cell.n}, fewer than ${rules.threshold}`;
  if (cell.seen === 'shown') {
    if (cell.numerator === null) return undefined;
    const range = codedRange(rules, cell.n, cell.numerator);
    return range && `it shows a rate that the policy codes as ${range.from} to ${range.to} %`;
  }
  const [least] = numeratorsOf(rules, cell.n, cell);
  const { from, to } = codedRange(rules, cell.n, least) ?? anyRate;
  const isOwn = from === cell.from && to === cell.to;
  return isOwn || (cell.from === anyRate.from && cell.to === anyRate.to)
    ? undefined
    : `its range of ${cell.from} to ${cell.to} % is none of the policy`;
}
