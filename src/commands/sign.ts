import { hashPack } from '../release/hashPack.ts';
import { parsePackFile } from '../release/parsePackFile.ts';
import { signPack } from '../release/signPack.ts';
import { publicKeyText } from '../release/signRelease.ts';
import type { PackFile } from '../vocabulary/packFile.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { openSigningKey } from '../vault/release/signingKey.ts';
import type { CommandStreams } from './command.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import { readSecret } from './readSecret.ts';
import { readSigningKeyFile } from './readSigningKeyFile.ts';
import { readSigningPassphrase } from './readSigningPassphrase.ts';
import { readTextFile } from './readTextFile.ts';

const help = `tandem sign PACK.json --signing-key FILE --district CDS [--signing-passphrase-file FILE] [--json]

Signs a sealed pack of a review with a key of your own (tandem vault key new), besides your signature on the hub, so that
anybody who knows your key can check it without trusting the hub. The pack is the file that its page gives; what it says
is worked out anew and compared with its hash before anything is signed. Writes the signature: paste it on the pack's
page, under “Add a signature by key”. FILE.pub must lie beside the key.

  --district CDS   the district that you sign for, by its code of 14 digits
  --json           changes nothing: the signature is one JSON object
  --help           this text

Exit code: 0 signed, 1 refused (explained), 2 wrong use.
`;

const options = {
  'signing-key': { type: 'string' },
  district: { type: 'string' },
  'signing-passphrase-file': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs `tandem sign` with the arguments that follow the word. */
export async function signCommand(args: string[], io: CommandStreams): Promise<number> {
  const { values, positionals } = readOptions(args, options, { least: 1, most: 1, what: 'one pack file' });
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const [path = ''] = positionals;
  const keyFile = values['signing-key'];
  const cds = values.district;
  if (keyFile === undefined)
    throw new WrongUse('Give --signing-key FILE: your own, from tandem vault key new.');
  if (cds === undefined) throw new WrongUse('Give --district CDS: the code of the district you sign for.');
  const file = readPackFile(path);
  const district = file.pack.districts.find((one) => one.cds === cds);
  if (!district)
    throw new Refusal(
      `${cds} is no district of this pack: it has ${file.pack.districts.map((one) => `${one.cds} (${one.name})`).join(' and ')}. Nothing was signed.`,
    );
  const { name, role, publicKey } = readSigningKeyFile(`${keyFile}.pub`);
  const text = readSecret(keyFile, io);
  const question = `Passphrase to sign “${file.pack.review.title}” for ${district.name}: `;
  const flag = '--signing-passphrase-file';
  const passphrase = await readSigningPassphrase(values['signing-passphrase-file'], flag, question, io);
  const privateKey = await openSigningKey(text, passphrase, keyFile);
  if (publicKeyText(privateKey) !== publicKey)
    throw new Refusal(`${keyFile}.pub is not the public half of ${keyFile}. Nothing was signed.`);
  const signature = signPack(file.hash, { cds, name, role, privateKey }, new Date());
  io.stdout.write(`${JSON.stringify(signature)}\n`);
  return 0;
}

/** The pack of a file, if it is one and says what its hash names. */
function readPackFile(path: string): PackFile {
  const parsed = parsePackFile(readJson(path));
  if (!parsed.ok) throw new Refusal(`${path}: ${parsed.reason} Nothing was signed.`);
  if (hashPack(parsed.content) !== parsed.file.hash)
    throw new Refusal(
      `${path} was changed after it was sealed: its hash names something else. Nothing was signed.`,
    );
  return parsed.file;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readTextFile(path));
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    return undefined;
  }
}
