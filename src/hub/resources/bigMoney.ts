import { formatMoney, formatNumber } from '../../vocabulary/formatNumber.ts';

/** An amount as a big figure shows it: `$140,635` without its cents, `$1.26` with `million` behind it. */
export function bigMoney(cents: number): { readonly value: string; readonly unit?: string } {
  if (Math.abs(cents) < 100_000_000) return { value: formatMoney(Math.round(cents / 100) * 100) };
  return { value: `$${formatNumber(cents / 100_000_000, 2)}`, unit: 'million' };
}
