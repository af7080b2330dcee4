import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { sealDraft, type SealedRelease, selectSealed } from '../vault/release/sealDraft.store.ts';
import { selectOptionalDraft } from '../vault/release/releases.store.ts';
import { withdrawDraft } from '../vault/release/withdrawDraft.store.ts';
import { pathMustBeFree, releaseFileName, writeReleaseFile } from '../vault/release/writeReleaseFile.ts';
import type { Vault } from '../vault/store/vault.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { CommandStreams } from './command.ts';
import { WrongUse } from './readOptions.ts';
import { type ReleaseFlags, wholeFlag } from './vaultReleaseFlags.ts';
import { withVault } from './withVault.ts';

/** `tandem vault release DIR seal`: the draft leaves as one file, or a release that left is written again. */
export async function sealToFile(folder: string, flags: ReleaseFlags, io: CommandStreams): Promise<number> {
  const number = wholeFlag(flags.number, '--number', 1, 999_999);
  const { sealed, path, bytes } = await withVault(folder, flags, io, (vault) =>
    number === undefined ? sealAndWrite(vault, flags.out) : writeAgain(vault, number, flags.out),
  );
  const { release, hash } = sealed;
  const { sequence, embargoUntil } = release;
  if (flags.json) {
    io.stdout.write(`${JSON.stringify({ file: resolve(path), bytes, hash, sequence, embargoUntil })}\n`);
    return 0;
  }
  io.stdout.write(`Release ${sequence} of ${release.district.name} is in ${path} (${sizeText(bytes)}).\n`);
  io.stdout.write(
    `Its hash: ${hash}\nSigned by ${sealed.signatures.map(({ name }) => name).join(' and ')}.\n`,
  );
  io.stdout.write(
    embargoUntil === null
      ? 'There is no embargo: whoever has the file under the grant may see it.\n'
      : `Embargo: the partner may see it from ${embargoUntil} on; the hub keeps it back until then.\n`,
  );
  io.stdout.write(`Anyone can check it: tandem verify ${path}\n`);
  return 0;
}

function sizeText(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

type Written = { readonly sealed: SealedRelease; readonly path: string; readonly bytes: number };

async function sealAndWrite(vault: Vault, out: string | undefined): Promise<Written> {
  const draft = await selectOptionalDraft(vault);
  if (!draft) {
    throw new Refusal(
      'No draft stands. The file of a release that left is written again with --number N; a new one begins with prepare.',
    );
  }
  const path = out ?? releaseFileName(draft);
  // Before the account says that it left: whether there is a place for it.
  folderMustBe(path);
  pathMustBeFree(path);
  const sealed = await sealDraft(vault, new Date());
  return { sealed, path, bytes: await writeReleaseFile(path, sealed) };
}

async function writeAgain(vault: Vault, number: number, out: string | undefined): Promise<Written> {
  const sealed = await selectSealed(vault, number);
  const path = out ?? releaseFileName(sealed);
  folderMustBe(path);
  return { sealed, path, bytes: await writeReleaseFile(path, sealed) };
}

function folderMustBe(path: string): void {
  const folder = resolve(path, '..');
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Refusal(`There is no folder ${folder} to write the file into. Nothing left the vault.`);
  }
}

/** `tandem vault release DIR withdraw`: takes the draft back. */
export async function withdraw(folder: string, flags: ReleaseFlags, io: CommandStreams): Promise<number> {
  const { why } = flags;
  if (why === undefined) throw new WrongUse('Give --why TEXT: why the draft is taken back.');
  const draft = await withVault(folder, flags, io, (vault) => withdrawDraft(vault, why, new Date()));
  io.stdout.write(
    flags.json
      ? `${JSON.stringify({ withdrawn: draft.hash, why: why.trim() })}\n`
      : `The draft ${draft.hash.slice(0, 12)} of release ${draft.release.sequence} is taken back. The account keeps its hash and the reason, no figure.\n`,
  );
  return 0;
}
