import { scaleLinear } from 'd3-scale';
import { formatNumber } from '../vocabulary/formatNumber.ts';

export type Axis = {
  /** What the values are: `points from the standard`, `percent of students`. */
  readonly unit: string;
  /** After each tick: `%`. */
  readonly tickSuffix?: string;
  /** Fixed ends; otherwise the axis holds all values with room to spare. */
  readonly domain?: readonly [number, number];
};

export type ValueScale = {
  /** The place of a value in pixels (or in percent), as the range was given. */
  readonly at: (value: number) => number;
  readonly ticks: readonly { readonly at: number; readonly text: string; readonly value: number }[];
};

/** A straight scale with about `count` round ticks. Without any value it runs from 0 to 1. */
export function valueScale(
  values: readonly number[],
  range: readonly [number, number],
  axis: Axis,
  count: number,
): ValueScale {
  const low = axis.domain?.[0] ?? (values.length > 0 ? Math.min(...values) : 0);
  const high = axis.domain?.[1] ?? (values.length > 0 ? Math.max(...values) : 1);
  const room = low === high ? Math.abs(low) * 0.1 || 1 : 0;
  const scale = scaleLinear([low - room, high + room], [range[0], range[1]]);
  if (!axis.domain) scale.nice(count * 2);
  const ticks = scale.ticks(count);
  const step = Math.abs((ticks[1] ?? 0) - (ticks[0] ?? 0)) || 1;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const suffix = axis.tickSuffix === undefined ? '' : axis.tickSuffix === '%' ? '\u202f%' : axis.tickSuffix;
  const round = (position: number) => Math.round(position * 100) / 100;
  return {
    at: (value) => round(scale(value)),
    ticks: ticks.map((value) => ({
      value,
      at: round(scale(value)),
      text: `${formatNumber(value, Math.min(decimals, 6))}${suffix}`,
    })),
  };
}
