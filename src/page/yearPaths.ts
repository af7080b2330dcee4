import { area, line } from 'd3-shape';
import type { Band, YearPoint } from './series.ts';

/** The width of the drawing's inner canvas, which is stretched to the width the plot has. */
export const canvasWidth = 1000;

export type YearScale = {
  readonly first: number;
  readonly last: number;
  /** The place of a year in percent of the plot's width. */
  readonly at: (year: number) => number;
};

/** Spreads school years evenly from 0 to 100; a single one stands in the middle. */
export function yearScale(years: readonly number[]): YearScale {
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? first;
  const at = (year: number) =>
    last === first ? 50 : Math.round(((year - first) / (last - first)) * 1e4) / 100;
  return { first, last, at };
}

/**
 * The path through the points that have a value, broken at a year without one, also when the year is not listed at
 * all; `null` when nothing is to be drawn. A target runs through the years that have none: `bridge`.
 */
export function linePath(
  points: readonly YearPoint[],
  x: YearScale,
  y: (value: number) => number,
  bridge = false,
): string | null {
  const known = new Map(points.map((point) => [point.year, point.value]));
  const every = Array.from({ length: x.last - x.first + 1 }, (_, index) => x.first + index);
  const years = bridge ? every.filter((year) => typeof known.get(year) === 'number') : every;
  const path = line<number>()
    .defined((year) => typeof known.get(year) === 'number')
    .x((year) => (x.at(year) / 100) * canvasWidth)
    .y((year) => y(known.get(year) ?? 0))
    .digits(2);
  return path(years);
}

/** The outline of a band, broken at a year it does not name. */
export function bandPath(band: Band, x: YearScale, y: (value: number) => number): string | null {
  const known = new Map(band.points.map((point) => [point.year, point]));
  const years = Array.from({ length: x.last - x.first + 1 }, (_, index) => x.first + index);
  const outline = area<number>()
    .defined((year) => known.has(year))
    .x((year) => (x.at(year) / 100) * canvasWidth)
    .y0((year) => y(known.get(year)?.low ?? 0))
    .y1((year) => y(known.get(year)?.high ?? 0))
    .digits(2);
  return outline(years);
}
