import { existsSync, readdirSync, rmSync } from 'node:fs';
import { removeClear } from './removeClear.ts';
import { minuteText, readMark } from './standing.ts';
import type { VaultFolder } from './vaultFolder.ts';

/**
 * Puts right what a killed process left, and says it in sentences; none when all is well. Call it with the lock held,
 * before anything else. The sealed file, or the clear one, or both are whole at every moment, so nothing is lost.
 */
export async function repairVault(place: VaultFolder): Promise<readonly string[]> {
  const told = repairPending(place);
  if (!existsSync(place.clear) || existsSync(place.resealed)) {
    if (existsSync(place.open)) await removeClear(place);
  }
  for (const path of [place.closing, place.unsealing, place.sealing]) rmSync(path, { force: true });
  rmSync(place.temporary, { recursive: true, force: true });
  return told === undefined ? [] : [told];
}

/** What a killed process left, in a sentence; undefined when all is well. A process at work leaves the same. */
export function repairPending(place: VaultFolder): string | undefined {
  if (!existsSync(place.open)) {
    return existsSync(place.sealing) ? 'A sealing was interrupted. Nothing is lost.' : undefined;
  }
  if (existsSync(place.resealed)) {
    return 'A closing was interrupted after the vault had been sealed and verified. It is closed now; nothing is lost.';
  }
  if (existsSync(place.clear)) {
    if (existsSync(place.closing)) {
      const { startedAt } = readMark(place.closing);
      const began = typeof startedAt === 'string' ? ` that began ${minuteText(new Date(startedAt))}` : '';
      return `A closing${began} was interrupted. Nothing is lost: the vault still stands open; close it again.`;
    }
    if (readMark(place.opened).forOneCommand !== true) return undefined;
    return 'A command that had opened the closed vault for itself was stopped before it could seal it again. What it had finished is kept; the vault stands open.';
  }
  if (existsSync(place.unsealing)) {
    return 'An opening was interrupted. Nothing is lost: the sealed vault is whole.';
  }
  return readdirSync(place.open).length > 0
    ? 'An opening or closing was interrupted. Nothing is lost: the sealed vault is whole.'
    : undefined;
}
