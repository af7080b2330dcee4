import { resolve } from 'node:path';
import { lockVault } from './lockVault.ts';
import { repairVault } from './repairVault.ts';
import { readDescription, type VaultDescription } from './vaultDescription.ts';
import { type VaultFolder, vaultFolder } from './vaultFolder.ts';

/** A vault that this process alone may touch, open or closed. */
export type TakenVault = {
  readonly place: VaultFolder;
  readonly description: VaultDescription;
  /** What a killed process had left and was put right, in sentences. */
  readonly repaired: readonly string[];
  readonly release: () => void;
};

/** Takes the lock of a vault and repairs what a killed process left. Refuses where there is none, or when it is in use. */
export async function takeVault(folder: string): Promise<TakenVault> {
  const place = vaultFolder(resolve(folder));
  const description = readDescription(place);
  const { release } = lockVault(place.folder);
  try {
    return { place, description, repaired: await repairVault(place), release };
  } catch (cause) {
    release();
    throw cause;
  }
}
