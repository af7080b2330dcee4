import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Refusal } from '../../vocabulary/refusal.ts';
import { fullVaultDisk } from './fullVaultDisk.ts';
import { type Progress, sealFile } from './sealFile.ts';
import { removeClear } from './removeClear.ts';
import { unsealFile } from './unsealFile.ts';
import type { VaultFolder } from './vaultFolder.ts';
import type { VaultKey } from './vaultKey.ts';
import { syncFolder } from './wholeFile.ts';

/**
 * Seals the clear file in the place of the earlier sealed one, and removes it. The new seal is read back from the disk and
 * opened in full before it takes the old one's place, and only then is the clear file removed. Call it with the lock held,
 * on a vault that DuckDB has let go of, with a key that opens the earlier seal. Refuses a full disk: the vault then still
 * stands open, and the earlier seal is whole.
 */
export async function sealVault(
  place: VaultFolder,
  key: VaultKey,
  at: Date,
  progress?: Progress,
): Promise<void> {
  if (existsSync(`${place.clear}.wal`)) throw new Error('the database was not written to its file whole');
  try {
    writeFileSync(place.closing, `${JSON.stringify({ startedAt: at.toISOString() })}\n`, { mode: 0o600 });
    const sha256 = await sealFile(place.clear, place.sealing, key, progress);
    const sealed = await unsealFile(place.sealing, undefined, key);
    if ('problem' in sealed || sealed.sha256 !== sha256) {
      throw new Refusal(
        `The new seal in ${place.folder} could not be read back as it was written: the disk may be failing. The vault still stands open; copy it to another disk.`,
      );
    }
    renameSync(place.sealing, place.sealed);
    await syncFolder(place.folder);
  } catch (cause) {
    rmSync(place.sealing, { force: true });
    rmSync(place.closing, { force: true });
    const megabytes = Math.ceil(statSync(place.clear).size / 1_000_000);
    throw fullVaultDisk(
      cause,
      `There is no room to seal the vault: it takes ${megabytes} MB on the disk of ${place.folder}. Nothing is lost, and the vault still stands open. Make room, then close it again.`,
    );
  }
  renameSync(place.closing, place.resealed);
  await removeClear(place);
}
