import { formatChange, formatValue } from '../../measures/formatValue.ts';
import { measureById } from '../../measures/registry.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { causeById } from './causes.ts';
import type { Comparison } from './compareFigure.ts';
import type { Tried, Verdict } from './explainFigures.ts';
import type { PublicFigure, VaultCount } from './publicFigure.ts';
import { parseWhatIf, whatIfPhrase } from './whatIf.ts';

/** The state withholds figures of fewer students than this. */
const fewest = 11;

/** What schools, files and days are called, by `cause:about`. */
export type ChangeNames = ReadonlyMap<string, string>;

/** One or two sentences on how the vault's figure stands to the state's, and why. */
export function verdictSentence(verdict: Verdict, names: ChangeNames, differing: number): string {
  const { figure, count, comparison, status, by } = verdict;
  const state = publishedText(figure);
  if (figure.seen !== 'shown') return withheldSentence(verdict);
  if (!count || !comparison) {
    return by
      ? `The state shows ${state}: it is ${wayPhrase(by, names)}. As it stands the vault counts nobody here.`
      : `The state shows ${state}; the vault counts nobody here.`;
  }
  const own = countedText(figure, count, comparison);
  switch (status) {
    case 'equal':
      return `The vault and the state count alike: ${own}.`;
    case 'equal after rounding':
      return comparison.fit === 'counts differ'
        ? `Both show ${formatted(figure, comparison.value)}, of other students: the vault ${behind(count, figure)}, the state ${behindState(figure)}. No known cause accounts for that.`
        : `The vault’s ${own} is the state’s ${state} within rounding.`;
    case 'explained':
      return `The state’s ${state} is ${by ? wayPhrase(by, names) : ''}. As it stands the vault counts ${own}: ${differenceText(figure, comparison)}.${alsoExplains(by, differing)}`;
    default:
      return `The vault’s ${own} and the state’s ${state} differ: ${differenceText(figure, comparison)}. ${nearestText(verdict, names)}`;
  }
}

/** `the vault’s figure without charter schools`, with all that a way to count changes. */
export function wayPhrase({ whatIf, neighbour }: Tried, names: ChangeNames): string {
  const parts = [neighbour?.phrase, whatIfPhrase(parseWhatIf(whatIf), names)].filter((part) => part);
  return `the vault’s figure ${parts.join(', ')}`;
}

/** Why a publisher counts that way, a sentence a cause. */
export function wayReasons({ whatIf, neighbour }: Tried): string[] {
  const changes = parseWhatIf(whatIf).map(({ cause }) => causeById(cause).why);
  return [...new Set(neighbour ? [neighbour.why, ...changes] : changes)];
}

/** `85.8 % (4,369 of 5,095)`, `−75.8 points (n 31,207)`, `withheld`. */
export function publishedText(figure: PublicFigure): string {
  if (figure.seen !== 'shown' || figure.value === null) return figure.value ?? 'withheld';
  const value = formatted(figure, figure.value);
  const { n, numerator } = figure;
  if (n === null) return value;
  return numerator === null ? `${value} (n ${whole(n)})` : `${value} (${whole(numerator)} of ${whole(n)})`;
}

/** The vault’s count in the same form. */
export function countedText(figure: PublicFigure, count: VaultCount, comparison: Comparison | null): string {
  const value = comparison ? formatted(figure, comparison.value) : '';
  const of = behind(count, figure);
  return value ? `${value} (${of})` : of;
}

/** `1.7 points and 392 students more`: the vault’s less the state’s. */
export function differenceText(figure: PublicFigure, comparison: Comparison): string {
  const { valueDifference, nDifference, numeratorDifference } = comparison;
  const parts = [formatChange(valueDifference, measureById(figure.measure).unit, decimals(valueDifference))];
  if (nDifference !== null) {
    parts.push(nDifference === 0 ? 'of as many students' : `${signed(nDifference)} ${students(nDifference)}`);
  }
  if (nDifference === 0 && numeratorDifference !== null && numeratorDifference !== 0) {
    parts.push(`${signed(numeratorDifference)} counted`);
  }
  return parts.join(', ');
}

function withheldSentence({ figure, count, status }: Verdict): string {
  const year = schoolYearName(figure.year);
  if (status === 'not published') return `The state has no figure for ${year} (${figure.reason}).`;
  const why = figure.seen === 'coded' ? `shows only ${figure.value}` : `withheld it (${figure.reason})`;
  if (!count) return `The state ${why}; the vault counts nobody here.`;
  const many =
    count.n >= fewest && figure.reason === 'few students'
      ? ` That is more than the ${fewest - 1} or fewer that it withholds: look whether the state knows of all of them.`
      : '';
  const said = figure.n !== null && figure.n !== count.n ? `, the state ${whole(figure.n)}` : '';
  return `The state ${why}. The vault counts ${whole(count.n)} ${students(count.n)}${said}.${many}`;
}

function nearestText({ nearest, figure }: Verdict, names: ChangeNames): string {
  if (!nearest?.comparison) return 'No known cause brings them closer.';
  const { comparison, explains } = nearest;
  const leads =
    explains > 0
      ? `, by which ${explains} other ${explains === 1 ? 'figure is' : 'figures are'} the state’s`
      : '';
  const value = formatted(figure, comparison.value);
  return `No known cause explains it. Closest comes ${wayPhrase(nearest, names)}${leads}: ${value}, which leaves ${differenceText(figure, comparison)}.`;
}

function alsoExplains(by: Tried | null, differing: number): string {
  if (!by || differing < 2 || by.neighbour?.ofGroup) return '';
  const of = `of the ${differing} figures of this measure and year that differ`;
  return 2 * by.explains < differing
    ? ` That explains only ${by.explains} ${of}: a hint, not a finding.`
    : ` The same explains ${by.explains} ${of}.`;
}

function behind({ n, numerator }: VaultCount, figure: PublicFigure): string {
  return numerator === null || figure.numerator === null
    ? `n ${whole(n)}`
    : `${whole(numerator)} of ${whole(n)}`;
}

function behindState({ n, numerator }: PublicFigure): string {
  return numerator === null ? `n ${whole(n ?? 0)}` : `${whole(numerator)} of ${whole(n ?? 0)}`;
}

function formatted(figure: PublicFigure, value: string): string {
  return formatValue(value, measureById(figure.measure).unit, decimals(value));
}

function decimals(value: string): number {
  return Math.max(value.split('.')[1]?.length ?? 0, 1);
}

function signed(number: number): string {
  return `${number < 0 ? '\u2212' : '+'}${whole(Math.abs(number))}`;
}

function students(n: number): string {
  return Math.abs(n) === 1 ? 'student' : 'students';
}

function whole(n: number): string {
  return n.toLocaleString('en-US');
}
