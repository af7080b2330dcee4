import { canonicalJson } from '../vocabulary/canonicalJson.ts';
import type { PackKeySignature } from '../vocabulary/packFile.ts';

/** What a person signs of a pack with a key of their own: its hash, for which district, who they are and when. */
export function packSignatureText(pack: string, signer: Omit<PackKeySignature, 'signature'>): string {
  const { cds, name, role, publicKey, signedAt } = signer;
  return canonicalJson({ format: 'tandem pack signature 1', pack, cds, name, role, publicKey, signedAt });
}
