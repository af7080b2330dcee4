import { type ChartText, chartFrame, drawing } from './chartFrame.ts';
import { chartLegend } from './chartLegend.ts';
import { endLabels } from './endLabels.ts';
import { type Html, html } from './html.ts';
import { canvas, pointMarks, referenceMark, valueGrid, withheldMarks, yearTicks } from './lineMarks.ts';
import { pageWords } from './pageWords.ts';
import type { ReferenceLine, Series } from './series.ts';
import { seriesWords, withheldNotes } from './seriesWords.ts';
import { type Axis, valueScale } from './valueScale.ts';
import { yearScale } from './yearPaths.ts';
import { yearsOf } from './yearTable.ts';
import { multipleTable } from './multipleTable.ts';

/** One small chart: a student group or a school, with the series of the places. */
export type Multiple = { readonly label: string; readonly series: readonly Series[] };

export type SmallMultiples = ChartText & {
  readonly axis: Axis;
  /** In the order they are read; all share one axis. */
  readonly multiples: readonly Multiple[];
  readonly reference?: ReferenceLine;
};

const height = 144;

function valuesOf(series: readonly Series[]): number[] {
  return series.flatMap((one) => one.points.flatMap((point) => (point.value === null ? [] : [point.value])));
}

/** A grid of line charts on one axis, each named by its group. A group without any figure says so in words. */
export function smallMultiples(chart: SmallMultiples): Html {
  const { id, title, multiples, axis, reference, language } = chart;
  const all = multiples.flatMap((one) => one.series);
  const values = [...valuesOf(all), ...(reference ? [reference.value] : [])];
  const x = yearScale(yearsOf({ series: all }));
  const plot = { x, y: valueScale(values, [height, 0], axis, 3), height };
  const small = ({ label, series }: Multiple, index: number): Html => {
    const head = html`<p class="multiple-label">${label}</p>`;
    if (valuesOf(series).length === 0) {
      const notes = withheldNotes(series, language);
      return html`<li>${head}<p class="chart-empty">${notes.length > 0 ? notes.join('; ') : pageWords(language).nothingToDraw}</p></li>`;
    }
    const marks = html`${valueGrid(plot)}${canvas(plot, series)}${referenceMark(reference && { ...reference, label: '' }, plot)}${yearTicks(plot, true)}${pointMarks(plot, series)}${withheldMarks(plot, series)}${endLabels(plot, series, [], false)}`;
    const drawn = drawing(
      `${id}-${index + 1}`,
      `${title}: ${label}`,
      seriesWords(series, language),
      height,
      marks,
    );
    return html`<li>${head}<div class="plot plot-small">${drawn}</div></li>`;
  };
  const names = new Map(all.map(({ name, role }) => [name, role]));
  const rows = multiples.flatMap(({ label, series }) => series.map((one) => ({ label, one })));
  const years = yearsOf({ series: all });
  return chartFrame(chart, {
    unit: axis.unit,
    legend: chartLegend([...names].map(([name, role]) => ({ name, role, look: 'line' }))),
    plot:
      multiples.length === 0
        ? html`<p class="chart-empty">${pageWords(language).nothingToDraw}</p>`
        : html`<ul class="multiples">${multiples.map(small)}</ul>`,
    notes: multiples.flatMap(({ label, series }) =>
      valuesOf(series).length === 0 ? [] : withheldNotes(series, language).map((note) => `${label}, ${note}`),
    ),
    table: multipleTable(title, rows, years, language),
  });
}
