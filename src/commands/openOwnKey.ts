import type { KeyObject } from 'node:crypto';
import { publicKeyText } from '../release/signRelease.ts';
import { openSigningKey } from '../vault/release/signingKey.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { CommandStreams } from './command.ts';
import { readSecret } from './readSecret.ts';
import { readSigningKeyFile } from './readSigningKeyFile.ts';
import { readSigningPassphrase } from './readSigningPassphrase.ts';

/** Opens a person's signing key with their passphrase. Refuses one whose FILE.pub beside it is not its public half. */
export async function openOwnKey(
  file: string,
  passphraseFile: string | undefined,
  flag: string,
  io: CommandStreams,
  question = 'Passphrase of your signing key: ',
): Promise<KeyObject> {
  const { publicKey } = readSigningKeyFile(`${file}.pub`);
  const text = readSecret(file, io);
  const passphrase = await readSigningPassphrase(passphraseFile, flag, question, io);
  const privateKey = await openSigningKey(text, passphrase, file);
  if (publicKeyText(privateKey) !== publicKey)
    throw new Refusal(`${file}.pub is not the public half of ${file}. Nothing was signed.`);
  return privateKey;
}
