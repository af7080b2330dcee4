import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { whoHoldsVault } from '../vault/store/lockVault.ts';
import { repairPending } from '../vault/store/repairVault.ts';
import { standing, standingSentence } from '../vault/store/standing.ts';
import { readDescription } from '../vault/store/vaultDescription.ts';
import { vaultFolder } from '../vault/store/vaultFolder.ts';
import type { CommandStreams } from './command.ts';
import { readOptions } from './readOptions.ts';

const help = `tandem vault status DIR [--json]
tandem vault DIR

Says whose vault lies in DIR, how it is sealed, and whether it stands open and since when. It changes nothing and needs
no key.

  --json  one JSON object: district, name, lock, open, since, sealedBytes, inUse, interrupted
  --help  this text

Exit code: 0 closed, 1 open or no vault (explained), 2 wrong use.
`;

/** Runs `tandem vault status` with the arguments that follow the words. */
export async function vaultStatusCommand(args: string[], io: CommandStreams): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    { least: 1, most: 1, what: 'the folder of a vault' },
  );
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const [folder = ''] = positionals;
  const place = vaultFolder(resolve(folder));
  const { district, lock } = readDescription(place);
  const where = standing(place);
  const sealedBytes = existsSync(place.sealed) ? statSync(place.sealed).size : null;
  const inUse = whoHoldsVault(place.folder) ?? null;
  // A process at work leaves what an interrupted one would.
  const interrupted = inUse === null ? (repairPending(place) ?? null) : null;
  if (values.json) {
    const since = where.open ? where.since.toISOString() : null;
    const { cds, name } = district;
    io.stdout.write(
      `${JSON.stringify({ district: cds, name, lock: lock.kind, open: where.open, since, sealedBytes, inUse, interrupted })}\n`,
    );
  } else {
    const how = lock.kind === 'passphrase' ? 'a passphrase' : 'a key file';
    const size =
      sealedBytes === null ? 'the sealed file is missing' : `${(sealedBytes / 1e6).toFixed(1)} MB sealed`;
    io.stdout.write(`The vault of ${district.name} (${district.cds}), sealed with ${how}; ${size}.\n`);
    if (inUse !== null) io.stdout.write(`A Tandem process works on it${inUse && ` (process ${inUse})`}.\n`);
    if (interrupted) io.stdout.write(`${interrupted}\n`);
    io.stdout.write(`${standingSentence(new Date(), where, folder) ?? 'It is closed.'}\n`);
  }
  return where.open ? 1 : 0;
}
