import { Refusal } from '../../vocabulary/refusal.ts';
import { closeVault } from './closeVault.ts';
import { fullVaultDisk } from './fullVaultDisk.ts';
import { openVault, type VaultOpening } from './openVault.ts';
import { removeClear } from './removeClear.ts';
import { standing, standingSentence } from './standing.ts';
import { type TakenVault, takeVault } from './takeVault.ts';
import { unsealVault } from './unsealVault.ts';
import type { Vault } from './vault.ts';
import { keyMustFitLock, type VaultKey } from './vaultKey.ts';
import type { VaultLock } from './vaultDescription.ts';
import { hashFile } from './wholeFile.ts';

export type VaultUse = VaultOpening & {
  /** Asked for the key only when the vault is closed; undefined when there is none to be had. */
  readonly key: (lock: VaultLock) => Promise<VaultKey | undefined>;
  /** Told sentences for a person: what was repaired, that the vault stands open. */
  readonly tell: (sentence: string) => void;
};

/**
 * Works on a vault. One that stands open is left open. One that is closed is unsealed for this work and sealed again after
 * it, also when the work fails, so that what it had finished is kept; without a key it is refused.
 */
export async function useVault<T>(
  folder: string,
  use: VaultUse,
  work: (vault: Vault) => Promise<T>,
): Promise<T> {
  const taken = await takeVault(folder);
  const { place, description, repaired, release } = taken;
  try {
    repaired.forEach(use.tell);
    const where = standing(place);
    const sentence = standingSentence(use.at, where, folder);
    if (sentence) use.tell(sentence);
    const key = where.open ? undefined : await keyForClosed(folder, description.lock, use);
    if (!key) return await workOn(taken, use, work);
    const { sha256 } = await unsealVault(taken, key, { at: use.at, forOneCommand: true });
    const sealAgain = async (): Promise<void> => {
      if ((await hashFile(place.clear)) === sha256) await removeClear(place);
      else await closeVault(taken, key, use.at);
    };
    const answer = await workOn(taken, use, work).catch(async (cause) => {
      await sealAgain().catch((trouble: Error) => use.tell(trouble.message));
      throw cause;
    });
    await sealAgain();
    return answer;
  } finally {
    release();
  }
}

async function workOn<T>(
  { place, description }: TakenVault,
  use: VaultUse,
  work: (vault: Vault) => Promise<T>,
): Promise<T> {
  const vault = await openVault(place, description.district, use);
  try {
    const answer = await work(vault);
    await vault.close();
    return answer;
  } catch (cause) {
    await vault.close().catch(() => undefined);
    throw fullVaultDisk(
      cause,
      `The disk of ${place.folder} is full: what was being written is not kept, all that was finished before it is. Make room, then ask again.`,
    );
  }
}

async function keyForClosed(folder: string, lock: VaultLock, use: VaultUse): Promise<VaultKey> {
  const key = await use.key(lock);
  if (!key) {
    const flag = lock.kind === 'passphrase' ? '--passphrase-file' : '--key-file';
    throw new Refusal(
      `The vault in ${folder} is closed. Open it first (tandem vault open ${folder}), or give ${flag} to have it opened for this command alone.`,
    );
  }
  keyMustFitLock(key, lock, folder);
  return key;
}
