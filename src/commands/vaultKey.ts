import { userInfo } from 'node:os';
import { keyFingerprint } from '../release/keyFingerprint.ts';
import { mixesAlphabets, plainName } from '../release/plainName.ts';
import { proveKey } from '../release/provenKey.ts';
import { oneSittingSentences } from '../vault/release/oneSitting.ts';
import {
  endSigner,
  type RegisteredSigner,
  registerSigner,
  selectSigners,
} from '../vault/release/signers.store.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { SigningMail } from '../vocabulary/signingKey.ts';
import type { CommandStreams } from './command.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import { vaultKeyHelp, vaultKeyOptions } from './vaultKeyOptions.ts';
import { makeSigningKeyFiles } from './makeSigningKeyFiles.ts';
import { openOwnKey } from './openOwnKey.ts';
import { readSigningKeyFile } from './readSigningKeyFile.ts';
import { withVault } from './withVault.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';

const help = `tandem vault key new FILE --name NAME --role ROLE --mail ADDRESS [--passphrase-file FILE] [--json]
tandem vault key show FILE.pub [--json]
tandem vault key register DIR FILE.pub [--key-file FILE | --passphrase-file FILE] [--json]
tandem vault key list DIR [--json]
tandem vault key prove FILE --challenge TEXT [--passphrase-file FILE] [--json]
tandem vault key end DIR --name NAME [--json]

Two people of the district sign each release, each with a key of their own that only they keep.

  new       makes a key: FILE, sealed with a passphrase that only its owner knows (in the age format), and FILE.pub, its
            public half, for the vault and the partner. Each of the two people makes their own
  show      whose a public key is, and its fingerprint: read it to each other before it is registered
  register  lets the key sign releases of the vault DIR. Nobody else's signature counts there
  list      everyone who may sign or once might, and since when
  prove     answers the challenge that the hub's door shows, so that its owner registers the key there themselves
  end       the key of NAME signs no more; what it signed stays signed

  --name NAME             the person's name, as it stands under the release
  --role ROLE             what they are in the district: "Privacy counsel"
  --mail ADDRESS          their own mail address, by which they sign in on the hub
  --challenge TEXT        what the door of releases shows its owner, signed in on the hub
${vaultKeyHelp}
                          (of new and prove: the passphrase of the signing key)
  --json                  one JSON object
  --help                  this text

Whoever loses a key makes a new one; the old one is ended. No release is lost by it.
Exit code: 0 done, 1 refused (explained), 2 wrong use.
`;

const options = {
  ...vaultKeyOptions,
  name: { type: 'string' },
  role: { type: 'string' },
  mail: { type: 'string' },
  challenge: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Asked = {
  readonly name?: string;
  readonly role?: string;
  readonly mail?: string;
  readonly challenge?: string;
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
  prove: { words: 1, what: 'the file of your key', run: prove },
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
  const { name = '', role = '', mail = '' } = asked;
  if (!name.trim() || !role.trim())
    throw new WrongUse('Give --name and --role: they stand under each release.');
  if (!SigningMail.safeParse(mail.trim()).success)
    throw new WrongUse('Give --mail: the owner’s own address, by which they sign in on the hub.');
  if (mixesAlphabets(name) || plainName(name) === '')
    throw new WrongUse('--name has no letters, or mixes those of alphabets that look alike.');
  if (asked['key-file'] !== undefined) throw new WrongUse('A signing key is sealed with a passphrase only.');
  const person = { name: name.trim(), role: role.trim(), mail: mail.trim().toLowerCase() };
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
  const signers = await withVault(folder, asked, io, async (vault) => {
    await registerSigner(vault, key, { at: new Date(), by: machineAccount() });
    return selectSigners(vault);
  });
  const fingerprint = keyFingerprint(key.publicKey);
  if (asked.json) return `${JSON.stringify({ ...key, fingerprint })}\n`;
  return `${key.name}, ${key.role}, may sign releases from now on. Fingerprint of the key: ${fingerprint}
Ask ${key.name} whether it is theirs: tandem vault key show ${file}
${lookLines(signers)}`;
}

async function list([folder = '']: readonly string[], asked: Asked, io: CommandStreams): Promise<string> {
  const signers = await withVault(folder, asked, io, selectSigners);
  const told = signers.map((one) => ({ ...one, fingerprint: keyFingerprint(one.publicKey) }));
  if (asked.json) return `${JSON.stringify({ signers: told })}\n`;
  if (told.length === 0) {
    return `Nobody may sign yet. Each of two people makes a key (tandem vault key new), then: tandem vault key register ${folder} FILE.pub\n`;
  }
  return told
    .map(({ name, role, registeredAt, registeredBy, endedAt, fingerprint }) => {
      const until = endedAt ? `, ended ${calendarDay(endedAt)}` : '';
      const by = registeredBy === null ? '' : `, registered by the account ${registeredBy}`;
      return `${name}, ${role}: since ${calendarDay(registeredAt)}${by}${until}\n  ${fingerprint}\n`;
    })
    .concat(lookLines(signers))
    .join('');
}

function lookLines(signers: readonly RegisteredSigner[]): string {
  return oneSittingSentences(signers)
    .map((sentence) => `LOOK  ${sentence}\n`)
    .join('');
}

function machineAccount(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without a name, as containers have.
    return `number ${process.getuid?.() ?? 'unknown'}`;
  }
}

async function prove([file = '']: readonly string[], asked: Asked, io: CommandStreams): Promise<string> {
  const { challenge = '' } = asked;
  if (challenge.trim() === '')
    throw new WrongUse('Give --challenge: the text that the hub’s door shows you.');
  const key = readSigningKeyFile(`${file}.pub`);
  if (key.format === 'tandem signing key 1')
    throw new Refusal(`${file} was made by an older Tandem. Make a new key: tandem vault key new`);
  const privateKey = await openOwnKey(file, asked['passphrase-file'], '--passphrase-file', io);
  return `${JSON.stringify(proveKey(key, challenge.trim(), privateKey))}\n`;
}

async function end([folder = '']: readonly string[], asked: Asked, io: CommandStreams): Promise<string> {
  const { name } = asked;
  if (!name) throw new WrongUse('Give --name: whose key ends.');
  const signer = await withVault(folder, asked, io, (vault) => endSigner(vault, name, new Date()));
  if (asked.json) return `${JSON.stringify({ ended: signer.name, publicKey: signer.publicKey })}\n`;
  return `The key of ${signer.name} signs no more. What it signed stays signed.\n`;
}
