import type { FocusAreaId } from '../../vocabulary/partnership.ts';
import type { Amount } from './capacityDraft.ts';
import { compareTerms, type Term } from './term.ts';

/** What a district offers in a focus area and term, and how much of it open and accepted asks use. */
export type OfferStanding = {
  readonly focusArea: FocusAreaId;
  readonly term: Term;
  readonly offered: Amount;
  readonly used: Amount;
  /** Calendar date after which nobody should ask any more. */
  readonly until: string;
  /** The person to ask is a member no more: nobody is there to be asked. */
  readonly personLeft: boolean;
};

/** A visit, or so many hours of calls. */
export type Wanted = { readonly kind: 'visit' } | { readonly kind: 'call'; readonly hours: number };

/** What is left of an offer; never below zero. */
export function capacityLeft({ offered, used }: Pick<OfferStanding, 'offered' | 'used'>): Amount {
  return {
    visits: Math.max(0, offered.visits - used.visits),
    hours: Math.max(0, offered.hours - used.hours),
  };
}

/** Whether an offer that is open on a day still holds what is wanted. */
export function isFree(offer: OfferStanding, wanted: Wanted, today: string): boolean {
  const left = capacityLeft(offer);
  if (offer.personLeft || offer.until < today) return false;
  return wanted.kind === 'visit' ? left.visits >= 1 : left.hours >= wanted.hours;
}

/** Whether anything at all is left of an offer that is open on a day. */
export function isAnythingFree(offer: OfferStanding, today: string): boolean {
  return isFree(offer, { kind: 'visit' }, today) || isFree(offer, { kind: 'call', hours: 1 }, today);
}

/** The earliest term in which what is wanted is free, among offers of one district and focus area; undefined when there is none. */
export function nextFreeTerm(
  offers: readonly OfferStanding[],
  wanted: Wanted,
  today: string,
): Term | undefined {
  return offers
    .filter((offer) => isFree(offer, wanted, today))
    .map(({ term }) => term)
    .sort(compareTerms)[0];
}
