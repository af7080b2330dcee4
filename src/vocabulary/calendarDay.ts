const inCalifornia = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Los_Angeles',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The calendar date of a moment where the districts are, as 2026-11-25. Terms, embargoes and due days begin and end with
 * it: in UTC they would turn in the Californian afternoon.
 */
export function calendarDay(moment: Date): string {
  return inCalifornia.format(moment);
}
