const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** `October 20, 2026` of the calendar date 2026-10-20, for rules that know no page. */
export function dayText(day: string): string {
  return format.format(new Date(`${day}T00:00:00Z`));
}
