import { hashPack } from '../release/hashPack.ts';
import { parsePackFile } from '../release/parsePackFile.ts';
import { signPack } from '../release/signPack.ts';
import type { PackFile, PackKeySignature } from '../vocabulary/packFile.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { CommandStreams } from './command.ts';
import { openOwnKey } from './openOwnKey.ts';
import { WrongUse } from './readOptions.ts';
import { readSigningKeyFile } from './readSigningKeyFile.ts';

type Asked = {
  readonly path: string;
  readonly keyFile: string;
  readonly passphraseFile: string | undefined;
  readonly cds: string | undefined;
  readonly hash: string | undefined;
};

/** Signs a sealed pack, read from its file, for a district. Refuses a pack that is not what its hash names. */
export async function signPackFile(
  said: unknown,
  { path, keyFile, passphraseFile, cds, hash }: Asked,
  io: CommandStreams,
): Promise<PackKeySignature> {
  if (cds === undefined) throw new WrongUse('Give --district CDS: the code of the district you sign for.');
  if (hash !== undefined) throw new WrongUse('--hash is for the draft of a release; a pack has its own.');
  const file = packOf(said, path);
  const district = file.pack.districts.find((one) => one.cds === cds);
  if (!district)
    throw new Refusal(
      `${cds} is no district of this pack: it has ${file.pack.districts.map((one) => `${one.cds} (${one.name})`).join(' and ')}. Nothing was signed.`,
    );
  const { name, role } = readSigningKeyFile(`${keyFile}.pub`);
  const question = `Passphrase to sign “${file.pack.review.title}” for ${district.name}: `;
  const privateKey = await openOwnKey(keyFile, passphraseFile, '--signing-passphrase-file', io, question);
  return signPack(file.hash, { cds, name, role, privateKey }, new Date());
}

/** The pack of a file, if it is one and says what its hash names. */
function packOf(said: unknown, path: string): PackFile {
  const parsed = parsePackFile(said);
  if (!parsed.ok) throw new Refusal(`${path}: ${parsed.reason} Nothing was signed.`);
  if (hashPack(parsed.content) !== parsed.file.hash)
    throw new Refusal(
      `${path} was changed after it was sealed: its hash names something else. Nothing was signed.`,
    );
  return parsed.file;
}
