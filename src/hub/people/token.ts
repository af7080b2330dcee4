import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 random bytes as text for a link or a cookie: nobody guesses it. */
export function newToken(random: Uint8Array = randomBytes(32)): string {
  return Buffer.from(random).toString('base64url');
}

/** Whether text has a token's form; anything else need not be looked up. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** What is kept of a token: its SHA-256. Enough against a copied store, for a token is random and not a password. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Compares in a time that does not depend on where the texts differ. */
export function isSameToken(one: string, other: string): boolean {
  return timingSafeEqual(hashToken(one), hashToken(other));
}
