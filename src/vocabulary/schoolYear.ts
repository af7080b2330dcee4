/** A school year is the calendar year in which it ends: 2024 is 2023-24. */
export type SchoolYear = number & { readonly brand: 'SchoolYear' };

/** Throws on a number that is no year of public schooling: callers parse text with `parseSchoolYear`. */
export function schoolYear(endsIn: number): SchoolYear {
  if (!Number.isInteger(endsIn) || endsIn < 1900 || endsIn > 2199)
    throw new Error(`${endsIn} is no school year`);
  return endsIn as SchoolYear;
}

/** Reads `2023-24` and `2023-2024`; undefined when the two halves do not follow each other. */
export function parseSchoolYear(text: string): SchoolYear | undefined {
  const match = /^(\d{4})-(\d{2}|\d{4})$/.exec(text.trim());
  if (!match?.[1] || !match[2]) return undefined;
  const end = Number(match[1]) + 1;
  const written = match[2].length === 2 ? String(end).slice(2) : String(end);
  return written === match[2] && end >= 1900 && end <= 2199 ? schoolYear(end) : undefined;
}

/** `2023-24` of 2024. */
export function schoolYearName(year: SchoolYear | number): string {
  return `${year - 1}-${String(year).slice(2)}`;
}
