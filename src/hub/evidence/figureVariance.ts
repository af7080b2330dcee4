import { normalQuantile } from '../../stats/normalQuantile.ts';
import { samplingVarianceOfMean, samplingVarianceOfPercent } from '../../stats/samplingVariance.ts';
import type { Figure } from '../../vocabulary/cell.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';

/** The variance between the students of a group, by measure and group, for measures that are means (see `measure_spread`). */
export type Spreads = ReadonlyMap<string, number>;

/** The spreads as they are looked up. */
export function indexSpreads(
  rows: readonly { readonly measureId: string; readonly group: string; readonly withinVariance: number }[],
): Spreads {
  return new Map(rows.map((row) => [`${row.measureId} ${row.group}`, row.withinVariance]));
}

/**
 * How much chance in who was counted moves a figure: its sampling variance in squared units of the measure. Rates
 * have it from their counts; means from n and the variance between the group's students, or all students' where the group's own
 * is not known; null where neither is known.
 */
export function figureVariance(
  figure: Figure,
  measure: MeasureDefinition,
  group: StudentGroupCode,
  spreads: Spreads,
): number | null {
  if (figure.seen !== 'shown' || figure.n === null || figure.n === 0) return null;
  if (measure.unit === 'percent') {
    const numerator = figure.numerator ?? (Number(figure.value) / 100) * figure.n;
    return samplingVarianceOfPercent(numerator, figure.n);
  }
  const between = spreads.get(`${measure.id} ${group}`) ?? spreads.get(`${measure.id} ALL`);
  return between === undefined ? null : samplingVarianceOfMean(between, figure.n);
}

/** The 95 % interval of a figure under its sampling variance; rates stay between 0 and 100. */
export function figureInterval(
  figure: Figure,
  measure: MeasureDefinition,
  group: StudentGroupCode,
  spreads: Spreads,
): { low: number; high: number } | null {
  const variance = figureVariance(figure, measure, group, spreads);
  if (variance === null || figure.seen !== 'shown') return null;
  const half = normalQuantile(0.975) * Math.sqrt(variance);
  const value = Number(figure.value);
  const isRate = measure.unit === 'percent';
  return {
    low: isRate ? Math.max(0, value - half) : value - half,
    high: isRate ? Math.min(100, value + half) : value + half,
  };
}
