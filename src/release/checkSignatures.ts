import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { ReleaseSignature, SignedRelease } from '../vocabulary/release.ts';
import { hashRelease } from './hashRelease.ts';
import { mixesAlphabets, plainName } from './plainName.ts';
import { signatureText } from './signatureText.ts';

export type CheckedSignatures = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/**
 * Whether two different people signed this very release with two different keys. Every signature must hold, those beyond
 * two as well. Refuses by name: too few, a person twice (however the name is spelled, `plainName`), a key twice, a name of
 * two alphabets, what is no Ed25519 key, and a signature that belongs to another release, name, role or time. Whose keys they are is not decided
 * here: whoever knows the district's keys compares them (`knownKeys`, base64 of 32 bytes), and a foreign one is refused.
 */
export function checkSignatures(signed: SignedRelease, knownKeys?: readonly string[]): CheckedSignatures {
  const { signatures } = signed;
  if (signatures.length === 0) return refused('Nobody has signed the release: it needs two people.');
  const mixed = signatures.find(({ name }) => mixesAlphabets(name) || plainName(name) === '');
  if (mixed) {
    return refused(
      `The name “${mixed.name}” has no letters, or mixes those of alphabets that look alike: whose it is cannot be read.`,
    );
  }
  const twice = repeated(signatures.map(({ name }) => plainName(name)));
  if (twice !== undefined) {
    return refused(`${signatures[twice]?.name} signed twice: it needs two different people.`);
  }
  const key = repeated(signatures.map(({ publicKey }) => publicKey));
  if (key !== undefined) {
    return refused(
      `${signatures[key]?.name} signed with a key that another person signed with: it needs two keys.`,
    );
  }
  const hash = hashRelease(signed.release);
  for (const one of signatures) {
    const trouble = signatureTrouble(hash, one);
    if (trouble !== undefined) return refused(trouble);
    if (knownKeys && !knownKeys.includes(one.publicKey)) {
      return refused(`${one.name} signed with a key that the district has not registered.`);
    }
  }
  if (signatures.length < 2) return refused(`Only ${signatures[0]?.name} has signed: it needs two people.`);
  return { ok: true };
}

/** Why one signature does not hold for the release of this hash, or undefined when it does. */
export function signatureTrouble(hash: string, one: ReleaseSignature): string | undefined {
  const publicKey = parsePublicKey(one.publicKey);
  if (!publicKey) return `The key of ${one.name} is no Ed25519 public key.`;
  const signature = Buffer.from(one.signature, 'base64');
  const isWhole = signature.length === 64 && signature.toString('base64') === one.signature;
  const text = Buffer.from(signatureText(hash, one), 'utf8');
  if (isWhole && verify(null, text, publicKey, signature)) return undefined;
  return `The signature of ${one.name} does not belong to this release: the release was changed since, or the signature is of another one.`;
}

/** The key in base64 of its 32 bytes, or undefined when it is none. */
export function parsePublicKey(text: string): KeyObject | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32 || bytes.toString('base64') !== text) return undefined;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') };
  return createPublicKey({ key: jwk, format: 'jwk' });
}

/** The place of the first that was there before. */
function repeated(all: readonly string[]): number | undefined {
  const at = all.findIndex((one, place) => all.indexOf(one) < place);
  return at < 0 ? undefined : at;
}

function refused(reason: string): CheckedSignatures {
  return { ok: false, reason };
}
