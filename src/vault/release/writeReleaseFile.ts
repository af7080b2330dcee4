import { existsSync, readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readRelease } from '../../release/readRelease.ts';
import { sealRelease } from '../../release/sealRelease.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import { fullVaultDisk } from '../store/fullVaultDisk.ts';
import { syncFolder, withFile, writeAll } from '../store/wholeFile.ts';
import type { SealedRelease } from './sealDraft.store.ts';

/** `fresno-unified-release-1.json.gz` */
export function releaseFileName({ release }: Pick<SealedRelease, 'release'>): string {
  const district = release.district.name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${district}-release-${release.sequence}.json.gz`;
}

/** Refuses a path at which something else stands than this release. */
export function pathMustBeFree(path: string, hash?: string): void {
  if (!existsSync(path)) return;
  const read = hash === undefined ? undefined : readRelease(readFileSync(path));
  if (read?.ok && read.hash === hash) return;
  throw new Refusal(
    `${path} is there already and is another file. Nothing was written; choose another name.`,
  );
}

/** Writes the one file that leaves: beside its name first, whole and on the disk before it takes it. */
export async function writeReleaseFile(path: string, { hash, signed }: SealedRelease): Promise<number> {
  pathMustBeFree(path, hash);
  const bytes = sealRelease(signed);
  const part = `${path}.part`;
  try {
    await withFile(part, 'w', async (file) => {
      await writeAll(file, bytes);
      await file.sync();
    });
    await rename(part, path);
    await syncFolder(dirname(path));
  } catch (cause) {
    const { code } = cause as { code?: string };
    const full = `There is no room for ${path}. The release is in the account of the vault: write its file again elsewhere.`;
    const told = fullVaultDisk(cause, full);
    if (told instanceof Refusal || code === undefined) throw told;
    throw new Refusal(
      `${path} cannot be written (${code}). The release is in the account of the vault: write its file again elsewhere.`,
      { cause },
    );
  }
  return bytes.length;
}
