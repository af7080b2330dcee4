import { readFileSync } from 'node:fs';
import { Refusal } from '../vocabulary/refusal.ts';

/** The text of a small file that a command takes by its name, without a byte-order mark; refuses one that cannot be read. */
export function readTextFile(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    const { code } = cause as { code?: string };
    throw new Refusal(`${path} cannot be read (${code ?? 'unknown reason'}).`, { cause });
  }
}
