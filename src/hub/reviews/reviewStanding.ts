import { daysBetween } from '../../vocabulary/daysBetween.ts';

type District = { readonly districtId: string };

export type SealedPack = {
  readonly hash: string;
  readonly seal: number;
  readonly signUntil: string;
  readonly signatures: readonly { readonly districtId: string }[];
  readonly isUnlocked: boolean;
};

export type ReviewState =
  | 'planned'
  | 'in preparation'
  | 'late'
  | 'waits for signatures'
  | 'signing lapsed'
  | 'unlocked'
  | 'signed'
  | 'called off';

export type ReviewStanding<Pack extends SealedPack> = {
  readonly state: ReviewState;
  /** The pack that counts: sealed, not unlocked, not lapsed unsigned. */
  readonly pack: Pack | undefined;
  /** Whether it still changes: nothing sealed counts, and it was not called off. */
  readonly isOpen: boolean;
  /** Whether it may be sealed now: it is open, and its day is near or past. */
  readonly mayBeSealed: boolean;
};

/** From so many days before its day a review is in preparation. */
export const preparationDays = 14;

/** Whether every district has signed a pack. */
export function isSignedByAll(pack: SealedPack, parties: readonly District[]): boolean {
  return (
    parties.length > 0 &&
    parties.every(({ districtId }) => pack.signatures.some((one) => one.districtId === districtId))
  );
}

/** How a review stands on a day, from what was planned, sealed, signed and unlocked: nobody types a state. */
export function reviewStanding<Pack extends SealedPack>(
  review: { readonly plannedOn: string; readonly isCalledOff: boolean; readonly packs: readonly Pack[] },
  parties: readonly District[],
  today: string,
): ReviewStanding<Pack> {
  const last = review.packs.toSorted((a, b) => a.seal - b.seal).at(-1);
  if (last && !last.isUnlocked) {
    if (isSignedByAll(last, parties))
      return { state: 'signed', pack: last, isOpen: false, mayBeSealed: false };
    if (last.signUntil >= today)
      return { state: 'waits for signatures', pack: last, isOpen: false, mayBeSealed: false };
    return { state: 'signing lapsed', pack: undefined, isOpen: true, mayBeSealed: true };
  }
  if (review.isCalledOff) return { state: 'called off', pack: undefined, isOpen: false, mayBeSealed: false };
  if (last) return { state: 'unlocked', pack: undefined, isOpen: true, mayBeSealed: true };
  const days = daysBetween(today, review.plannedOn);
  const state = days < 0 ? 'late' : days <= preparationDays ? 'in preparation' : 'planned';
  return { state, pack: undefined, isOpen: true, mayBeSealed: state !== 'planned' };
}
