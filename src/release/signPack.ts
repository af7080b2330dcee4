import { type KeyObject, sign } from 'node:crypto';
import type { PackKeySignature } from '../vocabulary/packFile.ts';
import { packSignatureText } from './packSignatureText.ts';
import { publicKeyText } from './signRelease.ts';

/** Signs a pack by its hash for a district, with a key of the person's own: Ed25519 (RFC 8032). */
export function signPack(
  pack: string,
  signer: {
    readonly cds: string;
    readonly name: string;
    readonly role: string;
    readonly privateKey: KeyObject;
  },
  at: Date,
): PackKeySignature {
  const { cds, name, role, privateKey } = signer;
  const said = { cds, name, role, publicKey: publicKeyText(privateKey), signedAt: at.toISOString() };
  const signature = sign(null, Buffer.from(packSignatureText(pack, said), 'utf8'), privateKey);
  return { ...said, signature: signature.toString('base64') };
}
