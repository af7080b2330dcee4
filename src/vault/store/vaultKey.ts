import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { Refusal } from '../../vocabulary/refusal.ts';
import type { VaultLock } from './vaultDescription.ts';

/** What opens and seals a vault. It is never printed, and stays in this process. */
export type VaultKey =
  | { readonly kind: 'passphrase'; readonly passphrase: string; readonly workFactor?: number }
  | { readonly kind: 'key-file'; readonly identity: string; readonly recipient: string };

export const fewestPassphraseLetters = 12;

/**
 * The key in the text of a key file, as `age-keygen` or `tandem vault init` writes it: comments, and one line
 * `AGE-SECRET-KEY-1…`. Refuses a file that holds another number of keys; never repeats what it holds.
 */
export async function parseKeyFile(text: string, path: string): Promise<VaultKey> {
  const keys = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const [identity = ''] = keys.map((line) => line.trim());
  if (keys.length !== 1 || !identity.startsWith('AGE-SECRET-KEY-1')) {
    throw new Refusal(
      `${path} is no key file: it must hold one line that begins with AGE-SECRET-KEY-1, as age-keygen writes it.`,
    );
  }
  try {
    return { kind: 'key-file', identity, recipient: await identityToRecipient(identity) };
  } catch {
    throw new Refusal(`The key in ${path} is damaged. Use another copy of the key file.`);
  }
}

/** A new key, and the text of a key file that holds it, as age-keygen writes it. */
export async function makeKeyFile(at: Date): Promise<{ readonly text: string; readonly key: VaultKey }> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const text = `# created: ${at.toISOString()}\n# public key: ${recipient}\n${identity}\n`;
  return { text, key: { kind: 'key-file', identity, recipient } };
}

/** Refuses a passphrase for a vault with a key file and the other way round, before anything is tried. */
export function keyMustFitLock(key: VaultKey, lock: VaultLock, folder: string): void {
  if (key.kind === lock.kind && (key.kind === 'passphrase' || lock.kind === 'passphrase')) return;
  if (key.kind === 'passphrase') {
    throw new Refusal(`The vault in ${folder} is sealed with a key file. Give it with --key-file.`);
  }
  if (lock.kind === 'passphrase') {
    throw new Refusal(`The vault in ${folder} is sealed with a passphrase, not with a key file.`);
  }
  if (key.recipient !== lock.recipient) throw new Refusal(wrongKeySentence(lock));
}

export function wrongKeySentence({ kind }: VaultLock): string {
  return kind === 'passphrase'
    ? 'That is not the passphrase of this vault. Nothing was changed; try again.'
    : 'That is not the key file of this vault. Nothing was changed; look for the one it was made with.';
}
