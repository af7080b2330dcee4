/** A figure of a district in a school year, as far as it is shown. `district` is its row among those asked for. */
export type OutcomeFigure = {
  readonly district: number;
  readonly year: number;
  readonly n: number | null;
  readonly numerator: number | null;
  /** Decimal text; null where the figure is withheld. */
  readonly value: string | null;
};

/** The figures of `selectOutcomeLines`: of the sources that give a slice, the one of the highest place, shown or not. */
export function parseOutcomeLines(lines: string): OutcomeFigure[] {
  const best = new Map<string, { readonly place: number; readonly figure: OutcomeFigure }>();
  for (const line of lines.split('\n')) {
    const [place = '', district = '', year = '', n = '', numerator = '', value = ''] = line.split('\t');
    const slice = `${district} ${year}`;
    const kept = best.get(slice);
    if (kept && kept.place > Number(place)) continue;
    const figure = {
      district: Number(district),
      year: Number(year),
      n: n === '' ? null : Number(n),
      numerator: numerator === '' ? null : Number(numerator),
      value: value === '' ? null : value,
    };
    best.set(slice, { place: Number(place), figure });
  }
  return [...best.values()].map(({ figure }) => figure);
}
