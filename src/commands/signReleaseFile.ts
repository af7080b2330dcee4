import { signReleaseHash } from '../release/signRelease.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { DetachedSignature, ReleaseToSign } from '../vocabulary/releaseToSign.ts';
import type { CommandStreams } from './command.ts';
import { openOwnKey } from './openOwnKey.ts';
import { WrongUse } from './readOptions.ts';
import { readSigningKeyFile } from './readSigningKeyFile.ts';

type Asked = {
  readonly keyFile: string;
  readonly passphraseFile: string | undefined;
  readonly hash: string | undefined;
  readonly district: string | undefined;
};

/** Away from the vault nothing but the hash stands for the draft: 64 bits, so that nobody finds another that begins so. */
const fewestHashLetters = 16;

/**
 * Signs a draft by its hash, away from the vault. The hash is said apart, as it was read in the preview: what the file says of
 * itself is not what a person answers for.
 */
export async function signReleaseFile(
  toSign: ReleaseToSign,
  { keyFile, passphraseFile, hash, district }: Asked,
  io: CommandStreams,
): Promise<DetachedSignature> {
  if (district !== undefined) throw new WrongUse('--district is for a pack; a release is of its district.');
  if (hash === undefined)
    throw new WrongUse(
      'Give --hash: at least the first 16 letters of the hash that you read in the preview.',
    );
  const said = hash.toLowerCase();
  if (said.length < fewestHashLetters || !toSign.release.startsWith(said))
    throw new Refusal(
      `The file names ${toSign.release.slice(0, 16)}…, not ${said.slice(0, 16)}. Read the preview of the draft again and give at least 16 letters of its hash. Nothing was signed.`,
    );
  const { name, role } = readSigningKeyFile(`${keyFile}.pub`);
  const { sequence, partnership, shown, coded, suppressed } = toSign;
  const question = `Passphrase to sign release ${sequence} of ${toSign.district.name} for ${partnership} (${shown} cells shown, ${coded} as a range, ${suppressed} withheld): `;
  const privateKey = await openOwnKey(keyFile, passphraseFile, '--signing-passphrase-file', io, question);
  return {
    format: 'tandem release signature 1',
    release: toSign.release,
    signature: signReleaseHash(toSign.release, { name, role, privateKey }, new Date()),
  };
}
