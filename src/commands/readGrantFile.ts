import { parseGrant } from '../release/parseGrant.ts';
import type { Grant } from '../vocabulary/grant.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { readTextFile } from './readTextFile.ts';

/** The grant in a file, as the hub's page of the agreement gives it. Refuses what cannot be read or is none. */
export function readGrantFile(path: string): Grant {
  const text = readTextFile(path);
  const parsed = parseGrant(text);
  if (!parsed.ok) throw new Refusal(`${path} is no grant: ${parsed.reason}`);
  return parsed.grant;
}
