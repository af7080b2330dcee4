import { readFileSync, statSync } from 'node:fs';
import { Refusal } from '../vocabulary/refusal.ts';
import type { CommandStreams } from './command.ts';

/** The text of a file that holds a secret; says when others on the machine may read it. Refuses one that cannot be read. */
export function readSecret(path: string, io: CommandStreams): string {
  try {
    if ((statSync(path).mode & 0o077) !== 0 && process.platform !== 'win32') {
      io.stderr.write(`Others on this machine may read ${path}. Keep it to yourself: chmod 600 ${path}\n`);
    }
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    const { code } = cause as { code?: string };
    throw new Refusal(`${path} cannot be read (${code ?? 'unknown reason'}).`, { cause });
  }
}
