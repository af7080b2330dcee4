import type { Grant } from '../vocabulary/grant.ts';
import type { Release } from '../vocabulary/release.ts';
import type { ReleaseTrouble } from './releaseTrouble.ts';
import { hashGrant } from './hashRelease.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';

/**
 * What in a release goes beyond the grant that it names: another grant, district, measure, year or place, a threshold below
 * the agreed one, a shorter embargo, a day outside of the grant's. `today` is a day as 2026-11-25. Empty when it keeps to it.
 */
export function checkUnderGrant(release: Release, grant: Grant, today: string): ReleaseTrouble[] {
  const sentences: string[] = [];
  const { district, tables, certificate, madeAt, embargoUntil } = release;
  if (release.grant.id !== grant.id) sentences.push('The release was made under another grant.');
  else if (release.grant.hash !== hashGrant(grant)) {
    sentences.push('The text of the grant is not the one that the release was made under.');
  }
  if (district.cds !== grant.from) {
    sentences.push(`The grant is given by district ${grant.from}, the release comes from ${district.cds}.`);
  }
  for (const measure of new Set(tables.map((table) => table.measure))) {
    if (!grant.measures.includes(measure)) sentences.push(`The grant does not name the measure ${measure}.`);
  }
  for (const year of new Set(tables.map(({ schoolYear }) => schoolYear))) {
    if (year < grant.firstYear || year > grant.lastYear) {
      sentences.push(
        `The grant goes from ${grant.firstYear} to ${grant.lastYear}, not to the school year ${year}.`,
      );
    }
  }
  const hasSchools = tables.some(({ cells }) => cells.some(({ place }) => place !== district.cds));
  if (grant.scope === 'district' && hasSchools) {
    sentences.push('The grant is for figures of the district as a whole, the release has schools.');
  }
  if (certificate.policy.threshold < grant.smallestGroup) {
    sentences.push(
      `The agreed smallest group is ${grant.smallestGroup}, the release was protected for ${certificate.policy.threshold}.`,
    );
  }
  const madeOn = calendarDay(new Date(madeAt));
  if (grant.embargoDays > 0 && (embargoUntil ?? '') < dayAfter(madeOn, grant.embargoDays)) {
    sentences.push(
      `The grant asks for an embargo of ${grant.embargoDays} days, the release has a shorter one.`,
    );
  }
  sentences.push(...outOfTime(grant, today));
  return sentences.map((sentence) => ({ check: 'grant', sentence }));
}

/** Why a grant is not in force on a day, in sentences. */
export function outOfTime(grant: Grant, today: string): string[] {
  if (today < grant.validFrom) return [`The grant begins on ${grant.validFrom}.`];
  return today > grant.validUntil ? [`The grant ended on ${grant.validUntil}.`] : [];
}

/** The day so many days after one, both as 2026-11-25. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
