import type { Language } from './language.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' };

/** `March 12, 2025` of the calendar date `2025-03-12`. Throws when the text is no such date. */
export function formatDate(isoDate: string, language: Language = 'en'): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(isoDate) ? Date.parse(`${isoDate}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time)) throw new Error(`${isoDate} is no calendar date`);
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}

/** `March 12, 2025 at 4:30 PM PDT`: a moment as the clock of the time zone shows it. */
export function formatMoment(
  moment: Date,
  timeZone = 'America/Los_Angeles',
  language: Language = 'en',
): string {
  const day = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone });
  const hour = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone } as const;
  const clock = new Intl.DateTimeFormat(locales[language], hour)
    .format(moment)
    .replace(/[\u00a0\u202f]/g, ' ');
  return `${day.format(moment)} ${language === 'es' ? 'a las' : 'at'} ${clock}`;
}
