import { parseNumber } from './panelRows.ts';

export type PanelTimes = {
  /** Each time once, in order. */
  readonly names: readonly string[];
  /** Text that is neither all numbers nor all dates stands in the order of its characters, which may be the wrong one. */
  readonly ordered: 'as numbers' | 'as dates' | 'as text';
  readonly placeOf: (time: string) => number;
};

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** Puts the times of a panel in order: as numbers (then `1989` and `1989.0` are one), as ISO dates, else as text. */
export function panelTimes(times: Iterable<string>): PanelTimes {
  const written = [...new Set(times)];
  const isNumeric = written.every(isTimeNumber);
  const nameOf = (time: string) => (isNumeric ? String(Number(time)) : time);
  const names = [...new Set(written.map(nameOf))].sort(isNumeric ? byNumber : byText);
  const places = new Map(names.map((name, place) => [name, place]));
  for (const time of written) places.set(time, places.get(nameOf(time)) as number);
  return {
    names,
    ordered: isNumeric ? 'as numbers' : written.every((time) => isoDate.test(time)) ? 'as dates' : 'as text',
    placeOf: (time) => places.get(time) as number,
  };
}

/** Longer numbers than can be told apart are text. */
function isTimeNumber(text: string): boolean {
  const value = parseNumber(text);
  return value !== null && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

function byNumber(one: string, other: string): number {
  return Number(one) - Number(other);
}

/** By UTF-16 code units, the same on every machine. */
function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
