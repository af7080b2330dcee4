import { schoolYearName } from '../vocabulary/schoolYear.ts';
import { attributes } from './attributes.ts';
import { type Html, html } from './html.ts';
import { marker } from './marker.ts';
import type { Band, ReferenceLine, Series, TargetSeries } from './series.ts';
import { spreadLabels } from './spreadLabels.ts';
import type { ValueScale } from './valueScale.ts';
import { bandPath, canvasWidth, linePath, type YearScale } from './yearPaths.ts';

/** Where a year and a value lie in a plot of this height. */
export type Plot = { readonly x: YearScale; readonly y: ValueScale; readonly height: number };

/** Labels at the ends of lines are at least this far apart, in pixels. */
export const labelGap = 16;

/** The lines of the value axis, each with its number. */
export function valueGrid({ y }: Plot): Html {
  return html`${y.ticks.map(
    ({ at, text }) =>
      html`<line class="grid" x1="0" x2="100%" y1="${at}" y2="${at}"/><text class="tick tick-value" x="0" y="${at}" dx="-10" dy="0.35em" text-anchor="end">${text}</text>`,
  )}`;
}

/** School years under the plot: at most ten of them when it is wide and four when it is narrow, the last always. */
export function yearTicks({ x, height }: Plot, most = { wide: 10, narrow: 4 }): Html {
  const count = x.last - x.first + 1;
  const years = Array.from({ length: count }, (_, index) => x.first + index);
  const every = (shown: number) => (year: number) => (x.last - year) % Math.ceil(count / shown) === 0;
  return html`${years.map((year) => {
    const [wide, narrow] = [every(most.wide)(year), every(most.narrow)(year)];
    if (!wide && !narrow) return '';
    const only = wide && narrow ? '' : wide ? ' only-wide' : ' only-narrow';
    return html`<text class="${`tick tick-year${only}`}" x="${x.at(year)}%" y="${height}" dy="24" text-anchor="middle">${schoolYearName(year)}</text>`;
  })}`;
}

/** A value's own line with its words at the left. */
export function referenceMark(reference: ReferenceLine | undefined, { y }: Plot): Html {
  if (!reference) return html``;
  const at = y.at(reference.value);
  return html`<line class="reference" x1="0" x2="100%" y1="${at}" y2="${at}"/><text class="reference-label halo" x="0" dx="8" y="${at}" dy="-7">${reference.label}</text>`;
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

/** A mark at every figure, and a cross on the year axis where one is withheld. */
export function pointMarks({ x, y, height }: Plot, series: readonly Series[]): Html {
  return html`${series.map((one, place) =>
    one.points.map((point) => {
      const title = `${one.name}, ${schoolYearName(point.year)}: ${point.text}`;
      const at = { role: one.role, x: x.at(point.year), title, onLine: true };
      if (point.value !== null) return marker({ ...at, y: y.at(point.value) });
      return point.withheld ? marker({ ...at, y: height - 10 - 14 * place, kind: 'withheld' }) : '';
    }),
  )}`;
}

/** The last shown figure of each series beside its last point, moved apart where they would collide. */
export function endLabels({ x, y, height }: Plot, series: readonly Series[], named = true): Html {
  const ends = series.flatMap((one) => {
    const last = one.points
      .filter((point) => point.value !== null)
      .sort((a, b) => a.year - b.year)
      .at(-1);
    return last && last.value !== null ? [{ one, last, at: y.at(last.value) }] : [];
  });
  const spread = spreadLabels(
    ends.map((end) => end.at),
    labelGap,
    4,
    height - 4,
  );
  return html`${ends.map(({ one, last, at }, index) => {
    const to = Math.round((spread[index] ?? at) * 100) / 100;
    const name = named ? html`<tspan class="end-name only-wide">${one.name} </tspan>` : '';
    const text = attributes({ x: `${x.at(last.year)}%`, y: to, dx: 12, dy: '0.35em' });
    return html`<text class="${`end-label halo series-${one.role}`}"${text}>${name}<tspan class="end-value">${last.text}</tspan></text>`;
  })}`;
}
