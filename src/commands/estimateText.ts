import { verdictDecimals } from '../hub/claims/verdictDecimals.ts';
import { formatInterval, formatNumber } from '../vocabulary/formatNumber.ts';
import type { Assessment, MethodResult } from './assessPanel.ts';
import { estimateCautions } from './estimateCautions.ts';
import { type EstimateReport, treatedText } from './estimateReport.ts';

const methodNames = {
  sdid: 'synthetic difference-in-differences',
  sc: 'synthetic control',
  did: 'difference-in-differences',
} as const;

const shownWeights = 6;

/** The estimate as a research director reads it: the sentence first, then what it rests on, then what to mind. */
export function estimateText(report: EstimateReport, assessment: Assessment): string {
  const decimals = verdictDecimals(assessment.judged) + 1;
  const number = (value: number) => formatNumber(value, decimals);
  const times = Object.keys(report.treatedPath);
  const { leaveOneOut, inTime, placeboPreFitError, ordinaryChange } = report;
  const treated = treatedText(report.treatedUnits);
  const lines = [
    report.sentence,
    '',
    `${report.units} units at ${report.times} times, ${times[0]} to ${times.at(-1)}; treated from ${report.firstTreated} on: ${treated}`,
    '',
    tableLine('method', 'estimate', '95 % interval', 'placebo p', 'fit before'),
    ...[assessment.chosen, ...assessment.others].map((result) => methodLine(result, decimals)),
    '',
    label('standard error', errorText(report, number)),
    label(
      'fit before of the median placebo',
      placeboPreFitError === null ? 'not tried' : number(placeboPreFitError),
    ),
    label("donors' ordinary change", ordinaryChange === null ? 'one donor only' : number(ordinaryChange)),
    label('donors that weigh most', weightText(report.weights.units)),
    label('times that weigh most', weightText(report.weights.times)),
    label('without one donor', leaveOneOut ? rangeText(leaveOneOut, number) : 'not tried'),
    label(
      'start made up before the real one',
      inTime ? `${number(inTime.estimate)} from ${inTime.firstTreated} on` : 'not tried',
    ),
  ];
  const cautions = estimateCautions(report);
  if (cautions.length > 0) lines.push('', 'Mind:', ...cautions.map((caution) => `- ${caution}`));
  return `${lines.join('\n')}\n`;
}

function methodLine({ effect, error }: MethodResult, decimals: number): string {
  return tableLine(
    methodNames[effect.method],
    formatNumber(effect.estimate, decimals),
    error ? formatInterval(error.interval[0], error.interval[1], decimals) : 'none',
    error?.placebos ? formatNumber(error.placebos.p, 3) : 'none',
    formatNumber(effect.preFitError, decimals),
  );
}

function tableLine(name: string, estimate: string, interval: string, p: string, fit: string): string {
  return label(name, `${estimate.padStart(10)}${interval.padStart(24)}${p.padStart(12)}${fit.padStart(13)}`);
}

function label(name: string, text: string): string {
  return `${name.padEnd(37)}${text}`;
}

function errorText(
  { se, seMethod, replications, seed }: EstimateReport,
  number: (x: number) => string,
): string {
  if (se === null) return 'none';
  const of =
    seMethod === 'placebo, enumerated' ? ` (${replications})` : seed === null ? '' : `, seed ${seed}`;
  return `${number(se)}, ${seMethod}${of}`;
}

/** `Nevada 12.4 %, Colorado 5.7 % and 25 more`. */
function weightText(weights: Readonly<Record<string, number>>): string {
  const heavy = Object.entries(weights)
    .flatMap(([name, weight]) => (weight > 0 ? [{ name, weight }] : []))
    .sort((one, other) => other.weight - one.weight);
  const [first] = heavy;
  if (!first) return 'none: this method has no such weights';
  if (heavy.length > 1 && heavy.every(({ weight }) => weight === first.weight))
    return `${heavy.length}, all alike`;
  const shown = heavy
    .slice(0, shownWeights)
    .map(({ name, weight }) => `${name} ${formatNumber(100 * weight, 1)} %`);
  const more = heavy.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

function rangeText(
  { without, lowest, highest }: NonNullable<EstimateReport['leaveOneOut']>,
  number: (value: number) => string,
): string {
  const nameOf = (estimate: number) => Object.keys(without).find((name) => without[name] === estimate);
  return `${number(lowest)} without ${nameOf(lowest)} to ${number(highest)} without ${nameOf(highest)}`;
}
