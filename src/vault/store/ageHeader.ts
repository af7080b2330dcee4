import { Decrypter, Encrypter } from 'age-encryption';
import { passphraseIdentity, passphraseRecipient } from './passphraseStanza.ts';
import type { VaultKey } from './vaultKey.ts';

/** A header is a few hundred bytes; whatever has none in so many is no age file. */
export const mostHeaderBytes = 16_384;

/** A new age header to that key, and the file key that it wraps. */
export async function makeHeader(
  key: VaultKey,
): Promise<{ readonly header: Uint8Array; readonly fileKey: Uint8Array }> {
  const wrapped: Uint8Array[] = [];
  const encrypter = new Encrypter();
  encrypter.addRecipient({
    wrapFileKey: (fileKey) => {
      wrapped.push(fileKey.slice());
      return [];
    },
  });
  encrypter.addRecipient(
    key.kind === 'passphrase' ? passphraseRecipient(key.passphrase, key.workFactor) : key.recipient,
  );
  const emptyFile = await encrypter.encrypt(new Uint8Array());
  const length = headerLength(emptyFile);
  const [fileKey] = wrapped;
  if (length === undefined || !fileKey) throw new Error('age-encryption made a file without a header');
  return { header: emptyFile.slice(0, length), fileKey };
}

/** How long the header is at the beginning of a file; undefined when the bytes hold no whole one. */
export function headerLength(start: Uint8Array): number | undefined {
  const text = Buffer.from(start.buffer, start.byteOffset, Math.min(start.length, mostHeaderBytes));
  if (!text.toString('latin1', 0, 22).startsWith('age-encryption.org/v1\n')) return undefined;
  const lastLine = text.indexOf('\n--- ');
  const end = lastLine < 0 ? -1 : text.indexOf('\n', lastLine + 1);
  return end < 0 ? undefined : end + 1;
}

/** The file key of a header; undefined when the key is not the one that it was made for. Throws when it is damaged. */
export async function openHeader(header: Uint8Array, key: VaultKey): Promise<Uint8Array | undefined> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(key.kind === 'passphrase' ? passphraseIdentity(key.passphrase) : key.identity);
  try {
    return await decrypter.decryptHeader(header);
  } catch (cause) {
    if (cause instanceof Error && cause.message.startsWith('no identity matched')) return undefined;
    throw cause;
  }
}
