import { type CountRow, countValue } from '../measuring/measureTable.ts';

/** A count as its measure shows it, without the unit where a heading or an axis says it: `−75.8`, but `52.4 %`. */
export function shortValue(count: CountRow): string {
  return countValue(count).replace(/ (points|per thousand|hours)$/, '');
}
