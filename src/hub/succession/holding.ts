/** What somebody may carry in a partnership. */
export const holdingKinds = [
  { id: 'commitment', name: 'Commitment' },
  { id: 'engagement', name: 'Engagement' },
  { id: 'need', name: 'Need' },
  { id: 'cycle', name: 'Test cycle' },
  { id: 'ask', name: 'Ask to answer' },
  { id: 'pack', name: 'Review to sign' },
] as const;
export type HoldingKindId = (typeof holdingKinds)[number]['id'];

/** Somebody by name and mail address; `personId` null for one without account. */
export type HoldingPerson = {
  readonly personId: string | null;
  readonly name: string;
  readonly email: string;
};

/** One open thing that somebody carries, or that nobody does. */
export type Holding = {
  readonly kind: HoldingKindId;
  readonly id: string;
  readonly districtId: string;
  readonly title: string;
  /** The page it stands on, after the partnership's own path. */
  readonly path: string;
  /** The day it is due; null where it has none. */
  readonly due: string | null;
  readonly owner: HoldingPerson | null;
  readonly deputy: HoldingPerson | null;
  /** The other district's person it is shared with, where one is named. */
  readonly counterpart: HoldingPerson | null;
  /** Whether it can be given to somebody else by one press; false where its own page must do it. */
  readonly canMove: boolean;
};

/** Whether a person carries it, or stands in for whoever does. */
export function partOf(
  { owner, deputy }: Pick<Holding, 'owner' | 'deputy'>,
  person: { readonly personId: string; readonly email: string },
): 'owner' | 'deputy' | null {
  const is = (one: HoldingPerson | null) =>
    one !== null && (one.personId === person.personId || one.email === person.email);
  return is(owner) ? 'owner' : is(deputy) ? 'deputy' : null;
}

/**
 * What nobody carries: its owner is named nowhere, or was a member and is none any more. Somebody who never had an account may own
 * something; they cannot leave.
 */
export function orphansOf(holdings: readonly Holding[], memberIds: ReadonlySet<string>): readonly Holding[] {
  return holdings.filter(
    ({ owner }) => owner === null || (owner.personId !== null && !memberIds.has(owner.personId)),
  );
}
