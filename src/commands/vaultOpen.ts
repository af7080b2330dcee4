import { takeVault } from '../vault/store/takeVault.ts';
import { minuteText, standing } from '../vault/store/standing.ts';
import { unsealVault } from '../vault/store/unsealVault.ts';
import { keyMustFitLock } from '../vault/store/vaultKey.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { byteProgress } from './byteProgress.ts';
import type { CommandStreams } from './command.ts';
import { readOptions } from './readOptions.ts';
import { requireVaultKey } from './readVaultKey.ts';
import { vaultKeyOptions } from './vaultKeyOptions.ts';

const help = `tandem vault open DIR [--key-file FILE | --passphrase-file FILE] [--json]

Unseals the vault into DIR/open, a folder that only you may enter, and leaves it open until tandem vault close. While it
stands open, whoever can read your files on this disk can read the students; every command says so and since when.

  --key-file FILE         the key file that it was made with
  --passphrase-file FILE  the passphrase, the first line of FILE; a terminal is asked when neither is given
  --json                  one JSON object: folder, openedAt
  --help                  this text

Exit code: 0 done, 1 refused (explained; nothing was changed), 2 wrong use.
`;

/** Runs `tandem vault open` with the arguments that follow the words. */
export async function vaultOpenCommand(args: string[], io: CommandStreams): Promise<number> {
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
    const where = standing(taken.place);
    if (where.open) {
      throw new Refusal(`The vault in ${folder} has stood open since ${minuteText(where.since)}.`);
    }
    const { lock } = taken.description;
    const key = await requireVaultKey(values, lock.kind, io);
    keyMustFitLock(key, lock, folder);
    const at = new Date();
    await unsealVault(taken, key, { at, forOneCommand: false, progress: byteProgress(io, 'opened') });
    if (values.json) {
      io.stdout.write(`${JSON.stringify({ folder: taken.place.folder, openedAt: at.toISOString() })}\n`);
    } else {
      io.stdout.write(
        `The vault of ${taken.description.district.name} stands open. Its students can now be read in ${taken.place.open} by you and by whoever is this machine's administrator.\nWhen you are done, seal it: tandem vault close ${folder}\n`,
      );
    }
    return 0;
  } finally {
    taken.release();
  }
}
