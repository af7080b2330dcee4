import { checkCells } from '../../release/checkCells.ts';
import { checkKnownChain, releasesText } from '../../release/checkChain.ts';
import { checkSigners, type KnownSigner } from '../../release/checkSigners.ts';
import { checkUnderGrant } from '../../release/checkUnderGrant.ts';
import { hashRelease } from '../../release/hashRelease.ts';
import { checkValues } from '../../release/checkValues.ts';
import type { Grant } from '../../vocabulary/grant.ts';
import type { Release, SignedRelease } from '../../vocabulary/release.ts';

/** A registered key; `holderId` names the account whose own it is, and `counts` whether it may sign (`maySign`). */
export type RegisteredSigner = KnownSigner & {
  readonly holderId: string | null;
  readonly isHolderHere: boolean;
  readonly counts: boolean;
};

/** What the hub holds a release against. */
export type Known = {
  /** Of the district that brought it; null: the operator did, for whichever district it names. */
  readonly broughtBy: string | null;
  /** The only grant it may name, for a push by token; null: any. */
  readonly onlyGrant: string | null;
  /** Grants of this partnership under which releases may enter today. */
  readonly grants: readonly Grant[];
  /** Ids of this partnership's other grants, with the sentence why nothing enters under them today. */
  readonly deadGrants: ReadonlyMap<string, string>;
  /** Whether the token that brought it was revoked while it was checked. */
  readonly isTokenRevoked: boolean;
  /** Everybody of the release's district who has a key here that was not taken off. */
  readonly signers: readonly RegisteredSigner[];
  /** What is here of the same vault, in any partnership of this hub, in order. */
  readonly others: readonly Release[];
};

/** Every promise of a release that does not hold, each a sentence; empty: it may enter, once the attacker has been tried. */
export function judgeRelease({
  signed,
  known,
  today,
}: {
  readonly signed: SignedRelease;
  readonly known: Known;
  readonly today: string;
}): string[] {
  const { release } = signed;
  if (known.broughtBy !== null && known.broughtBy !== release.district.cds)
    return [
      `It is a release of ${release.district.name} (${release.district.cds}), and was brought by another district.`,
    ];
  if (known.isTokenRevoked) return ['The token that brought it was revoked while it was checked.'];
  const signers = known.signers.filter(({ counts }) => counts);
  if (signers.length < 2)
    return [
      `${release.district.name} has ${signers.length === 1 ? 'one signer' : 'no signers'} whose key counts: two sign a release. Each registers their own key on the page “The door”, and another person of the district lets it sign.`,
    ];
  const found = findGrant(release, known);
  const under =
    typeof found === 'string' ? [found] : checkUnderGrant(release, found, today).map((one) => one.sentence);
  return [
    ...signatureTroubles(signed, known.signers),
    ...under,
    ...[...checkCells(release), ...checkValues(release)].map((one) => one.sentence),
    ...chainTroubles(release, known),
  ];
}

/** Two different accounts answer for it: the key of each, under the name and role that it is registered of. */
function signatureTroubles(signed: SignedRelease, all: readonly RegisteredSigner[]): string[] {
  const waiting = signed.signatures.flatMap(({ publicKey }) => {
    const of = all.find((one) => one.publicKey === publicKey && !one.counts);
    if (!of) return [];
    if (of.holderId === null)
      return [
        `The key of ${of.name} was registered for them by somebody else: ${of.name} registers one of their own, signed in themselves.`,
      ];
    return [
      of.isHolderHere
        ? `The key of ${of.name} waits for another person of the district to let it sign.`
        : `The key of ${of.name} counts no more: ${of.name} is not of the district’s people here any more.`,
    ];
  });
  if (waiting.length > 0) return waiting;
  const counting = all.filter(({ counts }) => counts);
  const holders = signed.signatures.map(
    ({ publicKey }) => counting.find((one) => one.publicKey === publicKey)?.holderId,
  );
  const twice = holders.findIndex((holder, at) => holder !== undefined && holders.indexOf(holder) < at);
  if (twice >= 0)
    return [
      `${signed.signatures[twice]?.name} signed twice: both signatures are of one account, and it needs two people.`,
    ];
  return checkSigners(signed, counting);
}

/**
 * A vault has one chain, of which this hub may see a part. What was made under a grant of this partnership that is in force must
 * be here, and so must everything where the release does not say under which grant it was made. What was made for others, or
 * under a grant that let nothing in any more, this hub does without: two people signed that it was audited.
 */
function chainTroubles(release: Release, { others, grants, deadGrants }: Known): string[] {
  const { troubles, missing } = checkKnownChain(release, others);
  const isLive = (grantId: string): boolean => grants.some(({ id }) => id === grantId);
  const own = missing.filter(({ grantId }) => grantId === undefined || isLive(grantId));
  const gap =
    own.length === 0
      ? []
      : [
          `It is release ${release.sequence} of its vault, and ${releasesText(own.map(({ sequence }) => sequence))} of this partnership ${own.length === 1 ? 'is' : 'are'} not here: bring ${own.length === 1 ? 'that' : 'those'} first.`,
        ];
  const replaced = others.find((one) => hashRelease(one) === release.supersedes);
  const strange =
    replaced && !isLive(replaced.grant.id) && !deadGrants.has(replaced.grant.id)
      ? ['The release whose place it takes was made for another partnership.']
      : [];
  return [...troubles.map(({ sentence }) => sentence), ...gap, ...strange];
}

/** What an accepted release rests on that is not here: releases of its vault to others, or under grants that have ended. */
export function notHereNotes(release: Release, { others, deadGrants }: Known): string[] {
  const { missing } = checkKnownChain(release, others);
  const isDead = ({ grantId = '' }: { readonly grantId: string | undefined }) => deadGrants.has(grantId);
  const note = (some: typeof missing, made: string): string[] =>
    some.length === 0
      ? []
      : [
          `Its vault made ${releasesText(some.map(({ sequence }) => sequence))} ${made}: that nothing is given away together with ${some.length === 1 ? 'that' : 'those'}, the two signers answer for.`,
        ];
  return [
    ...note(
      missing.filter((one) => !isDead(one)),
      'for other partnerships',
    ),
    ...note(missing.filter(isDead), 'under a grant that holds no more, and it never came here'),
  ];
}

/** The live grant that a release names, or why there is none. */
function findGrant({ grant: { id } }: Release, { grants, deadGrants, onlyGrant }: Known): Grant | string {
  if (onlyGrant !== null && onlyGrant !== id) return 'The token that brought it is for another grant.';
  const grant = grants.find((one) => one.id === id);
  if (grant) return grant;
  return deadGrants.get(id) ?? 'It names a grant that no agreement of this partnership has.';
}
