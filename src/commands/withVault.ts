import type { VaultOpening } from '../vault/store/openVault.ts';
import { useVault } from '../vault/store/useVault.ts';
import type { Vault } from '../vault/store/vault.ts';
import type { CommandStreams } from './command.ts';
import { readVaultKey } from './readVaultKey.ts';
import type { VaultKeyFlags } from './vaultKeyOptions.ts';

/**
 * Works on the vault in a folder for a command: one that stands open is left open, one that is closed is unsealed with the
 * key of the flags and sealed again. What a person should know of the vault's standing is told on standard error.
 */
export function withVault<T>(
  folder: string,
  flags: VaultKeyFlags,
  io: CommandStreams,
  work: (vault: Vault) => Promise<T>,
  opening: VaultOpening = { at: new Date() },
): Promise<T> {
  const key = async ({ kind }: { kind: 'passphrase' | 'key-file' }) => readVaultKey(flags, kind, io);
  const tell = (sentence: string): unknown => io.stderr.write(`${sentence}\n`);
  return useVault(folder, { ...opening, key, tell }, work);
}
