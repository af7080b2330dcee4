const most = 5;

/**
 * Ids that somebody may have meant, at most five: those that are the same but for case, signs and zeros in front or
 * that hold the one asked for; where there are none, those that two letters turn into it.
 */
export function nearIds(asked: string, ids: readonly string[]): readonly string[] {
  const sought = bare(asked);
  if (sought === '') return [];
  const alike = ids.filter((id) => bare(id).includes(sought));
  if (alike.length > 0) return alike.slice(0, most);
  const allowed = Math.min(2, Math.floor(sought.length / 3));
  return ids
    .map((id) => ({ id, letters: lettersBetween(sought, bare(id), allowed) }))
    .filter(({ letters }) => letters <= allowed)
    .sort((a, b) => a.letters - b.letters)
    .slice(0, most)
    .map(({ id }) => id);
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+/, '');
}

/** Letters to change, add or leave out to turn one word into the other (V. Levenshtein 1966); more than `enough` is not counted out. */
function lettersBetween(one: string, other: string, enough: number): number {
  if (Math.abs(one.length - other.length) > enough) return enough + 1;
  let row = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = (row[j - 1] as number) + Number(one[i - 1] !== other[j - 1]);
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
    if (Math.min(...row) > enough) return enough + 1;
  }
  return row[other.length] as number;
}
