import { hashRelease } from '../release/hashRelease.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { Release } from '../vocabulary/release.ts';
import type { CommandStreams } from './command.ts';
import { WrongUse } from './readOptions.ts';
import { readReleaseFile } from './readReleaseFile.ts';

/**
 * The releases of the same vault before one, from the files that --earlier names, in the vault's order whatever the order of the
 * flags. Refuses by its name a file that is no release, of another district, the release itself, a later one, or one given
 * twice. Whether they are those that it was audited against is left to `checkKnownChain`.
 */
export async function readEarlierReleases(
  paths: readonly string[],
  release: Release,
  io: CommandStreams,
): Promise<Release[]> {
  if (paths.includes('-'))
    throw new WrongUse('--earlier takes a file: only the release itself is read from standard input.');
  const own = hashRelease(release);
  const read: { readonly path: string; readonly hash: string; readonly release: Release }[] = [];
  for (const path of paths) {
    const { hash, signed } = await readReleaseFile(path, io);
    const one = signed.release;
    const twice = read.find((other) => other.hash === hash);
    if (twice) throw new Refusal(`${path} and ${twice.path} are the same release: give each once.`);
    if (hash === own) throw new Refusal(`${path} is the release itself, not one before it.`);
    if (one.district.cds !== release.district.cds) {
      throw new Refusal(
        `${path} is a release of ${one.district.name} (${one.district.cds}), not of ${release.district.name}: what two districts release is not audited together.`,
      );
    }
    if (one.sequence >= release.sequence) {
      throw new Refusal(
        `${path} is release ${one.sequence} of its vault, which is not before release ${release.sequence}.`,
      );
    }
    const rival = read.find((other) => other.release.sequence === one.sequence);
    if (rival) {
      throw new Refusal(
        `${path} and ${rival.path} are both release ${one.sequence}, and differ: at most one is of this vault.`,
      );
    }
    read.push({ path, hash, release: one });
  }
  return read.map((one) => one.release).toSorted((a, b) => a.sequence - b.sequence);
}
