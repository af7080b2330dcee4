/** A calendar date as 2026-12-01, or the sentence that says how to write it. */
export type ParsedDay =
  | { readonly ok: true; readonly day: string }
  | { readonly ok: false; readonly message: string };

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const howTo = 'Write the day like 2026-12-01, 12/1/2026 or Dec 1, 2026.';

/**
 * Reads a day that a person wrote: 2026-12-01, 12/1/2026 (month first), “Dec 1, 2026”, “1 December 2026”. What could be two days, or is
 * none, is refused.
 */
export function parseDay(text: string): ParsedDay {
  const trimmed = text.trim().replaceAll(/\s+/g, ' ');
  if (trimmed === '') return refuse(`Give a day. ${howTo}`);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (iso) return dayOf(iso[1], Number(iso[2]), iso[3], trimmed);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(trimmed);
  if (slashed) return dayOf(slashed[3], Number(slashed[1]), slashed[2], trimmed);
  const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(trimmed);
  if (monthFirst) return dayOf(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2], trimmed);
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)\.?,? (\d{4})$/i.exec(trimmed);
  if (dayFirst) return dayOf(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1], trimmed);
  if (/^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/.test(trimmed))
    return refuse(`“${trimmed}” could be more than one day. ${howTo}`);
  return refuse(`“${trimmed.slice(0, 40)}” is not a day that can be read. ${howTo}`);
}

/** The number of a month by its name or the first three letters of it, or 0. */
function monthOf(name = ''): number {
  const lower = name.toLowerCase();
  if (lower.length < 3) return 0;
  return (lower === 'sept' ? 8 : months.findIndex((month) => month.startsWith(lower))) + 1;
}

function dayOf(year = '', month: number, dayText = '', written: string): ParsedDay {
  const day = `${year}-${String(month).padStart(2, '0')}-${dayText.padStart(2, '0')}`;
  const time = new Date(`${day}T00:00:00Z`);
  const isThere = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
  if (!isThere) return refuse(`There is no such day as “${written}”. ${howTo}`);
  if (Number(year) < 1990 || Number(year) > 2100)
    return refuse(`“${written}” is too far away: look at the year again.`);
  return { ok: true, day };
}

function refuse(message: string): ParsedDay {
  return { ok: false, message };
}
