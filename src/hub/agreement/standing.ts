import { daysBetween } from '../../vocabulary/daysBetween.ts';
import type { GrantClause, Terms } from './terms.ts';

/** One version of an agreement's terms, as a district put it forward. */
export type AgreementVersion = {
  readonly version: number;
  readonly step: 'drafted' | 'proposed' | 'countered';
  /** Of the district that put it forward. */
  readonly cds: string;
  readonly terms: Terms;
};

export type Signing = { readonly version: number; readonly cds: string };

/** The agreement ended before its date (`grantId` null), or one grant of it taken back. */
export type Ending = { readonly grantId: string | null };

export type AgreementState =
  | 'draft'
  | 'proposed'
  | 'countered'
  | 'signed'
  | 'active'
  | 'expiring'
  | 'ended'
  | 'lapsed';

export type Standing = {
  readonly state: AgreementState;
  /** The version whose grants hold today; none before the start, after the end, or while nothing is signed by all. */
  readonly inForce: AgreementVersion | null;
  /** The newest version that every district signed, whatever the day; one that begins later leaves `inForce` as it is. */
  readonly signed: AgreementVersion | null;
  /** Put forward after the signed version, and not signed by all. */
  readonly open: AgreementVersion | null;
  /** The last day of the version in force, when it is near. */
  readonly expiresOn: string | null;
};

/** So many days before its end an agreement is said to be expiring. */
export const expiringDays = 60;

/**
 * How an agreement stands on a day, from what was put forward, signed and ended: nobody types a state. `versions` oldest
 * first; each takes the signature of all its parties. An amendment changes nothing until all have signed it.
 */
export function standingOf(
  agreement: {
    readonly versions: readonly AgreementVersion[];
    readonly signings: readonly Signing[];
    readonly endings: readonly Ending[];
  },
  today: string,
): Standing {
  const { versions, signings, endings } = agreement;
  const isSigned = ({ version, terms }: AgreementVersion) =>
    terms.parties.every(({ cds }) => signings.some((by) => by.version === version && by.cds === cds));
  const newest = versions.at(-1);
  if (!newest) throw new RangeError('an agreement has a version');
  const signed = versions.findLast(isSigned) ?? null;
  const begun = versions.findLast((one) => isSigned(one) && one.terms.validFrom <= today) ?? null;
  const open = newest === signed ? null : newest;
  const ended = endings.some(({ grantId }) => grantId === null);
  const rest = { signed, open: ended ? null : open, inForce: null, expiresOn: null };
  if (ended || (signed && signed.terms.validUntil < today)) return { ...rest, state: 'ended' };
  if (!signed) return { ...rest, state: newest.terms.validUntil < today ? 'lapsed' : offered[newest.step] };
  if (!begun || begun.terms.validUntil < today) return { ...rest, state: 'signed' };
  const near = begun === signed && daysBetween(today, begun.terms.validUntil) <= expiringDays;
  return {
    ...rest,
    state: near ? 'expiring' : 'active',
    inForce: begun,
    expiresOn: near ? begun.terms.validUntil : null,
  };
}

const offered = { drafted: 'draft', proposed: 'proposed', countered: 'countered' } as const;

/** A grant that holds, or whose figures may still be seen, on a day. */
export type LiveGrant = {
  readonly clause: GrantClause;
  readonly version: AgreementVersion;
  /** Whether new releases may enter under it. */
  readonly takesReleases: boolean;
};

/** The grants by which something may be seen on a day: those in force, and those whose figures outlast the agreement's end. */
export function liveGrants(agreement: Parameters<typeof standingOf>[0], today: string): LiveGrant[] {
  const { state, inForce, signed } = standingOf(agreement, today);
  const takenBack = new Set(agreement.endings.map(({ grantId }) => grantId));
  if (takenBack.has(null)) return [];
  const outlasts =
    state === 'ended' &&
    signed &&
    daysBetween(signed.terms.validUntil, today) <= signed.terms.daysSeenAfterEnd;
  const version = inForce ?? (outlasts ? signed : null);
  if (!version) return [];
  return version.terms.grants
    .filter(({ id }) => !takenBack.has(id))
    .map((clause) => ({ clause, version, takesReleases: inForce !== null }));
}

/** Signed, and something of it is seen or is going to be: also in the days after its end on which figures are still seen. */
export function canBeEnded(agreement: Parameters<typeof standingOf>[0], today: string): boolean {
  const { signed, state } = standingOf(agreement, today);
  return signed !== null && (state !== 'ended' || liveGrants(agreement, today).length > 0);
}

/** The district when it is one of those that a version binds; a district that joined the partnership later is not. */
export function partyTo<District extends { readonly cds: string }>(
  version: AgreementVersion | null,
  district: District | undefined,
): District | undefined {
  return version?.terms.parties.some(({ cds }) => cds === district?.cds) ? district : undefined;
}

/** The version that waits for the signature of a district on a day; null when none does. */
export function waitingFor(
  agreement: Parameters<typeof standingOf>[0],
  district: { readonly cds: string } | undefined,
  today: string,
): AgreementVersion | null {
  const { open, state } = standingOf(agreement, today);
  const own = partyTo(open, district);
  if (!open || !own || open.step === 'drafted' || state === 'lapsed') return null;
  return agreement.signings.some((by) => by.version === open.version && by.cds === own.cds) ? null : open;
}
