/** Where a field stands in a file and what the header calls it; index -1 when the file has no such column. */
export type Column = { readonly index: number; readonly name: string };
export type Columns<Field extends string> = Readonly<Record<Field, Column>>;

/** Letters and digits alone, in lower case: `Reporting LEA` and `ReportingLEA` are one word. */
export function plainWord(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9.]/g, '');
}

/** Finds each field under one of its names; the fields that are missing are listed beside. */
export function findColumns<Field extends string>(
  header: readonly string[],
  names: Readonly<Record<Field, readonly string[]>>,
): { readonly columns: Columns<Field>; readonly missing: readonly Field[] } {
  const places = new Map<string, number>();
  for (const [i, name] of header.entries()) if (!places.has(plainWord(name))) places.set(plainWord(name), i);
  const missing: Field[] = [];
  const entries = (Object.keys(names) as Field[]).map((field) => {
    const index = names[field].map((name) => places.get(plainWord(name)) ?? -1).find((at) => at >= 0) ?? -1;
    if (index < 0) missing.push(field);
    return [field, { index, name: header[index] ?? names[field][0] ?? field }];
  });
  return { columns: Object.fromEntries(entries) as Columns<Field>, missing };
}
