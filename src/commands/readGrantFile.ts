import { readFileSync } from 'node:fs';
import { parseGrant } from '../release/parseGrant.ts';
import type { Grant } from '../vocabulary/grant.ts';
import { Refusal } from '../vocabulary/refusal.ts';

/** The grant in a file, as the hub's page of the agreement gives it. Refuses what cannot be read or is none. */
export function readGrantFile(path: string): Grant {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const { code } = cause as { code?: string };
    throw new Refusal(`${path} cannot be read (${code ?? 'unknown reason'}).`, { cause });
  }
  const parsed = parseGrant(text);
  if (!parsed.ok) throw new Refusal(`${path} is no grant: ${parsed.reason}`);
  return parsed.grant;
}
