import { measureById } from '../../measures/registry.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import { shortDistrictNames } from '../partnership/shortDistrictName.ts';
import type { ClaimOutcome, ClaimTerms, DonorRule } from './claimTerms.ts';

export const methodNames = {
  sdid: 'Synthetic difference-in-differences',
  sc: 'Synthetic control',
  did: 'Difference-in-differences',
} as const;

export const methodMeans = {
  sdid: 'Weights other districts and the years before the start so that their path runs like ours; then compares the change.',
  sc: 'Mixes other districts so that the mix matches our figures before the start; then compares what followed.',
  did: 'Compares our change with the plain average change of the other districts.',
} as const;

const differences: Partial<Record<MeasureDefinition['unit'], string>> = {
  percent: 'percentage points',
  'per thousand': 'per thousand',
  hours: 'hours',
};

/** What a change of the outcome counts, in the plural: `points`, `percentage points`. */
export function outcomeUnit({ measureId }: ClaimOutcome): string {
  return differences[measureById(measureId).unit] ?? 'points';
}

/** What an estimated change of the outcome counts: `points a year` where the outcome is a yearly gain. */
export function unitOfChange(outcome: ClaimOutcome): string {
  return `${outcomeUnit(outcome)}${outcome.taken === 'gain' ? ' a year' : ''}`;
}

/** Which direction speeds reform up: known for a yearly gain only. A level that jumps once has sped nothing up. */
export function goodDirection({ measureId, taken }: ClaimOutcome): 'up' | 'down' | null {
  const { direction } = measureById(measureId);
  return taken === 'gain' && direction !== 'context' ? direction : null;
}

/** The outcome inside a sentence: `the yearly gain in the Academic Performance Index`; all students go without saying. */
export function outcomeInSentence({ measureId, group, taken }: ClaimOutcome): string {
  const name = measureName(measureId);
  const measure =
    name === theIndex
      ? `the ${name}`
      : inSentence(name).replace(/, (.+)$/, (_, more: string) => ` (${more})`);
  const students = group === 'ALL' ? '' : ` for ${inSentence(studentGroupName(group))}`;
  return `${taken === 'gain' ? 'the yearly gain in ' : ''}${measure}${students}`;
}

/** The outcome as a heading: `Academic Performance Index, yearly gain: all students`. */
export function outcomeTitle({ measureId, group, taken }: ClaimOutcome): string {
  return `${measureName(measureId)}${taken === 'gain' ? ', yearly gain' : ''}: ${inSentence(studentGroupName(group))}`;
}

const theIndex = 'Academic Performance Index';

/** The growth score and its base make one gain: its name is the index's own. */
function measureName(measureId: string): string {
  const { shortName } = measureById(measureId);
  return shortName === `${theIndex}, growth` ? theIndex : shortName;
}

/** How a yearly gain is taken, as a sentence. */
export function takingSentence({ measureId, taken }: ClaimOutcome): string {
  const { notOverYears } = measureById(measureId);
  if (taken === 'level') return 'The figure of each school year itself.';
  return notOverYears
    ? 'Each year’s growth score less the base of the year before, as the same file prints them: never a growth score less another year’s growth score.'
    : 'Each year’s figure less the figure of the year before.';
}

/** `Fresno and Long Beach` of the districts' full names. */
export function treatedNames(names: readonly string[]): string {
  return listed(shortDistrictNames(names));
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length <= 1
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** The rule that picks the districts to compare with, as a sentence. */
export function donorRuleSentence(rule: DonorRule): string {
  const which = rule.unifiedOnly ? 'Unified districts' : 'Districts';
  return rule.kind === 'similar'
    ? `${which} that serve like students: inside the caliper of any district of the claim, by the newest figures on whom they serve.`
    : `${which} with at least ${formatNumber(rule.least)} students behind the outcome in every school year before the start.`;
}

/** `2003-04 to 2007-08 before the start; 2008-09 to 2012-13 after it`. */
export function yearsSentence({ firstYear, firstTreatedYear, lastYear }: ClaimTerms): string {
  const span = (from: number, to: number) =>
    from === to ? schoolYearName(from) : `${schoolYearName(from)} to ${schoolYearName(to)}`;
  return `${span(firstYear, firstTreatedYear - 1)} before the start; ${span(firstTreatedYear, lastYear)} after it`;
}
