import { formatChange, formatValue } from '../../measures/formatValue.ts';
import { formatInterval, formatNumber, formatSigned } from '../../vocabulary/formatNumber.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { GridCell, GridLevel, GridProgress } from './gridCell.ts';

type Interval = readonly [low: number, high: number];

/** One decimal more for changes of which a tenth already matters: a suspension rate moves by 0.04 a year. */
function decimalsOf(part: GridLevel | GridProgress, measure: MeasureDefinition): number {
  return part.practical < 0.5 * 10 ** -measure.decimals ? measure.decimals + 1 : measure.decimals;
}

/** What is expected, as text: `−64.4 points`, `23.5 %`. A rate that a line would put below 0 or above 100 is written as that. */
export function expectedText(value: number, measure: MeasureDefinition): string {
  return formatValue(possible(value, measure).toFixed(measure.decimals + 2), measure.unit, measure.decimals);
}

/** The same where a heading says the unit. */
export function shortExpected(value: number, measure: MeasureDefinition): string {
  return formatNumber(possible(value, measure), measure.decimals);
}

function possible(value: number, { unit }: MeasureDefinition): number {
  return unit === 'percent' ? Math.min(100, Math.max(0, value)) : value;
}

/** A change or a difference with its unit: `+4.8 points`, `−0.70 percentage points`. */
export function effectText(
  value: number,
  part: GridLevel | GridProgress,
  measure: MeasureDefinition,
): string {
  const decimals = decimalsOf(part, measure);
  return formatChange(value.toFixed(decimals + 2), measure.unit, decimals);
}

/** A difference where a heading says the unit: `−6.6`. */
export function shortEffect(
  value: number,
  part: GridLevel | GridProgress,
  measure: MeasureDefinition,
): string {
  return formatSigned(value, decimalsOf(part, measure));
}

/** `−12.0 to −1.2`. */
export function effectInterval(
  [low, high]: Interval,
  part: GridLevel | GridProgress,
  measure: MeasureDefinition,
): string {
  return formatInterval(low, high, decimalsOf(part, measure));
}

/** What is said of a judgement: `worse than expected`. */
export function judgementWords(part: GridLevel | GridProgress): string {
  if (part.judgement !== 'as expected') return `${part.judgement} than expected`;
  return part.adjusted > 0.1
    ? 'as expected: chance may make such a difference'
    : 'as expected: too little to act on';
}

/** Where a district stands, in one sentence, and what that is. */
export function levelSentence(name: string, cell: GridCell, measure: MeasureDefinition): string {
  const { level } = cell;
  if (!level) return withheldSentence(name, cell);
  const size = formatNumber(Math.abs(level.effect), decimalsOf(level, measure));
  const side = level.effect < 0 ? 'below' : 'above';
  return `${name} stands at ${formatValue(String(level.value), measure.unit, measure.decimals)} in ${schoolYearName(cell.schoolYear)} (${formatNumber(level.n)} students); of a district that serves such students ${expectedText(level.expected, measure)} is expected. Allowing for chance it stands ${size} ${side} (${effectInterval(level.interval, level, measure)}): ${judgementWords(level)}.`;
}

/** How a district moved, in one sentence, and what that is. */
export function progressSentence(
  name: string,
  { progress, level }: GridCell,
  measure: MeasureDefinition,
): string {
  if (!level) return '';
  if (!progress) return `How ${name} moved cannot be told: fewer than three years are shown.`;
  const first = schoolYearName(progress.years[0] ?? 0);
  const last = schoolYearName(progress.years.at(-1) ?? 0);
  return `From ${first} to ${last} it moved by ${effectText(progress.perYear, progress, measure)} a year, where ${effectText(progress.expectedPerYear, progress, measure)} is expected. Allowing for chance the difference is ${shortEffect(progress.effect, progress, measure)} a year (${effectInterval(progress.interval, progress, measure)}): ${judgementWords(progress)}.`;
}

/** What level and progress together make of the cell. */
export function statusSentence({ status, unjudged, contradictory, level, progress }: GridCell): string {
  if (contradictory)
    return level?.judgement === 'worse'
      ? 'The level is worse and the progress better than expected: neither a need nor a strength.'
      : 'The level is better and the progress worse than expected: neither a strength nor a need.';
  const decides = (word: 'better' | 'worse') => {
    if (level?.judgement === word && progress?.judgement === word)
      return `level and progress are ${word} than expected`;
    return level?.judgement === word
      ? `the level is ${word} than expected${progress ? ', the progress as expected' : ''}`
      : `the progress is ${word} than expected, the level as expected`;
  };
  switch (status) {
    case 'strength':
      return `A strength: ${decides('better')}.`;
    case 'need':
      return `A need: ${decides('worse')}.`;
    case 'as expected':
      return `As expected: neither level nor progress stands out.`;
    case 'too few students':
      return `Nothing is judged: ${unjudgedWords(unjudged)}.`;
    case 'not reported':
      return 'Not reported: the source gives no such figure.';
  }
}

function unjudgedWords(unjudged: GridCell['unjudged']): string {
  switch (unjudged) {
    case 'protects another cell':
      return 'the figure is withheld because another that is withheld could be worked out with it';
    case 'earlier release':
      return 'the figure is withheld because an earlier release would give one away with it';
    case 'agreement':
      return 'the agreement does not let the figure be shown here';
    case 'no number of students':
      return 'the figure is published without its number of students';
    case 'shown of few students':
      return 'the figure is published, but of fewer than 11 students';
    case 'no variance known':
      return 'how much chance moves the published figure is not known';
    case 'few students':
      return 'the figure is withheld to protect so few students';
    default:
      return 'no figure is reported';
  }
}

function withheldSentence(name: string, { unjudged, schoolYear }: GridCell): string {
  return `${name} in ${schoolYearName(schoolYear)}: ${unjudgedWords(unjudged)}.`;
}
