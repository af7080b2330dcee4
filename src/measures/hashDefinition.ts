import { createHash } from 'node:crypto';
import type { MeasureDefinition } from '../vocabulary/measure.ts';

/**
 * The SHA-256, in hexadecimal, of a definition's canonical JSON: every field, keys sorted, no white space,
 * UTF-8. Two figures compare only when the hashes of their definitions are equal.
 */
export function hashDefinition(definition: MeasureDefinition): string {
  const fields = Object.entries(definition).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(fields)), 'utf8')
    .digest('hex');
}
