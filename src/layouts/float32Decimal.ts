/**
 * The shortest decimal that a 32-bit float cannot tell from the text: `29.799999` is 29.8, `0.60000002` is 0.6. For
 * columns that went through such floats (the state's map layers) and were published with few decimals; a number of
 * more than seven digits would lose its tail. Throws on text that is no number.
 */
export function float32Decimal(text: string): string {
  const single = Math.fround(Number(text));
  if (text.trim() === '' || !Number.isFinite(single)) throw new Error(`“${text}” is no number`);
  for (let decimals = 0; ; decimals += 1) {
    const shorter = single.toFixed(decimals);
    if (Math.fround(Number(shorter)) === single) return shorter;
  }
}
