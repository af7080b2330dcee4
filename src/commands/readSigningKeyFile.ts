import { parseSigningKey } from '../release/parseSigningKey.ts';
import { isProvenKey } from '../release/provenKey.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { SigningKey } from '../vocabulary/signingKey.ts';
import { readTextFile } from './readTextFile.ts';

/** The public key in a file that `tandem vault key new` wrote. Refuses one that cannot be read, is none, or was changed. */
export function readSigningKeyFile(path: string): SigningKey {
  const text = readTextFile(path);
  if (text.startsWith('-----BEGIN AGE')) {
    throw new Refusal(
      `${path} is the key itself, which stays with its owner. Its public half is ${path}.pub.`,
    );
  }
  const key = parseSigningKey(text);
  if (!key)
    throw new Refusal(`${path} is no public signing key, as tandem vault key new writes it beside the key.`);
  if (key.format === 'tandem signing key 2' && !isProvenKey(key))
    throw new Refusal(
      `${path} is not as its owner made it: the name, role, mail address or key in it was changed.`,
    );
  return key;
}
