/** California's grade codes: `TK KN 01 … 12`, `UE`, `US`, `AD`; accepts `K`, `KG`, `3`. Undefined when it is none. */
export function parseGrade(text: string): string | undefined {
  const word = text.trim().toUpperCase();
  if (/^(0?[1-9]|1[0-2])$/.test(word)) return word.padStart(2, '0');
  if (word === 'K' || word === 'KG' || word === 'KN' || word === '00' || word === '0') return 'KN';
  return ['TK', 'UE', 'US', 'AD', 'IN', 'TD', 'PS'].includes(word) ? word : undefined;
}
