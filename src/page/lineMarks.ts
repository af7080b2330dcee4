import { schoolYearName } from '../vocabulary/schoolYear.ts';
import { type Html, html } from './html.ts';
import { marker } from './marker.ts';
import type { Band, ReferenceLine, Series, StartLine, TargetSeries } from './series.ts';
import type { ValueScale } from './valueScale.ts';
import { bandPath, canvasWidth, linePath, type YearScale } from './yearPaths.ts';

/** Where a year and a value lie in a plot of this height. */
export type Plot = { readonly x: YearScale; readonly y: ValueScale; readonly height: number };

/** The lines of the value axis, each with its number, and the line the years stand under. */
export function valueGrid({ y, height }: Plot): Html {
  return html`<line class="axis" x1="0" x2="100%" y1="${height}" y2="${height}"/>${y.ticks.map(
    ({ at, text }) =>
      html`<line class="grid" x1="0" x2="100%" y1="${at}" y2="${at}"/><text class="tick tick-value" x="0" y="${at}" dx="-10" dy="0.35em" text-anchor="end">${text}</text>`,
  )}`;
}

/** Widths in pixels that a plot has at least in a narrow, a wide and a broad chart, and what a school year needs. */
const plotWidths = { 'at-narrow': 140, 'at-wide': 340, 'at-broad': 660 } as const;
const yearWidth = 68;

/** School years under the plot, as many as fit and the last always; or only the first and the last: `ends`. */
export function yearTicks({ x, height }: Plot, ends = false): Html {
  const span = x.last - x.first;
  const years = Array.from({ length: span + 1 }, (_, index) => x.first + index);
  return html`${years.map((year) => {
    const fits = Object.entries(plotWidths).filter(([, width]) =>
      ends
        ? year === x.first || year === x.last
        : (x.last - year) % Math.max(1, Math.ceil((yearWidth * span) / width)) === 0,
    );
    const name = ['tick tick-year', ...fits.map(([size]) => size)].join(' ');
    return fits.length === 0
      ? ''
      : html`<text class="${name}" x="${x.at(year)}%" y="${height}" dy="24" text-anchor="middle">${schoolYearName(year)}</text>`;
  })}`;
}

/** A value's own line with its words at the left. */
export function referenceMark(reference: ReferenceLine | undefined, { y }: Plot): Html {
  if (!reference) return html``;
  const at = y.at(reference.value);
  return html`<line class="reference" x1="0" x2="100%" y1="${at}" y2="${at}"/><text class="reference-label halo" x="0" dx="8" y="${at}" dy="-7">${reference.label}</text>`;
}

/** The line between the last year before something started and its first, with its words at the top. */
export function startMark(start: StartLine | undefined, { x, height }: Plot): Html {
  if (!start) return html``;
  const at = Math.round((x.at(start.year - 1) + x.at(start.year)) * 50) / 100;
  const ends = at > 60;
  return html`<line class="start" x1="${at}%" x2="${at}%" y1="-8" y2="${height}"/><text class="start-label halo" x="${at}%" dx="${ends ? -8 : 8}" y="2" text-anchor="${ends ? 'end' : 'start'}">${start.label}</text>`;
}

/** The band, the targets and the lines, on a canvas that stretches with the plot while strokes keep their width. */
export function canvas(
  { x, y, height }: Plot,
  series: readonly Series[],
  targets: readonly TargetSeries[] = [],
  band?: Band,
): Html {
  const path = (name: string, d: string | null) =>
    d ? html`<path class="${name}" d="${d}" vector-effect="non-scaling-stroke"/>` : '';
  return html`<svg class="canvas" width="100%" height="${height}" viewBox="${`0 0 ${canvasWidth} ${height}`}" preserveAspectRatio="none" overflow="visible">${
    band ? path('band', bandPath(band, x, y.at)) : ''
  }${targets.map((one) =>
    path(
      `line line-${one.old ? 'old-target' : 'target'} series-${one.role}`,
      linePath(one.points, x, y.at, true),
    ),
  )}${series.map((one) => path(`line line-line series-${one.role}`, linePath(one.points, x, y.at)))}</svg>`;
}

/** A mark at every figure. */
export function pointMarks({ x, y }: Plot, series: readonly Series[]): Html {
  return html`${series.map((one) =>
    one.points.map((point) => {
      const title = `${one.name}, ${schoolYearName(point.year)}: ${point.text}`;
      const at = { role: one.role, x: x.at(point.year), title, onLine: true };
      return point.value === null ? '' : marker({ ...at, y: y.at(point.value) });
    }),
  )}`;
}

/**
 * Under the plot, where no value can lie, a cross for each withheld figure. A series withheld in every year has none:
 * the note under the chart says it once.
 */
export function withheldMarks({ x, height }: Plot, series: readonly Series[]): Html {
  const drawn = series.filter((one) => one.points.some((point) => point.value !== null));
  const years = Array.from({ length: x.last - x.first + 1 }, (_, index) => x.first + index);
  return html`${years.map((year) => {
    const there = drawn.filter((one) => one.points.some((point) => point.year === year && point.withheld));
    return there.map(
      ({ role }, place) =>
        html`<g transform="translate(${(place - (there.length - 1) / 2) * 12} 0)">${marker({ role, x: x.at(year), y: height + 5, kind: 'withheld' })}</g>`,
    );
  })}`;
}

/** What the points say of a year in which no series has a figure and none is withheld. */
function emptyText(series: readonly Series[], year: number): string | undefined {
  const points = series.flatMap((one) => one.points.filter((point) => point.year === year));
  return points.every((point) => point.value === null && !point.withheld) ? points[0]?.text : undefined;
}

/** Words such as `no test` under the gap of the years in which no series has a figure, once for years in a row. */
export function emptyYears({ x, height }: Plot, series: readonly Series[]): Html {
  const runs: { text: string; first: number; last: number }[] = [];
  for (let year = x.first; year <= x.last; year += 1) {
    const text = emptyText(series, year);
    const open = runs.at(-1);
    if (text && open?.text === text && open.last === year - 1) open.last = year;
    else if (text) runs.push({ text, first: year, last: year });
  }
  return html`${runs.map(({ text, first, last }) => {
    const middle = Math.round((x.at(first) + x.at(last)) * 50) / 100;
    return html`<text class="empty-year" x="${middle}%" y="${height - 8}" text-anchor="middle">${text}</text>`;
  })}`;
}
