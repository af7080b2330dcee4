/** Which races a record marks; each is a letter of California's groups. */
export type RaceMarks = Readonly<Record<'AI' | 'AS' | 'PI' | 'FI' | 'AA' | 'WH', boolean>> & {
  readonly hispanic: boolean;
  readonly two: boolean;
};

/** California's one group of a student: Hispanic first, then two or more, then the one race; none is not reported. */
export function parseRace({ hispanic, two, ...races }: RaceMarks): string {
  if (hispanic) return 'HI';
  const marked = Object.entries(races).filter(([, is]) => is);
  if (two || marked.length > 1) return 'MR';
  return marked[0]?.[0] ?? 'NR';
}
