import { existsSync, writeFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { folderMustBeFree, initVault } from '../vault/store/initVault.ts';
import { fewestPassphraseLetters, makeKeyFile, type VaultKey } from '../vault/store/vaultKey.ts';
import { cdsLevel, parseCds } from '../vocabulary/cds.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { askSecret, hasTerminal } from './askSecret.ts';
import type { CommandStreams } from './command.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import { readVaultKey } from './readVaultKey.ts';
import { vaultKeyOptions } from './vaultKeyOptions.ts';

const help = `tandem vault init DIR --district CDS --name NAME [--key-file FILE | --passphrase-file FILE] [--json]

Makes an empty vault for one district in the new folder DIR, and seals it. Nothing leaves this machine, now or later.

  --district CDS          the district's 14-digit county-district-school code: 10621660000000
  --name NAME             its name: "Fresno Unified"
  --key-file FILE         seal with a key file; one is made when FILE is not there. age-keygen makes them too
  --passphrase-file FILE  seal with the first line of FILE; a terminal is asked twice when neither is given
  --json                  one JSON object: folder, district, lock, keyFileMade
  --help                  this text

Whoever loses the key or passphrase loses the vault: nobody can open it, we neither. Keep a copy apart from this machine.

Exit code: 0 done, 1 refused (explained; nothing was made), 2 wrong use.
`;

const options = {
  ...vaultKeyOptions,
  district: { type: 'string' },
  name: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs `tandem vault init` with the arguments that follow the words. */
export async function vaultInitCommand(args: string[], io: CommandStreams): Promise<number> {
  const { values, positionals } = readOptions(args, options, { least: 1, most: 1, what: 'a new folder' });
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const [folder = ''] = positionals;
  if (!values.district || !values.name?.trim()) throw new WrongUse('Give --district and --name.');
  const cds = parseCds(values.district);
  if (!cds || cdsLevel(cds) !== 'district') {
    throw new WrongUse(`${values.district} is no code of a district: 14 digits that end with seven zeros.`);
  }
  const district = { cds, name: values.name.trim() };
  folderMustBeFree(folder);
  const { key, madeFile } = await newKey(folder, values, io);
  await initVault(folder, district, key, new Date());
  const made = { folder: resolve(folder), district: cds, lock: key.kind, keyFileMade: madeFile ?? null };
  if (values.json) io.stdout.write(`${JSON.stringify(made)}\n`);
  else {
    io.stdout.write(`The vault of ${district.name} is made in ${folder}, empty and sealed.\n`);
    if (madeFile) {
      io.stdout.write(
        `Its key is in ${madeFile}. Without that file nobody opens the vault: keep a copy of it elsewhere.\n`,
      );
    }
    io.stdout.write(`Load extracts: tandem vault load ${folder} FILE…\n`);
  }
  return 0;
}

async function newKey(
  folder: string,
  values: { readonly 'key-file'?: string; readonly 'passphrase-file'?: string },
  io: CommandStreams,
): Promise<{ key: VaultKey; madeFile?: string }> {
  const keyFile = values['key-file'];
  if (keyFile !== undefined && resolve(keyFile).startsWith(resolve(folder) + sep)) {
    throw new WrongUse('Keep the key file outside of the vault: a key beside its lock protects nothing.');
  }
  if (keyFile !== undefined && !existsSync(keyFile) && values['passphrase-file'] === undefined) {
    const { text, key } = await makeKeyFile(new Date());
    writeKeyFile(keyFile, text);
    return { key, madeFile: resolve(keyFile) };
  }
  const isAsked = keyFile === undefined && values['passphrase-file'] === undefined;
  if (isAsked && !hasTerminal(io)) {
    throw new WrongUse('Give --key-file or --passphrase-file: there is no terminal to ask for a passphrase.');
  }
  const key = await readVaultKey(values, 'passphrase', io);
  if (!key) throw new Error('no key was read and nobody was asked for one');
  if (key.kind === 'passphrase') {
    if (key.passphrase.length < fewestPassphraseLetters) {
      throw new Refusal(
        `A passphrase needs at least ${fewestPassphraseLetters} letters; four words at random are good. Nothing was made.`,
      );
    }
    if (isAsked && (await askSecret(io, 'The same again: ')) !== key.passphrase) {
      throw new Refusal('The two were not the same. Nothing was made.');
    }
  }
  return { key };
}

function writeKeyFile(path: string, text: string): void {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    const { code } = cause as { code?: string };
    throw new Refusal(`The key file ${path} cannot be written (${code ?? 'unknown reason'}).`, { cause });
  }
}
