import { closeVault, vaultMustBeOpen } from '../vault/store/closeVault.ts';
import { takeVault } from '../vault/store/takeVault.ts';
import { byteProgress } from './byteProgress.ts';
import type { CommandStreams } from './command.ts';
import { readOptions } from './readOptions.ts';
import { requireVaultKey } from './readVaultKey.ts';
import { vaultKeyOptions } from './vaultKeyOptions.ts';

const help = `tandem vault close DIR [--key-file FILE | --passphrase-file FILE] [--json]

Seals the vault: all of it is written, encrypted beside the earlier sealed file, read back and opened to prove it, put in
the earlier one's place, and only then is what lay open removed. The key must be the one that it was made with.

  --key-file FILE         the key file that it was made with
  --passphrase-file FILE  the passphrase, the first line of FILE; a terminal is asked when neither is given
  --json                  one JSON object: folder, sealedFile, sealedBytes
  --help                  this text

Exit code: 0 done, 1 refused (explained; the vault stands as it stood), 2 wrong use.
`;

/** Runs `tandem vault close` with the arguments that follow the words. */
export async function vaultCloseCommand(args: string[], io: CommandStreams): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    { ...vaultKeyOptions, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    { least: 1, most: 1, what: 'the folder of a vault' },
  );
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const [folder = ''] = positionals;
  const taken = await takeVault(folder);
  try {
    for (const sentence of taken.repaired) io.stderr.write(`${sentence}\n`);
    const { place, description } = taken;
    vaultMustBeOpen(place);
    const key = await requireVaultKey(values, description.lock.kind, io);
    const { sealedBytes } = await closeVault(taken, key, new Date(), byteProgress(io, 'sealed'));
    const sealed = { folder: place.folder, sealedFile: place.sealed, sealedBytes };
    io.stdout.write(
      values.json
        ? `${JSON.stringify(sealed)}\n`
        : `The vault of ${description.district.name} is sealed: ${place.sealed} (${(sealedBytes / 1e6).toFixed(1)} MB). Keep a copy of it and, apart from it, of its key.\n`,
    );
    return 0;
  } finally {
    taken.release();
  }
}
