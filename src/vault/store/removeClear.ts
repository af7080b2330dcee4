import { rmSync } from 'node:fs';
import type { VaultFolder } from './vaultFolder.ts';
import { syncFolder } from './wholeFile.ts';

/**
 * Removes what lies open, the students first. The file is removed, not overwritten: on today's disks that promises
 * nothing, so the manual asks for an encrypted disk.
 */
export async function removeClear(place: VaultFolder): Promise<void> {
  rmSync(place.clear, { force: true });
  rmSync(place.open, { recursive: true, force: true });
  await syncFolder(place.folder);
}
