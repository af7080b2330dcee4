import type { VaultLock } from '../vault/store/vaultDescription.ts';
import { parseKeyFile, type VaultKey } from '../vault/store/vaultKey.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { askSecret, hasTerminal } from './askSecret.ts';
import type { CommandStreams } from './command.ts';
import { WrongUse } from './readOptions.ts';
import type { VaultKeyFlags } from './vaultKeyOptions.ts';
import { readSecret } from './readSecret.ts';

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
