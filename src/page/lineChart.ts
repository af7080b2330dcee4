import { type ChartText, chartFrame, drawing } from './chartFrame.ts';
import { chartLegend, type LegendItem } from './chartLegend.ts';
import { endLabels } from './endLabels.ts';
import { type Html, html } from './html.ts';
import {
  canvas,
  emptyYears,
  pointMarks,
  referenceMark,
  startMark,
  valueGrid,
  withheldMarks,
  yearTicks,
} from './lineMarks.ts';
import { pageWords } from './pageWords.ts';
import type { Band, ReferenceLine, Series, StartLine, TargetSeries } from './series.ts';
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
  readonly start?: StartLine;
  /** Pixels; 320 unless told. */
  readonly height?: number;
};

function legendItems({ series, targets = [], band }: LineChart): LegendItem[] {
  const ahead = targets.some((target) => !target.old);
  return [
    ...series.map(({ name, role }) => ({ name, role, look: 'line', direct: !ahead }) as const),
    ...targets.map(({ name, role, old }) => ({ name, role, look: old ? 'old target' : 'target' }) as const),
    ...(band ? [{ name: band.name, look: 'band' } as const] : []),
  ];
}

/** How much room the longest name and figure need at the right: a chart cannot measure its text. */
function endRoom({ series, targets = [] }: LineChart): 'short' | 'medium' | 'long' {
  const standing = targets.filter((target) => !target.old);
  const named = standing.length > 0 ? standing : series;
  const longest = Math.max(...named.map((one) => one.name.length)) + 7;
  return longest > 22 ? 'long' : longest > 16 ? 'medium' : 'short';
}

/**
 * Series over school years with their last figures at the line's end, an optional band, targets (dashed, replaced ones
 * faint) and a reference line. A year without a figure breaks the line; a withheld one is marked and named below.
 * Without any figure a sentence stands instead of the drawing.
 */
export function lineChart(chart: LineChart): Html {
  const { id, title, series, targets = [], band, axis, reference, start, height = 320, language } = chart;
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
  const marks = html`${valueGrid(plot)}${canvas(plot, series, targets, band)}${startMark(start, plot)}${referenceMark(reference, plot)}${yearTicks(
    plot,
  )}${pointMarks(plot, series)}${withheldMarks(plot, series)}${emptyYears(plot, series)}${endLabels(plot, series, targets)}`;
  return chartFrame(chart, {
    unit: axis.unit,
    legend: chartLegend(legendItems(chart)),
    plot: html`<div class="${`plot plot-line plot-ends-${endRoom(chart)}${start ? ' plot-under-label' : ''}`}">${drawing(id, title, chart.description ?? words, height, marks)}</div>`,
    notes,
    table: behind,
  });
}
