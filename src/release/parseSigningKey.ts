import { SigningKey } from '../vocabulary/signingKey.ts';
import { parsePublicKey } from './checkSignatures.ts';

/** A public key file's text as what it says; undefined when it is none or its key is not of Ed25519. */
export function parseSigningKey(text: string): SigningKey | undefined {
  try {
    const said = SigningKey.safeParse(JSON.parse(text));
    return said.success && parsePublicKey(said.data.publicKey) ? said.data : undefined;
  } catch {
    return undefined;
  }
}
