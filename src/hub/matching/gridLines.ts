import type { WithheldReason } from '../../vocabulary/cell.ts';
import type { OutcomeFigure } from './outcomeLines.ts';

/** A figure of one district, with the reason where none is shown. */
export type GridFigure = OutcomeFigure & { readonly withheld: WithheldReason | null };

/**
 * The figures of one district by `measure group`, from the lines of `selectGridLines`: of the sources that give a slice, the one of the
 * highest place.
 */
export function parseGridLines(lines: string): Map<string, GridFigure[]> {
  const best = new Map<
    string,
    { readonly place: number; readonly slice: string; readonly figure: GridFigure }
  >();
  for (const line of lines.split('\n')) {
    const [place = '', measure, group, year = '', n = '', numerator = '', value = '', words = ''] =
      line.split('\t');
    const key = `${measure} ${group} ${year}`;
    const kept = best.get(key);
    if (kept && kept.place > Number(place)) continue;
    const figure = {
      district: 0,
      year: Number(year),
      n: n === '' ? null : Number(n),
      numerator: numerator === '' ? null : Number(numerator),
      value: value === '' ? null : value,
      withheld: value === '' ? (words as WithheldReason) : null,
    };
    best.set(key, { place: Number(place), slice: `${measure} ${group}`, figure });
  }
  const bySlice = new Map<string, GridFigure[]>();
  for (const { slice, figure } of best.values()) {
    const own = bySlice.get(slice);
    if (own) own.push(figure);
    else bySlice.set(slice, [figure]);
  }
  return bySlice;
}
