const kinds = /(?:\s+(?:Joint|Union|Unified|Elementary|High|School|District))+$/i;

/** "Fresno" of "Fresno Unified", "East Side" of "East Side Union High": the name people say. */
export function shortDistrictName(name: string): string {
  return name.trim().replace(kinds, '');
}

/** The short names of a partnership's districts, in their order; whole names where two would be called the same. */
export function shortDistrictNames(names: readonly string[]): string[] {
  const short = names.map(shortDistrictName);
  return short.map((name, i) =>
    short.indexOf(name) === short.lastIndexOf(name) ? name : (names[i] ?? name),
  );
}
