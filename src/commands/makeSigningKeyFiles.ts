import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { keyFingerprint } from '../release/keyFingerprint.ts';
import { makeProvenKey } from '../release/provenKey.ts';
import { makeSigningKey } from '../vault/release/signingKey.ts';
import { fewestPassphraseLetters } from '../vault/store/vaultKey.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { ProvenKey } from '../vocabulary/signingKey.ts';
import { askSecret } from './askSecret.ts';
import type { CommandStreams } from './command.ts';
import { readSigningPassphrase } from './readSigningPassphrase.ts';

/**
 * Makes a signing key for a person: FILE, sealed with their passphrase and readable by its owner alone, and FILE.pub.
 * Refuses to write over anything and a passphrase of fewer than twelve letters.
 */
export async function makeSigningKeyFiles(
  file: string,
  person: Pick<ProvenKey, 'name' | 'role' | 'mail'>,
  passphraseFile: string | undefined,
  io: CommandStreams,
) {
  const publicFile = `${file}.pub`;
  for (const path of [file, publicFile]) {
    if (existsSync(path)) throw new Refusal(`${path} is there already. Nothing was made.`);
  }
  const question = 'Passphrase for the key: ';
  const passphrase = await readSigningPassphrase(passphraseFile, '--passphrase-file', question, io);
  if (passphrase.length < fewestPassphraseLetters) {
    throw new Refusal(
      `A passphrase needs at least ${fewestPassphraseLetters} letters; four words at random are good. Nothing was made.`,
    );
  }
  if (passphraseFile === undefined && (await askSecret(io, 'The same again: ')) !== passphrase) {
    throw new Refusal('The two were not the same. Nothing was made.');
  }
  const { sealed, privateKey } = await makeSigningKey(passphrase);
  const key = makeProvenKey(person, privateKey, new Date());
  write(file, sealed.endsWith('\n') ? sealed : `${sealed}\n`, 0o600);
  write(publicFile, `${JSON.stringify(key, null, 2)}\n`, 0o644);
  return {
    ...key,
    file: resolve(file),
    publicFile: resolve(publicFile),
    fingerprint: keyFingerprint(key.publicKey),
  };
}

function write(path: string, text: string, mode: number): void {
  try {
    writeFileSync(path, text, { mode, flag: 'wx' });
  } catch (cause) {
    const { code } = cause as { code?: string };
    throw new Refusal(`${path} cannot be written (${code ?? 'unknown reason'}).`, { cause });
  }
}
