import { type ChartText, chartFrame, drawing } from './chartFrame.ts';
import { chartLegend, type LegendItem } from './chartLegend.ts';
import { type Html, html } from './html.ts';
import { canvas, endLabels, pointMarks, referenceMark, valueGrid, yearTicks } from './lineMarks.ts';
import { pageWords } from './pageWords.ts';
import type { Band, ReferenceLine, Series, TargetSeries } from './series.ts';
import { seriesWords, withheldNotes } from './seriesWords.ts';
import { type Axis, valueScale } from './valueScale.ts';
import { yearScale } from './yearPaths.ts';
import { yearsOf, yearTable } from './yearTable.ts';

export type LineChart = ChartText & {
  readonly axis: Axis;
  readonly series: readonly Series[];
  readonly band?: Band;
  /** Each with a name of its own: `Fresno target`, `Fresno target of 2023`. */
  readonly targets?: readonly TargetSeries[];
  /** Always in sight, such as 0 with `standard met`. */
  readonly reference?: ReferenceLine;
  /** Pixels; 300 unless told. */
  readonly height?: number;
};

function legendItems({ series, targets = [], band }: LineChart): LegendItem[] {
  return [
    ...series.map(({ name, role }) => ({ name, role, look: 'line', direct: true }) as const),
    ...targets.map(({ name, role, old }) => ({ name, role, look: old ? 'old target' : 'target' }) as const),
    ...(band ? [{ name: band.name, look: 'band' } as const] : []),
  ];
}

/**
 * Series over school years with their last figures at the line's end, an optional band, targets (dashed, replaced ones
 * faint) and a reference line. A year without a figure breaks the line; a withheld one is marked and named below.
 * Without any figure a sentence stands instead of the drawing.
 */
export function lineChart(chart: LineChart): Html {
  const { id, title, series, targets = [], band, axis, reference, height = 300, language } = chart;
  const points = [...series, ...targets].flatMap((one) => one.points);
  const shown = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const words = seriesWords([...series, ...targets], language);
  const notes = withheldNotes(series, language);
  const behind = yearTable({ caption: title, series, targets, band, language });
  if (shown.length === 0) {
    const nothing = html`<p class="chart-empty">${pageWords(language).nothingToDraw}</p>`;
    return chartFrame(chart, { plot: nothing, notes, table: behind });
  }
  const values = [
    ...shown,
    ...(band?.points.flatMap(({ low, high }) => [low, high]) ?? []),
    ...(reference ? [reference.value] : []),
  ];
  const plot = {
    x: yearScale(yearsOf({ series, targets, band })),
    y: valueScale(values, [height, 0], axis, 6),
    height,
  };
  const marks = html`${valueGrid(plot)}${canvas(plot, series, targets, band)}${referenceMark(reference, plot)}${yearTicks(
    plot,
  )}${pointMarks(plot, series)}${endLabels(plot, series)}`;
  return chartFrame(chart, {
    unit: axis.unit,
    legend: chartLegend(legendItems(chart)),
    plot: html`<div class="plot plot-line">${drawing(id, title, chart.description ?? words, height, marks)}</div>`,
    notes,
    table: behind,
  });
}
