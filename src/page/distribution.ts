import { formatNumber } from '../vocabulary/formatNumber.ts';
import { type ChartText, chartFrame, drawing } from './chartFrame.ts';
import { chartLegend } from './chartLegend.ts';
import { type Html, html } from './html.ts';
import { marker } from './marker.ts';
import { pageWords } from './pageWords.ts';
import { table } from './table.ts';
import { type Axis, valueScale } from './valueScale.ts';

export type Distribution = ChartText & {
  readonly axis: Axis;
  readonly values: readonly number[];
  /** What one value is, in the plural: `placebos`. */
  readonly name: string;
  /** The value the others are there to be compared with. */
  readonly own: { readonly name: string; readonly value: number; readonly text: string };
  /** Decimals of the values in the table. */
  readonly decimals: number;
};

export type Bin = { readonly low: number; readonly high: number; readonly count: number };

const height = 180;
const mostBins = 24;

/**
 * How many values lie in each of equal bins with round edges, from the lowest to the highest; a value on an edge
 * counts above it, but the last bin holds both its ends. Empty without values.
 */
export function binsOf(values: readonly number[], most: number): Bin[] {
  if (values.length === 0) return [];
  const edges = valueScale(values, [0, 1], { unit: '' }, most / 2).ticks.map((tick) => tick.value);
  const step = (edges[1] ?? 0) - (edges[0] ?? 0) || 1;
  const first = Math.floor(Math.min(...values) / step);
  const last = Math.max(first + 1, Math.ceil(Math.max(...values) / step));
  const counts = Array.from({ length: last - first }, () => 0);
  for (const value of values) {
    const bin = Math.min(counts.length - 1, Math.floor(value / step) - first);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const edge = (index: number) => Number(((first + index) * step).toPrecision(12));
  return counts.map((count, i) => ({ low: edge(i), high: edge(i + 1), count }));
}

/** A histogram of values, and where one value of another kind lies among them. */
export function distribution(chart: Distribution): Html {
  const { id, title, axis, values, name, own, decimals, language } = chart;
  const bins = binsOf(values, mostBins);
  const behind = table<Bin>({
    caption: title,
    captionHidden: true,
    phone: 'scroll',
    rows: bins,
    columns: [
      {
        header: axis.unit,
        kind: 'header',
        cell: ({ low, high }) => `${formatNumber(low, decimals)} to ${formatNumber(high, decimals)}`,
      },
      { header: name, kind: 'number', cell: ({ count }) => formatNumber(count) },
    ],
    note: `${own.name}: ${own.text}`,
  });
  if (bins.length === 0) {
    const nothing = html`<p class="chart-empty">${pageWords(language).nothingToDraw}</p>`;
    return chartFrame(chart, { plot: nothing, table: behind });
  }
  const scale = valueScale([...bins.flatMap(({ low, high }) => [low, high]), own.value], [0, 100], axis, 6);
  const most = Math.max(...bins.map(({ count }) => count));
  const round = (value: number) => Math.round(value * 100) / 100;
  const bars = bins.map(({ low, high, count }) => {
    const tall = round((count / most) * (height - 28));
    const words = `${formatNumber(low, decimals)} to ${formatNumber(high, decimals)}: ${formatNumber(count)}`;
    return html`<rect class="bin" x="${scale.at(low)}%" width="${round(scale.at(high) - scale.at(low))}%" y="${round(height - tall)}" height="${tall}"><title>${words}</title></rect>`;
  });
  const at = scale.at(own.value);
  const anchor = at > 65 ? 'end' : at < 35 ? 'start' : 'middle';
  const ticks = scale.ticks.map(
    (tick) =>
      html`<text class="tick" x="${tick.at}%" y="${height}" dy="22" text-anchor="middle">${tick.text}</text>`,
  );
  const marks = html`${bars}<line class="axis" x1="0" x2="100%" y1="${height}" y2="${height}"/>${ticks}<line class="own-value" x1="${at}%" x2="${at}%" y1="4" y2="${height}"/>${marker(
    { role: 'together', x: at, y: 4, title: `${own.name}: ${own.text}` },
  )}<text class="own-label halo" x="${at}%" y="-12" text-anchor="${anchor}">${own.name} ${own.text}</text>`;
  const shape = bins.map(
    ({ low, high, count }) =>
      `${formatNumber(low, decimals)} to ${formatNumber(high, decimals)}: ${formatNumber(count)}`,
  );
  const description =
    chart.description ??
    `${own.name}: ${own.text}. ${formatNumber(values.length)} ${name}: ${shape.join('; ')}.`;
  return chartFrame(chart, {
    unit: axis.unit,
    legend: chartLegend([
      { name, look: 'band' },
      { name: own.name, role: 'together', look: 'mark' },
    ]),
    plot: html`<div class="plot plot-dots plot-under-label">${drawing(id, title, description, height, marks)}</div>`,
    table: behind,
  });
}
