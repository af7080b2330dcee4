import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { armor, Decrypter, Encrypter } from 'age-encryption';
import { Refusal } from '../../vocabulary/refusal.ts';
import { passphraseIdentity, passphraseRecipient } from '../store/passphraseStanza.ts';

/** A key file is about 500 bytes. */
const mostKeyFileBytes = 16_384;

/**
 * A new Ed25519 key for one person: the text of its file, sealed with the passphrase in the age format (armored; inside is a
 * PKCS #8 PEM, so that `age -d` and openssl read it when Tandem is gone), and the key itself.
 */
export async function makeSigningKey(
  passphrase: string,
  workFactor?: number,
): Promise<{ readonly sealed: string; readonly privateKey: KeyObject }> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient(passphrase, workFactor));
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const sealed = await encrypter.encrypt(pem.toString());
  return { sealed: armor.encode(sealed), privateKey };
}

/** The private key of a key file. Refuses a wrong passphrase and a file that is none, without repeating what it holds. */
export async function openSigningKey(text: string, passphrase: string, path: string): Promise<KeyObject> {
  const sealed = decodeArmor(text);
  if (!sealed) {
    throw new Refusal(
      `${path} is no signing key: it begins with -----BEGIN AGE ENCRYPTED FILE-----, as tandem vault key new writes it.`,
    );
  }
  const decrypter = new Decrypter();
  decrypter.addIdentity(passphraseIdentity(passphrase));
  let pem: string;
  try {
    pem = await decrypter.decrypt(sealed, 'text');
  } catch (cause) {
    if (cause instanceof Error && cause.message.startsWith('no identity matched')) {
      throw new Refusal(`That is not the passphrase of ${path}. Nothing was signed; try again.`);
    }
    throw new Refusal(`${path} is damaged: it was cut short or changed. Use another copy of the key.`);
  }
  const key = parsePem(pem);
  if (key?.asymmetricKeyType !== 'ed25519') throw new Refusal(`${path} holds no Ed25519 key.`);
  return key;
}

function decodeArmor(text: string): Uint8Array | undefined {
  if (text.length > mostKeyFileBytes) return undefined;
  try {
    return armor.decode(text);
  } catch {
    return undefined;
  }
}

function parsePem(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
