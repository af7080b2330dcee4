import { canonicalJson } from '../vocabulary/canonicalJson.ts';
import type { ReleaseSignature } from '../vocabulary/release.ts';

/** What a person signs: the hash of the release, who they are, with which key, and when. */
export function signatureText(release: string, signer: Omit<ReleaseSignature, 'signature'>): string {
  const { name, role, publicKey, signedAt } = signer;
  return canonicalJson({ format: 'tandem signature 1', release, name, role, publicKey, signedAt });
}
