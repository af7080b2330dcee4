import { existsSync, statSync } from 'node:fs';
import { Refusal } from '../../vocabulary/refusal.ts';
import { openVault } from './openVault.ts';
import type { Progress } from './sealFile.ts';
import { sealVault } from './sealVault.ts';
import { standing } from './standing.ts';
import type { TakenVault } from './takeVault.ts';
import { checkKey } from './unsealFile.ts';
import type { VaultFolder } from './vaultFolder.ts';
import { keyMustFitLock, type VaultKey, wrongKeySentence } from './vaultKey.ts';

/**
 * Seals a vault that stands open and removes what lay open. The key must open the earlier seal, so that a slip of the
 * finger cannot seal it with words that nobody knows. Refuses one that is closed, a wrong key and a full disk.
 */
export async function closeVault(
  taken: TakenVault,
  key: VaultKey,
  at: Date,
  progress?: Progress,
): Promise<{ readonly sealedBytes: number }> {
  const { place, description } = taken;
  vaultMustBeOpen(place);
  keyMustFitLock(key, description.lock, place.folder);
  // A sealed file that is gone or damaged cannot be asked; the new one takes its place.
  if (existsSync(place.sealed) && (await checkKey(place.sealed, key)) === 'wrong key') {
    throw new Refusal(wrongKeySentence(description.lock));
  }
  const vault = await openVault(place, description.district, { at });
  await vault.close();
  await sealVault(place, key, at, progress);
  return { sealedBytes: statSync(place.sealed).size };
}

export function vaultMustBeOpen(place: VaultFolder): void {
  if (!standing(place).open) throw new Refusal(`The vault in ${place.folder} is closed already.`);
}
