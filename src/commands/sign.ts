import { ReleaseToSign } from '../vocabulary/releaseToSign.ts';
import type { CommandStreams } from './command.ts';
import { readJsonFile } from './readJsonFile.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import { signPackFile } from './signPackFile.ts';
import { signReleaseFile } from './signReleaseFile.ts';

const help = `tandem sign PACK.json --signing-key FILE --district CDS [--signing-passphrase-file FILE] [--json]
tandem sign TO-SIGN.json --signing-key FILE --hash HASH [--signing-passphrase-file FILE] [--json]

Signs with a key of your own (tandem vault key new), on the machine where it is. FILE.pub must lie beside it.

A sealed pack of a review, besides your signature on the hub, so that anybody who knows your key can check it without
trusting the hub. The pack is the file that its page gives; what it says is worked out anew and compared with its hash before
anything is signed. Writes the signature: paste it on the pack's page, under “Add a signature by key”.

A draft of a release, away from its vault: TO-SIGN.json is what tandem vault release DIR export wrote, and HASH what you read
in the draft's preview, not in that file. Writes the signature into a file of yours (> ana.signature); the vault takes it by
tandem vault release DIR sign --hash HASH --signature FILE.

  --district CDS   of a pack: the district that you sign for, by its code of 14 digits
  --hash HASH      of a release: at least the first 16 letters of the hash that you read in the preview
  --json           changes nothing: the signature is one JSON object
  --help           this text

Exit code: 0 signed, 1 refused (explained), 2 wrong use.
`;

const options = {
  'signing-key': { type: 'string' },
  district: { type: 'string' },
  hash: { type: 'string' },
  'signing-passphrase-file': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs `tandem sign` with the arguments that follow the word. */
export async function signCommand(args: string[], io: CommandStreams): Promise<number> {
  const { values, positionals } = readOptions(args, options, {
    least: 1,
    most: 1,
    what: 'one file to sign: a pack, or what tandem vault release DIR export wrote',
  });
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const [path = ''] = positionals;
  const keyFile = values['signing-key'];
  if (keyFile === undefined)
    throw new WrongUse('Give --signing-key FILE: your own, from tandem vault key new.');
  const asked = { keyFile, passphraseFile: values['signing-passphrase-file'] };
  const said = readJsonFile(path);
  const release = ReleaseToSign.safeParse(said);
  const signature = release.success
    ? await signReleaseFile(release.data, { ...asked, hash: values.hash, district: values.district }, io)
    : await signPackFile(said, { ...asked, path, cds: values.district, hash: values.hash }, io);
  io.stdout.write(`${JSON.stringify(signature)}\n`);
  return 0;
}
