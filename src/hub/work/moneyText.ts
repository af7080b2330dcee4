/** An amount of cents as people write it: `$250,000`, `$1,200.50`. */
export function moneyText(cents: number): string {
  return (cents / 100).toLocaleString('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  });
}
