import { type ChartText, chartFrame, drawing } from './chartFrame.ts';
import { chartLegend } from './chartLegend.ts';
import { type Html, html } from './html.ts';
import { marker } from './marker.ts';
import { pageWords } from './pageWords.ts';
import type { ReferenceLine } from './series.ts';
import { table } from './table.ts';
import { type Axis, valueScale } from './valueScale.ts';

export type StripValue = { readonly label: string; readonly value: number; readonly text: string };

export type Strip = ChartText & {
  readonly axis: Axis;
  /** What a mark is: `Without this district`, the heading of the labels in the table. */
  readonly rowName: string;
  /** What the marks show, in the legend and over the table's figures. */
  readonly name: string;
  readonly values: readonly StripValue[];
  readonly own: { readonly name: string; readonly value: number; readonly text: string };
  readonly reference?: ReferenceLine;
};

const height = 72;
const middle = 42;

/** Values as marks on one axis, and the value they stand around. Each says its name when pointed at; the table names all. */
export function strip(chart: Strip): Html {
  const { id, title, axis, rowName, name, values, own, reference, language } = chart;
  const behind = table<StripValue>({
    caption: title,
    captionHidden: true,
    phone: 'scroll',
    rows: values,
    columns: [
      { header: rowName, kind: 'header', cell: ({ label }) => label },
      { header: name, kind: 'number', cell: ({ text }) => text },
    ],
    note: `${own.name}: ${own.text}`,
  });
  if (values.length === 0) {
    const nothing = html`<p class="chart-empty">${pageWords(language).nothingToDraw}</p>`;
    return chartFrame(chart, { plot: nothing, table: behind });
  }
  const all = [...values.map(({ value }) => value), own.value, ...(reference ? [reference.value] : [])];
  const scale = valueScale(all, [0, 100], axis, 6);
  const at = reference ? scale.at(reference.value) : 0;
  const marks = html`${scale.ticks.map(
    (tick) =>
      html`<line class="grid" x1="${tick.at}%" x2="${tick.at}%" y1="8" y2="${height}"/><text class="tick" x="${tick.at}%" y="${height}" dy="20" text-anchor="middle">${tick.text}</text>`,
  )}${
    reference
      ? html`<line class="reference" x1="${at}%" x2="${at}%" y1="-4" y2="${height}"/><text class="reference-label" x="${at}%" y="-10" text-anchor="${at > 60 ? 'end' : at < 40 ? 'start' : 'middle'}">${reference.label}</text>`
      : ''
  }<line class="row-track" x1="0" x2="100%" y1="${middle}" y2="${middle}"/>${values.map(
    ({ label, value, text }) =>
      html`<svg x="${scale.at(value)}%" y="${middle}" overflow="visible"><path class="strip-mark" d="M0-11v22"><title>${label}: ${text}</title></path></svg>`,
  )}${marker({ role: 'together', x: scale.at(own.value), y: middle, title: `${own.name}: ${own.text}` })}`;
  const each = values.map(({ label, text }) => `${label} ${text}`).join('; ');
  return chartFrame(chart, {
    unit: axis.unit,
    legend: chartLegend([
      { name: own.name, role: 'together', look: 'mark' },
      { name, look: 'tick' },
    ]),
    plot: html`<div class="${reference ? 'plot plot-dots plot-under-label' : 'plot plot-dots'}">${drawing(
      id,
      title,
      chart.description ?? `${own.name}: ${own.text}. ${name}: ${each}.`,
      height,
      marks,
    )}</div>`,
    table: behind,
  });
}
