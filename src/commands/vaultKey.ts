import { keyFingerprint } from '../release/keyFingerprint.ts';
import { endSigner, registerSigner, selectSigners } from '../vault/release/signers.store.ts';
import type { CommandStreams } from './command.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import { vaultKeyHelp, vaultKeyOptions } from './vaultKeyOptions.ts';
import { makeSigningKeyFiles } from './makeSigningKeyFiles.ts';
import { readSigningKeyFile } from './readSigningKeyFile.ts';
import { withVault } from './withVault.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';

const help = `tandem vault key new FILE --name NAME --role ROLE [--passphrase-file FILE] [--json]
tandem vault key show FILE.pub [--json]
tandem vault key register DIR FILE.pub [--key-file FILE | --passphrase-file FILE] [--json]
tandem vault key list DIR [--json]
tandem vault key end DIR --name NAME [--json]

Two people of the district sign each release, each with a key of their own that only they keep.

  new       makes a key: FILE, sealed with a passphrase that only its owner knows (in the age format), and FILE.pub, its
            public half, for the vault and the partner. Each of the two people makes their own
  show      whose a public key is, and its fingerprint: read it to each other before it is registered
  register  lets the key sign releases of the vault DIR. Nobody else's signature counts there
  list      everyone who may sign or once might, and since when
  end       the key of NAME signs no more; what it signed stays signed

  --name NAME             the person's name, as it stands under the release
  --role ROLE             what they are in the district: "Privacy counsel"
${vaultKeyHelp}
                          (of new: the passphrase that is to seal the key)
  --json                  one JSON object
  --help                  this text

Whoever loses a key makes a new one; the old one is ended. No release is lost by it.
Exit code: 0 done, 1 refused (explained), 2 wrong use.
`;

const options = {
  ...vaultKeyOptions,
  name: { type: 'string' },
  role: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Asked = {
  readonly name?: string;
  readonly role?: string;
  readonly json?: boolean;
  readonly 'key-file'?: string;
  readonly 'passphrase-file'?: string;
};

type Verb = {
  readonly words: number;
  readonly what: string;
  readonly run: (words: readonly string[], asked: Asked, io: CommandStreams) => Promise<string>;
};

const verbs: Readonly<Record<string, Verb>> = {
  new: { words: 1, what: 'the file for the new key', run: makeKey },
  show: { words: 1, what: 'a public key file', run: showKey },
  register: { words: 2, what: 'the folder of a vault and a public key file', run: register },
  list: { words: 1, what: 'the folder of a vault', run: list },
  end: { words: 1, what: 'the folder of a vault', run: end },
};

/** Runs `tandem vault key` with the arguments that follow the words. */
export async function vaultKeyCommand(args: string[], io: CommandStreams): Promise<number> {
  const [word = '', ...rest] = args;
  const verb = Object.hasOwn(verbs, word) ? verbs[word] : undefined;
  if (word === '--help' || word === '-h' || rest.includes('--help') || rest.includes('-h')) {
    io.stdout.write(help);
    return 0;
  }
  if (!verb) throw new WrongUse(`Say what to do with keys: ${Object.keys(verbs).join(', ')}.`);
  const { values, positionals } = readOptions(rest, options, {
    least: verb.words,
    most: verb.words,
    what: verb.what,
  });
  io.stdout.write(await verb.run(positionals, values, io));
  return 0;
}

async function makeKey([file = '']: readonly string[], asked: Asked, io: CommandStreams): Promise<string> {
  const { name = '', role = '' } = asked;
  if (!name.trim() || !role.trim())
    throw new WrongUse('Give --name and --role: they stand under each release.');
  if (asked['key-file'] !== undefined) throw new WrongUse('A signing key is sealed with a passphrase only.');
  const person = { name: name.trim(), role: role.trim() };
  const made = await makeSigningKeyFiles(file, person, asked['passphrase-file'], io);
  if (asked.json) return `${JSON.stringify(made)}\n`;
  return `The key of ${made.name} is in ${made.file}, sealed with the passphrase. Keep both to yourself; a copy elsewhere is good.
Its public half is in ${made.publicFile}. Its fingerprint: ${made.fingerprint}
Let it sign: tandem vault key register DIR ${made.publicFile}
`;
}

async function showKey([file = '']: readonly string[], asked: Asked): Promise<string> {
  const key = readSigningKeyFile(file);
  const fingerprint = keyFingerprint(key.publicKey);
  if (asked.json) return `${JSON.stringify({ ...key, fingerprint })}\n`;
  return `${key.name}, ${key.role}; made ${calendarDay(new Date(key.madeAt))}
public key   ${key.publicKey}
fingerprint  ${fingerprint}
`;
}

async function register(
  [folder = '', file = '']: readonly string[],
  asked: Asked,
  io: CommandStreams,
): Promise<string> {
  const key = readSigningKeyFile(file);
  await withVault(folder, asked, io, (vault) => registerSigner(vault, key, new Date()));
  const fingerprint = keyFingerprint(key.publicKey);
  if (asked.json) return `${JSON.stringify({ ...key, fingerprint })}\n`;
  return `${key.name}, ${key.role}, may sign releases from now on. Fingerprint of the key: ${fingerprint}
Ask ${key.name} whether it is theirs: tandem vault key show ${file}
`;
}

async function list([folder = '']: readonly string[], asked: Asked, io: CommandStreams): Promise<string> {
  const signers = await withVault(folder, asked, io, selectSigners);
  const told = signers.map((one) => ({ ...one, fingerprint: keyFingerprint(one.publicKey) }));
  if (asked.json) return `${JSON.stringify({ signers: told })}\n`;
  if (told.length === 0) {
    return `Nobody may sign yet. Each of two people makes a key (tandem vault key new), then: tandem vault key register ${folder} FILE.pub\n`;
  }
  return told
    .map(({ name, role, registeredAt, endedAt, fingerprint }) => {
      const until = endedAt ? `, ended ${calendarDay(endedAt)}` : '';
      return `${name}, ${role}: since ${calendarDay(registeredAt)}${until}\n  ${fingerprint}\n`;
    })
    .join('');
}

async function end([folder = '']: readonly string[], asked: Asked, io: CommandStreams): Promise<string> {
  const { name } = asked;
  if (!name) throw new WrongUse('Give --name: whose key ends.');
  const signer = await withVault(folder, asked, io, (vault) => endSigner(vault, name, new Date()));
  if (asked.json) return `${JSON.stringify({ ended: signer.name, publicKey: signer.publicKey })}\n`;
  return `The key of ${signer.name} signs no more. What it signed stays signed.\n`;
}
