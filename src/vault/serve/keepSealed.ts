import { existsSync } from 'node:fs';
import { Refusal } from '../../vocabulary/refusal.ts';
import { closeVault } from '../store/closeVault.ts';
import { fullVaultDisk } from '../store/fullVaultDisk.ts';
import { openVault } from '../store/openVault.ts';
import { removeClear } from '../store/removeClear.ts';
import type { Progress } from '../store/sealFile.ts';
import { standing, standingSentence } from '../store/standing.ts';
import { type TakenVault, takeVault } from '../store/takeVault.ts';
import { checkKey } from '../store/unsealFile.ts';
import { unsealVault } from '../store/unsealVault.ts';
import type { Vault } from '../store/vault.ts';
import { keyMustFitLock, type VaultKey, wrongKeySentence } from '../store/vaultKey.ts';
import { hashFile } from '../store/wholeFile.ts';

export type Keeping = {
  readonly key: VaultKey;
  readonly now: () => Date;
  /** Told sentences for a person: what was repaired, that the vault stood open. */
  readonly tell: (sentence: string) => void;
  readonly opened?: Progress;
  readonly sealed?: Progress;
};

/**
 * Works on a vault, and seals it afterwards in any case: also when it stood open before, and when the work fails. So the key is
 * needed and proven before the work begins. A vault that was closed and is unchanged is not sealed anew.
 */
export async function keepSealed<T>(
  folder: string,
  keeping: Keeping,
  work: (vault: Vault) => Promise<T>,
): Promise<T> {
  const { key, now, tell } = keeping;
  const taken = await takeVault(folder);
  const { place, description } = taken;
  try {
    taken.repaired.forEach(tell);
    keyMustFitLock(key, description.lock, folder);
    const sha256 = await openWithKey(taken, folder, keeping);
    let answer: T;
    try {
      const vault = await openVault(place, description.district, { at: now() });
      try {
        answer = await work(vault);
      } finally {
        await vault.close();
      }
    } catch (cause) {
      await seal(taken, sha256, keeping).catch((trouble: Error) => tell(trouble.message));
      throw fullVaultDisk(
        cause,
        `The disk of ${place.folder} is full: what was being written is not kept, all that was finished before it is.`,
      );
    }
    await seal(taken, sha256, keeping);
    return answer;
  } finally {
    taken.release();
  }
}

/** Opens what is closed and answers the hash of what was in it; proves the key of what stands open. */
async function openWithKey(
  taken: TakenVault,
  folder: string,
  { key, now, tell, opened }: Keeping,
): Promise<string | undefined> {
  const { place, description } = taken;
  const sentence = standingSentence(now(), standing(place), folder);
  if (sentence === undefined) {
    const unsealing = { at: now(), forOneCommand: true, ...(opened ? { progress: opened } : {}) };
    return (await unsealVault(taken, key, unsealing)).sha256;
  }
  if (existsSync(place.sealed) && (await checkKey(place.sealed, key)) === 'wrong key') {
    throw new Refusal(wrongKeySentence(description.lock));
  }
  tell(sentence);
  return undefined;
}

async function seal(taken: TakenVault, sha256: string | undefined, keeping: Keeping): Promise<void> {
  const { place } = taken;
  if (sha256 !== undefined && (await hashFile(place.clear)) === sha256) await removeClear(place);
  else await closeVault(taken, keeping.key, keeping.now(), keeping.sealed);
}
