import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Refusal } from '../../vocabulary/refusal.ts';
import { fullVaultDisk } from './fullVaultDisk.ts';
import type { Progress } from './sealFile.ts';
import type { TakenVault } from './takeVault.ts';
import { unsealFile } from './unsealFile.ts';
import { type VaultKey, wrongKeySentence } from './vaultKey.ts';
import { syncFolder } from './wholeFile.ts';

export type Unsealing = {
  readonly at: Date;
  /** It is sealed again as soon as the command that asked has ended. */
  readonly forOneCommand: boolean;
  readonly progress?: Progress;
};

/**
 * Opens the sealed file into the private folder, which only its owner may enter. The sealed file stays as it is. Call it
 * with the lock held, on a vault that is closed and repaired. Refuses a wrong key, a damaged file and a full disk; then
 * nothing stands open. Answers the hash of what was opened.
 */
export async function unsealVault(
  { place, description }: Pick<TakenVault, 'place' | 'description'>,
  key: VaultKey,
  { at, forOneCommand, progress }: Unsealing,
): Promise<{ readonly sha256: string }> {
  mkdirSync(place.open, { mode: 0o700 });
  try {
    const unsealed = await unsealFile(place.sealed, place.unsealing, key, progress);
    if ('problem' in unsealed) {
      throw new Refusal(
        unsealed.problem === 'wrong key' ? wrongKeySentence(description.lock) : damagedSentence(place.sealed),
      );
    }
    const mark = JSON.stringify({ openedAt: at.toISOString(), forOneCommand });
    writeFileSync(place.opened, `${mark}\n`, { mode: 0o600 });
    renameSync(place.unsealing, place.clear);
    await syncFolder(place.open);
    return unsealed;
  } catch (cause) {
    rmSync(place.open, { recursive: true, force: true });
    const megabytes = Math.ceil(statSync(place.sealed).size / 1_000_000);
    throw fullVaultDisk(
      cause,
      `There is no room to open the vault: it takes ${megabytes} MB on the disk of ${place.folder}. Make room, then open it again; the sealed vault is whole.`,
    );
  }
}

function damagedSentence(path: string): string {
  return `${path} is damaged: it was cut short or changed after it was sealed. Put back a copy from your backup; nothing was opened.`;
}
