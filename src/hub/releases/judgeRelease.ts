import { checkCells } from '../../release/checkCells.ts';
import { checkChain } from '../../release/checkChain.ts';
import { checkSignatures, plainName } from '../../release/checkSignatures.ts';
import { checkUnderGrant } from '../../release/checkUnderGrant.ts';
import { checkValues } from '../../release/checkValues.ts';
import type { Grant } from '../../vocabulary/grant.ts';
import type { Release, SignedRelease } from '../../vocabulary/release.ts';

type RegisteredSigner = { readonly name: string; readonly role: string; readonly publicKey: string };

/** What the hub holds a release against. */
export type Known = {
  /** Of the district that brought it; null: the operator did, for whichever district it names. */
  readonly broughtBy: string | null;
  /** The only grant it may name, for a push by token; null: any. */
  readonly onlyGrant: string | null;
  /** Grants of this partnership under which releases may enter today. */
  readonly grants: readonly Grant[];
  /** Ids of grants that were signed and hold no more. */
  readonly deadGrants: ReadonlySet<string>;
  /** Whether the token that brought it was revoked while it was checked. */
  readonly isTokenRevoked: boolean;
  /** Those whose signatures count for a district; the key in base64. */
  readonly signersOf: (cds: string) => readonly RegisteredSigner[];
  /** What the same vault released before, in order. */
  readonly earlier: readonly Release[];
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
  const signers = known.signersOf(release.district.cds);
  if (signers.length < 2)
    return [
      `${release.district.name} has registered ${signers.length === 1 ? 'one signer' : 'no signers'}: two sign a release. Their public keys are registered on the page “The door”.`,
    ];
  const signatures = checkSignatures(
    signed,
    signers.map(({ publicKey }) => publicKey),
  );
  const found = findGrant(release, known);
  const under =
    typeof found === 'string' ? [found] : checkUnderGrant(release, found, today).map((one) => one.sentence);
  return [
    ...(signatures.ok ? otherNames(signed, signers) : [signatures.reason]),
    ...under,
    ...[...checkCells(release), ...checkValues(release), ...checkChain(release, known.earlier)].map(
      (one) => one.sentence,
    ),
  ];
}

/** A key signs for the person it is registered of: the pages show the name and role that stand under the release. */
function otherNames({ signatures }: SignedRelease, signers: readonly RegisteredSigner[]): string[] {
  return signatures.flatMap(({ name, role, publicKey }) => {
    const of = signers.find((one) => one.publicKey === publicKey);
    if (!of || (plainName(of.name) === plainName(name) && plainName(of.role) === plainName(role))) return [];
    return [`${name} (${role}) signed with the key that is registered of ${of.name} (${of.role}).`];
  });
}

/** The live grant that a release names, or why there is none. */
function findGrant({ grant: { id } }: Release, { grants, deadGrants, onlyGrant }: Known): Grant | string {
  if (onlyGrant !== null && onlyGrant !== id) return 'The token that brought it is for another grant.';
  const grant = grants.find((one) => one.id === id);
  if (grant) return grant;
  return deadGrants.has(id)
    ? 'The grant it was made under holds no more: it ended, or was taken back.'
    : 'It names a grant that no agreement of this partnership has in force.';
}
