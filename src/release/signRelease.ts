import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Release, ReleaseSignature } from '../vocabulary/release.ts';
import { hashRelease } from './hashRelease.ts';
import { signatureText } from './signatureText.ts';

/** Who signs, and with which Ed25519 private key. */
export type Signer = { readonly name: string; readonly role: string; readonly privateKey: KeyObject };

/** Signs a release: Ed25519 (RFC 8032) over its hash, the person's name and role, their public key and the time. */
export function signRelease(release: Release, signer: Signer, at: Date): ReleaseSignature {
  return signReleaseHash(hashRelease(release), signer, at);
}

/** The same by the name of the release alone, where its text is not at hand. */
export function signReleaseHash(release: string, signer: Signer, at: Date): ReleaseSignature {
  const { name, role, privateKey } = signer;
  const said = { name, role, publicKey: publicKeyText(privateKey), signedAt: at.toISOString() };
  const signature = sign(null, Buffer.from(signatureText(release, said), 'utf8'), privateKey);
  return { ...said, signature: signature.toString('base64') };
}

/** The public half of a private or public Ed25519 key: its raw 32 bytes in base64. */
export function publicKeyText(key: KeyObject): string {
  const { crv, x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  if (crv !== 'Ed25519' || x === undefined) throw new RangeError('A release is signed with an Ed25519 key.');
  return Buffer.from(x, 'base64url').toString('base64');
}
