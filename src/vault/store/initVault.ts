import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Refusal } from '../../vocabulary/refusal.ts';
import { lockVault } from './lockVault.ts';
import { openVault } from './openVault.ts';
import { sealVault } from './sealVault.ts';
import type { Vault } from './vault.ts';
import type { VaultDescription } from './vaultDescription.ts';
import { type VaultFolder, vaultFolder } from './vaultFolder.ts';
import type { VaultKey } from './vaultKey.ts';
import { syncFolder } from './wholeFile.ts';

/**
 * Makes an empty vault in a new folder, sealed with the key. The description is written last, so that a making that was
 * cut short is no vault, and is simply made again. Refuses a folder that holds a vault or anything else.
 */
export async function initVault(
  folder: string,
  district: Vault['district'],
  key: VaultKey,
  at: Date,
): Promise<void> {
  const place = folderMustBeFree(folder);
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  const lock = lockVault(place.folder);
  try {
    for (const path of [place.sealed, place.sealing, place.open])
      rmSync(path, { recursive: true, force: true });
    mkdirSync(place.open, { mode: 0o700 });
    const vault = await openVault(place, district, { at });
    await vault.close();
    await sealVault(place, key, at);
    const description: VaultDescription = {
      format: 'tandem-vault',
      version: 1,
      district,
      lock:
        key.kind === 'passphrase' ? { kind: 'passphrase' } : { kind: 'key-file', recipient: key.recipient },
      madeAt: at.toISOString(),
    };
    const part = `${place.description}.part`;
    writeFileSync(part, `${JSON.stringify(description, null, 2)}\n`);
    renameSync(part, place.description);
    await syncFolder(place.folder);
  } finally {
    lock.release();
  }
}

/** The paths of a vault that can be made in a folder: a new or empty one, or what a making that was cut short has left. */
export function folderMustBeFree(folder: string): VaultFolder {
  const place = vaultFolder(resolve(folder));
  if (existsSync(place.description)) throw new Refusal(`There is a vault in ${folder} already.`);
  const names = [place.sealed, place.sealing, place.open, `${place.description}.part`].map((path) =>
    basename(path),
  );
  names.push('lock.sqlite', 'lock.sqlite-journal', 'holder.txt');
  if (existsSync(place.folder) && readdirSync(place.folder).some((name) => !names.includes(name))) {
    throw new Refusal(`${folder} is not empty. Choose a new folder for the vault.`);
  }
  return place;
}
