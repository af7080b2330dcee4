import { createHash } from 'node:crypto';

/**
 * The first 16 bytes of the SHA-256 of a public key (base64 of its 32 bytes) in groups of four letters, to be compared over
 * the telephone: `3f2a 91c0 …`.
 */
export function keyFingerprint(publicKey: string): string {
  const hash = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex');
  return hash.slice(0, 32).match(/.{4}/g)?.join(' ') ?? '';
}
