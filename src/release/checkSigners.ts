import type { SignedRelease } from '../vocabulary/release.ts';
import { checkSignatures } from './checkSignatures.ts';
import { plainName } from './plainName.ts';

/** Somebody whose signature counts: the key in base64 of its 32 bytes. */
export type KnownSigner = { readonly name: string; readonly role: string; readonly publicKey: string };

/**
 * What stands against the signatures of a release, given whose keys are known: everything that `checkSignatures` refuses, and
 * a name or role that a key is not known by. Sentences; empty when two known people signed under their own names.
 */
export function checkSigners(signed: SignedRelease, known: readonly KnownSigner[]): string[] {
  const checked = checkSignatures(
    signed,
    known.map(({ publicKey }) => publicKey),
  );
  if (!checked.ok) return [checked.reason];
  return signed.signatures.flatMap(({ name, role, publicKey }) => {
    const of = known.find((one) => one.publicKey === publicKey);
    if (!of || (plainName(of.name) === plainName(name) && plainName(of.role) === plainName(role))) return [];
    return [`${name} (${role}) signed with the key that is registered of ${of.name} (${of.role}).`];
  });
}
