import { createHash } from 'node:crypto';
import { canonicalJson } from '../vocabulary/canonicalJson.ts';
import type { Grant } from '../vocabulary/grant.ts';
import type { Release } from '../vocabulary/release.ts';

/** The name of a release: the SHA-256, in hexadecimal, of its canonical JSON in UTF-8, without signatures. */
export function hashRelease(release: Release): string {
  return hashCanonical(canonicalJson(release));
}

/** The SHA-256 of a grant's canonical JSON, by which a release names the clauses that it was made under. */
export function hashGrant(grant: Grant): string {
  return hashCanonical(canonicalJson(grant));
}

/** The SHA-256 of a text that is canonical JSON already. */
export function hashCanonical(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
