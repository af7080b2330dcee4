import { normalQuantile } from '../../stats/normalQuantile.ts';
import { samplingVarianceOfMean, samplingVarianceOfPercent } from '../../stats/samplingVariance.ts';
import type { Figure } from '../../vocabulary/cell.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';

/** The variance between students by measure, for measures that are means (see `measure_spread`). */
export type Spreads = ReadonlyMap<string, number>;

/**
 * How much chance in who was counted moves a figure: its sampling variance in squared units of the measure. Rates
 * have it from their counts; means from n and the variance between students; null where neither is known.
 */
export function figureVariance(figure: Figure, measure: MeasureDefinition, spreads: Spreads): number | null {
  if (figure.seen !== 'shown' || figure.n === null || figure.n === 0) return null;
  if (measure.unit === 'percent') {
    const numerator = figure.numerator ?? (Number(figure.value) / 100) * figure.n;
    return samplingVarianceOfPercent(numerator, figure.n);
  }
  const between = spreads.get(measure.id);
  return between === undefined ? null : samplingVarianceOfMean(between, figure.n);
}

/** The 95 % interval of a figure under its sampling variance; rates stay between 0 and 100. */
export function figureInterval(
  figure: Figure,
  measure: MeasureDefinition,
  spreads: Spreads,
): { low: number; high: number } | null {
  const variance = figureVariance(figure, measure, spreads);
  if (variance === null || figure.seen !== 'shown') return null;
  const half = normalQuantile(0.975) * Math.sqrt(variance);
  const value = Number(figure.value);
  const isRate = measure.unit === 'percent';
  return {
    low: isRate ? Math.max(0, value - half) : value - half,
    high: isRate ? Math.min(100, value + half) : value + half,
  };
}
