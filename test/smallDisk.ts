import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of so many bytes, as a folder; or why there is none: only root may mount one, and not everywhere. */
export function mountSmallDisk(bytes: number): { folder: string; unmount: () => void } | { why: string } {
  if (process.getuid?.() !== 0) return { why: 'only root can mount a small disk: a full disk was NOT tried' };
  const folder = mkdtempSync(join(tmpdir(), 'tandem-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (mounted.status !== 0) {
    rmdirSync(folder);
    return { why: `mount failed (${mounted.stderr.trim()}): a full disk was NOT tried` };
  }
  return {
    folder,
    unmount: () => {
      spawnSync('umount', [folder]);
      rmdirSync(folder);
    },
  };
}
