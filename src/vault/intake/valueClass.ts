/** Says what kind of value stands in a cell without saying the value: `text of 9 characters`, `8 digits`, `blank`. */
export function valueClass(text: string): string {
  const value = text.trim();
  if (value === '') return 'blank';
  if (/^\d+$/.test(value)) return `${value.length} ${value.length === 1 ? 'digit' : 'digits'}`;
  if (/^-?\d*\.\d+$/.test(value)) return 'number with decimals';
  if (/^-\d+$/.test(value)) return 'number below 0';
  if (/^[\d/-]+$/.test(value)) return `${value.length} digits and strokes`;
  return `text of ${value.length} ${value.length === 1 ? 'character' : 'characters'}`;
}

/** Where a number lies against a range: `number above 2900`. */
export function rangeClass(value: number, lowest: number, highest: number): string {
  return value < lowest
    ? `number below ${lowest}`
    : value > highest
      ? `number above ${highest}`
      : `number within ${lowest}-${highest}`;
}
