const known = new Map<string, string | undefined>();
const mostKnown = 50_000;

/** Reads `2024-10-02`, `20241002` and `10/02/2024` as `2024-10-02`; undefined for what is no day of the calendar. */
export function parseDay(text: string): string | undefined {
  if (known.has(text)) return known.get(text);
  const day = read(text);
  if (known.size < mostKnown) known.set(text, day);
  return day;
}

function read(text: string): string | undefined {
  const iso =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : american
      ? [american[3], american[1]?.padStart(2, '0'), american[2]?.padStart(2, '0')]
      : [];
  if (year === undefined || Number(year) < 1900 || Number(year) > 2199) return undefined;
  const written = `${year}-${month}-${day}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written ? undefined : written;
}

/** The school year of a day: the calendar year in which it ends, 1 July to 30 June. */
export function yearOfDay(day: string): number {
  return Number(day.slice(0, 4)) + (day.slice(5, 7) >= '07' ? 1 : 0);
}
