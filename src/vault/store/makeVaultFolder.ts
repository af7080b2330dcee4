import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { Refusal } from '../../vocabulary/refusal.ts';
import type { VaultDescription } from './vaultDescription.ts';
import type { VaultFolder } from './vaultFolder.ts';

/**
 * Makes the folder of a new vault, which then stands open and empty; nothing is sealed yet. Refuses a folder that holds
 * anything. `openVault` makes the database in it.
 */
export function makeVaultFolder(place: VaultFolder, description: VaultDescription): void {
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  if (readdirSync(place.folder).length > 0) {
    throw new Refusal(`${place.folder} is not empty. Choose a new folder for the vault.`);
  }
  mkdirSync(place.open, { mode: 0o700 });
  writeFileSync(place.opened, `${JSON.stringify({ openedAt: description.madeAt })}\n`, { mode: 0o600 });
  writeFileSync(place.description, `${JSON.stringify(description, null, 2)}\n`);
}
