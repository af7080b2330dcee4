const long = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** `October 31, 2026` of a calendar date, for sentences that rules make. */
export function dayWords(day: string): string {
  return long.format(Date.parse(`${day}T00:00:00Z`));
}
