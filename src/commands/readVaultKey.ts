import { readFileSync, statSync } from 'node:fs';
import type { VaultLock } from '../vault/store/vaultDescription.ts';
import { parseKeyFile, type VaultKey } from '../vault/store/vaultKey.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { askSecret, hasTerminal } from './askSecret.ts';
import type { CommandStreams } from './command.ts';
import { WrongUse } from './readOptions.ts';
import type { VaultKeyFlags } from './vaultKeyOptions.ts';

/**
 * The key that the flags name or a person types; undefined when there is none to be had. Refuses a file that cannot be
 * read or holds no key. What it holds is never repeated.
 */
export async function readVaultKey(
  flags: VaultKeyFlags,
  lock: VaultLock['kind'],
  io: CommandStreams,
): Promise<VaultKey | undefined> {
  const { 'key-file': keyFile, 'passphrase-file': passphraseFile } = flags;
  if (keyFile !== undefined && passphraseFile !== undefined) {
    throw new WrongUse('Give --key-file or --passphrase-file, not both.');
  }
  if (keyFile !== undefined) return parseKeyFile(readSecret(keyFile, io), keyFile);
  if (passphraseFile !== undefined) {
    const [passphrase = ''] = readSecret(passphraseFile, io).split(/\r?\n/);
    if (passphrase === '') throw new Refusal(`The first line of ${passphraseFile} is empty.`);
    return { kind: 'passphrase', passphrase };
  }
  if (lock !== 'passphrase' || !hasTerminal(io)) return undefined;
  return { kind: 'passphrase', passphrase: await askSecret(io, 'Passphrase of the vault: ') };
}

/** As `readVaultKey`, where there is nothing to do without a key. */
export async function requireVaultKey(
  flags: VaultKeyFlags,
  lock: VaultLock['kind'],
  io: CommandStreams,
): Promise<VaultKey> {
  const key = await readVaultKey(flags, lock, io);
  if (key) return key;
  throw new Refusal(
    lock === 'passphrase'
      ? 'The vault is sealed with a passphrase: give it with --passphrase-file, or type it in a terminal.'
      : 'The vault is sealed with a key file: give it with --key-file.',
  );
}

/** The text of a file that holds a secret; says when others on the machine may read it. Refuses one that cannot be read. */
export function readSecret(path: string, io: CommandStreams): string {
  try {
    if ((statSync(path).mode & 0o077) !== 0 && process.platform !== 'win32') {
      io.stderr.write(`Others on this machine may read ${path}. Keep it to yourself: chmod 600 ${path}\n`);
    }
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    const { code } = cause as { code?: string };
    throw new Refusal(`${path} cannot be read (${code ?? 'unknown reason'}).`, { cause });
  }
}
