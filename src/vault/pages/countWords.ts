import { formatNumber } from '../../vocabulary/formatNumber.ts';

/** `1 row`, `4,120 rows`. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
