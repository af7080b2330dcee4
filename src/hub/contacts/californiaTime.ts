const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Los_Angeles',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Day and time of a moment as a clock in California shows it: `2026-12-04` and `09:00`. */
export function californiaClock(moment: Date): { readonly day: string; readonly time: string } {
  const found = new Map<string, string>(
    parts.formatToParts(moment).map(({ type, value }) => [type, value] as const),
  );
  const of = (type: string) => found.get(type) ?? '';
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` };
}

/**
 * The moment at which a clock in California shows a calendar date and a time such as `09:00`. Undefined for an hour that the clocks skip in March; of
 * one that comes twice in November, the first.
 */
export function californiaMoment(day: string, time: string): Date | undefined {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // California is 7 or 8 hours behind: in summer time first, which of an hour that comes twice is the earlier.
  for (const hours of [7, 8]) {
    const moment = new Date(asUtc + hours * 3_600_000);
    const clock = californiaClock(moment);
    if (clock.day === day && clock.time === time) return moment;
  }
  return undefined;
}

/** Reads a time of the day: `09:00`, `9:00`, `9:30 am`, `2 pm`. Undefined when it is none. */
export function parseTime(text: string): string | undefined {
  const match = /^(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?(?:m\.?)?$/i.exec(text.trim());
  if (!match?.[1] || (match[2] === undefined && match[3] === undefined)) return undefined;
  const half = match[3]?.toLowerCase();
  const written = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (minute > 59 || (half ? written < 1 || written > 12 : written > 23)) return undefined;
  const hour = half ? (written % 12) + (half === 'p' ? 12 : 0) : written;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  hour: 'numeric',
  minute: '2-digit',
});
const clockWithZone = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
});
const weekday = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  year: 'numeric',
});

/** `Friday, December 4, 2026, 9:00 AM to 12:30 PM PST`. */
export function spanText(startsAt: Date, endsAt: Date): string {
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  return `${weekday.format(startsAt)}, ${plain(clock.format(startsAt))} to ${plain(clockWithZone.format(endsAt))}`;
}
