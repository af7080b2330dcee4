import { type ChartText, chartFrame, drawing } from './chartFrame.ts';
import { chartLegend } from './chartLegend.ts';
import { type Dot, type DotRow, dotRow, missingWords, rowHeight } from './dotRow.ts';
import { type Content, type Html, html } from './html.ts';
import { pageWords } from './pageWords.ts';
import type { ReferenceLine } from './series.ts';
import { table } from './table.ts';
import { type Axis, valueScale } from './valueScale.ts';
import { noFigure, withheld } from './withheld.ts';

export type DotInterval = ChartText & {
  readonly axis: Axis;
  /** What a row is: `Student group`. */
  readonly rowName: string;
  readonly rows: readonly DotRow[];
  readonly reference?: ReferenceLine;
};

function dotWords(dot: Dot, language: DotInterval['language']): Content {
  if (dot.value === null && dot.withheld) return withheld(dot.withheld, language);
  return dot.interval
    ? html`${dot.text} <span class="interval-text">(${dot.interval.text})</span>`
    : dot.text;
}

/** A sentence's worth of each row, for those who do not see the drawing. */
function rowWords({ label, dots }: DotRow, language: DotInterval['language']): string {
  const words = pageWords(language);
  const each = dots.map((dot) => {
    const text = dot.value === null && dot.withheld ? words.withheldShort[dot.withheld] : dot.text;
    return `${dot.name} ${text}${dot.interval ? ` (${dot.interval.text})` : ''}`;
  });
  return `${label}: ${each.join(', ') || words.noFigure}.`;
}

/** Rows of dots with interval whiskers on one axis; the state is a tick. A withheld figure is named in its row. */
export function dotInterval(chart: DotInterval): Html {
  const { id, title, axis, rows, rowName, reference, language } = chart;
  const dots = rows.flatMap((row) => row.dots);
  const values = dots.flatMap(({ value, interval }) =>
    value === null ? [] : [value, ...(interval ? [interval.low, interval.high] : [])],
  );
  const names = new Map(dots.map(({ name, role }) => [name, role]));
  const behind = table<DotRow>({
    caption: title,
    captionHidden: true,
    rows,
    columns: [
      { header: rowName, kind: 'header', cell: (row) => row.label },
      ...[...names.keys()].map((name) => ({
        header: name,
        kind: 'number' as const,
        cell: (row: DotRow) => {
          const dot = row.dots.find((one) => one.name === name);
          return dot ? dotWords(dot, language) : noFigure(language);
        },
      })),
    ],
  });
  if (values.length === 0) {
    const nothing = html`<p class="chart-empty">${pageWords(language).nothingToDraw}</p>`;
    return chartFrame(chart, { plot: nothing, table: behind });
  }
  const scale = valueScale([...values, ...(reference ? [reference.value] : [])], [0, 100], axis, 5);
  const height = rows.length * rowHeight;
  const at = reference ? scale.at(reference.value) : 0;
  const marks = html`${scale.ticks.map(
    (tick) =>
      html`<line class="grid" x1="${tick.at}%" x2="${tick.at}%" y1="0" y2="${height}"/><text class="tick" x="${tick.at}%" y="${height}" dy="22" text-anchor="middle">${tick.text}</text>`,
  )}${
    reference
      ? html`<line class="reference" x1="${at}%" x2="${at}%" y1="-6" y2="${height}"/><text class="reference-label" x="${at}%" y="-12" text-anchor="${at > 60 ? 'end' : at < 40 ? 'start' : 'middle'}">${reference.label}</text>`
      : ''
  }${rows.map((row, index) => dotRow(row, index, scale, language))}`;
  const longest = Math.max(...rows.map((row) => row.label.length));
  const room = longest > 24 ? 'long' : longest > 16 ? 'medium' : 'short';
  const name = `plot plot-dots plot-labels-${room}${reference ? ' plot-under-label' : ''}`;
  const description = chart.description ?? rows.map((row) => rowWords(row, language)).join(' ');
  return chartFrame(chart, {
    unit: axis.unit,
    legend: chartLegend([...names].map(([name, role]) => ({ name, role, look: 'mark' }))),
    plot: html`<div class="${name}">${drawing(id, title, description, height, marks)}</div>`,
    notes: rows.flatMap(({ label, dots: all }) =>
      all.flatMap((dot) => (dot.value === null ? [`${label}, ${missingWords(dot, language)}`] : [])),
    ),
    notesOnly: 'narrow',
    table: behind,
  });
}
