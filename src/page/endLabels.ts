import { attributes } from './attributes.ts';
import { type Html, html } from './html.ts';
import type { Plot } from './lineMarks.ts';
import type { Series, TargetSeries, YearPoint } from './series.ts';
import { spreadLabels } from './spreadLabels.ts';

/** Labels at the ends of lines are at least this far apart, in pixels. */
export const labelGap = 16;

type End = { readonly one: Series; readonly last: YearPoint; readonly value: number };

function endsOf(series: readonly Series[]): End[] {
  return series.flatMap((one) => {
    const shown = one.points.filter((point) => point.value !== null).sort((a, b) => a.year - b.year);
    const last = shown.at(-1);
    return last && last.value !== null ? [{ one, last, value: last.value }] : [];
  });
}

/** Pixels that keep the figures off the dashed lines ahead of them: below when targets rise, above when they fall. */
function besideTargets(ends: readonly End[], targets: readonly End[]): number {
  const rises = targets.map((target) => {
    const from = ends.find((end) => end.one.role === target.one.role);
    return from ? Math.sign(target.value - from.value) : 0;
  });
  return Math.sign(rises.reduce<number>((sum, rise) => sum + rise, 0)) * 15;
}

function labels(plot: Plot, ends: readonly (End & { readonly wanted: number })[], named: boolean): Html {
  const places = spreadLabels(
    ends.map((end) => end.wanted),
    labelGap,
    4,
    plot.height - 4,
  );
  return html`${ends.map(({ one, last, wanted }, index) => {
    const y = Math.round((places[index] ?? wanted) * 100) / 100;
    const name = named ? html`<tspan class="end-name only-wide">${one.name} </tspan>` : '';
    const place = attributes({ x: `${plot.x.at(last.year)}%`, y, dx: 12, dy: '0.35em' });
    return html`<text class="${`end-label halo series-${one.role}`}"${place}>${name}<tspan>${last.text}</tspan></text>`;
  })}`;
}

/**
 * The last figure of each series beside its last point, and of each standing target at its end, moved apart where they
 * would collide. Names stand with the figures at the plot's right edge; before a target's line there is no room.
 */
export function endLabels(
  plot: Plot,
  series: readonly Series[],
  targets: readonly TargetSeries[] = [],
  named = true,
): Html {
  const at = (end: End, shift = 0) => ({ ...end, wanted: plot.y.at(end.value) + shift });
  const ends = endsOf(series);
  const ahead = endsOf(targets.filter((target) => !target.old));
  const shift = besideTargets(ends, ahead);
  const before = ends.filter((end) => end.last.year < plot.x.last).map((end) => at(end, shift));
  const atEdge = [...ends.filter((end) => end.last.year === plot.x.last), ...ahead].map((end) => at(end));
  return html`${labels(plot, before, named && ahead.length === 0)}${labels(plot, atEdge, named)}`;
}
