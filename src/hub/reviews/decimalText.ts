/** A number as decimal text with at most six decimals, so that a pack says the same on every machine. */
export function decimalText(value: number): string {
  const text = value.toFixed(6).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}
