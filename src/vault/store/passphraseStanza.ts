import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { type Identity, type Recipient, Stanza } from 'age-encryption';

const label = 'age-encryption.org/v1/scrypt';
/** age's own: about a second of work and 256 MB for each guess. */
const usualWorkFactor = 18;
const mostWorkFactor = 20;
const tagLength = 16;

/**
 * The scrypt recipient of the age format, on Node's own scrypt: two thirds of the time of the one in JavaScript
 * that age-encryption brings, and beside the main thread (a vault is unlocked three times while it is closed). Format: C2SP age, "scrypt".
 */
export function passphraseRecipient(passphrase: string, workFactor = usualWorkFactor): Recipient {
  return {
    wrapFileKey: async (fileKey) => {
      const salt = randomBytes(16);
      const key = await deriveKey(passphrase, salt, workFactor);
      const cipher = createCipheriv('chacha20-poly1305', key, new Uint8Array(12), {
        authTagLength: tagLength,
      });
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
      return [new Stanza(['scrypt', base64(salt), String(workFactor)], body)];
    },
  };
}

/** Answers null for a wrong passphrase; throws on a stanza that is no scrypt stanza of the format. */
export function passphraseIdentity(passphrase: string): Identity {
  return {
    unwrapFileKey: async (stanzas) => {
      const [stanza] = stanzas;
      if (!stanza?.args.includes('scrypt')) return null;
      const [, salt = '', workFactor = ''] = stanza.args;
      const saltBytes = Buffer.from(salt, 'base64');
      const isSound =
        stanzas.length === 1 &&
        stanza.args.length === 3 &&
        saltBytes.length === 16 &&
        /^[1-9]\d?$/.test(workFactor) &&
        Number(workFactor) <= mostWorkFactor &&
        stanza.body.length === 16 + tagLength;
      if (!isSound) throw new Error('the scrypt stanza is damaged');
      const key = await deriveKey(passphrase, saltBytes, Number(workFactor));
      const decipher = createDecipheriv('chacha20-poly1305', key, new Uint8Array(12), {
        authTagLength: tagLength,
      });
      decipher.setAuthTag(stanza.body.subarray(16));
      const fileKey = decipher.update(stanza.body.subarray(0, 16));
      try {
        decipher.final();
        return new Uint8Array(fileKey);
      } catch {
        return null;
      }
    },
  };
}

function deriveKey(passphrase: string, salt: Uint8Array, workFactor: number): Promise<Buffer> {
  const N = 2 ** workFactor;
  const options = { N, r: 8, p: 1, maxmem: 128 * 8 * N + 1024 * 1024 };
  const labelled = Buffer.concat([Buffer.from(label), salt]);
  return new Promise((resolve, reject) => {
    scrypt(passphrase, labelled, 32, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}
