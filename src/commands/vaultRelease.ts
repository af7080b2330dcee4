import type { CommandStreams } from './command.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import { vaultKeyHelp, vaultKeyOptions } from './vaultKeyOptions.ts';
import type { ReleaseFlags } from './vaultReleaseFlags.ts';

const help = `tandem vault release DIR                       what stands and what comes next
tandem vault release DIR prepare --grant FILE [--measure ID]… [--year Y] [--detail all]
                                  [--supersedes N] [--seconds S]
tandem vault release DIR preview [--csv FILE] [--every]
tandem vault release DIR sign --hash HASH --signing-key FILE [--signing-passphrase-file FILE]
tandem vault release DIR export [--out FILE]
tandem vault release DIR sign --hash HASH --signature FILE
tandem vault release DIR seal [--out FILE] [--number N]
tandem vault release DIR list
tandem vault release DIR withdraw --why TEXT

Only a release leaves a vault: one file of cells that nobody can undo, signed by two people. Four steps, each kept before
the next begins:

  prepare   what the grant allows becomes a draft: counts are protected against everything that ever left, and it is proved
  preview   exactly what would leave, what is withheld and why, and how closely an attacker comes to each hidden count
  sign      each of the two people, with their own key, signs the hash that the preview shows
  export    what to sign, without any cell, for a key that is on another machine: tandem sign there, sign --signature here
  seal      writes the one file; from then on it is in the account for good. Also with --number: the same file again

  --grant FILE      the grant, from the page of the agreement on the hub
  --measure ID      only these measures of the grant; --year Y only this school year (2026: the one that ends in 2026)
  --detail all      every group in every grade of every school; usually a school's groups are told in all grades together
                    and its grades of all students, which shows far more of the rest
  --supersedes N    these figures take the place of release N, which stays in the account
  --seconds S       how long to look for a suppression that hides less (default 120);
                    what is not proved within 600 seconds is told in less detail, or held back
  --csv FILE        every cell into FILE, with reason and interval: it holds hidden counts and must not leave
  --every           every hidden cell in the table, not only those that an attacker comes closest to
  --hash HASH       at least the first 8 letters of the hash that was read in the preview
  --signing-key FILE, --signing-passphrase-file FILE   the key of the person who signs (tandem vault key new)
  --signature FILE  a signature that tandem sign wrote on another machine
  --out FILE        the name of the file; of seal else DISTRICT-release-N.json.gz here
  --why TEXT        why the draft is taken back; stays in the account
${vaultKeyHelp}
  --json            one JSON object
  --help            this text

Exit code: 0 done, 1 refused (explained; nothing left the vault), 2 wrong use.
`;

const options = {
  ...vaultKeyOptions,
  grant: { type: 'string' },
  measure: { type: 'string', multiple: true },
  year: { type: 'string' },
  detail: { type: 'string' },
  supersedes: { type: 'string' },
  seconds: { type: 'string' },
  csv: { type: 'string' },
  every: { type: 'boolean' },
  hash: { type: 'string' },
  'signing-key': { type: 'string' },
  'signing-passphrase-file': { type: 'string' },
  signature: { type: 'string' },
  out: { type: 'string' },
  number: { type: 'string' },
  why: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Verb = {
  readonly takes: readonly (keyof typeof options)[];
  readonly load: () => Promise<(folder: string, flags: ReleaseFlags, io: CommandStreams) => Promise<number>>;
};

const verbs: Readonly<Record<string, Verb>> = {
  stand: { takes: [], load: async () => (await import('./vaultReleaseList.ts')).tellStanding },
  prepare: {
    takes: ['grant', 'measure', 'year', 'detail', 'supersedes', 'seconds'],
    load: async () => (await import('./vaultReleasePrepare.ts')).prepareDraft,
  },
  preview: {
    takes: ['csv', 'every'],
    load: async () => (await import('./vaultReleasePreview.ts')).previewDraft,
  },
  sign: {
    takes: ['hash', 'signing-key', 'signing-passphrase-file', 'signature'],
    load: async () => (await import('./vaultReleaseSign.ts')).signWithKey,
  },
  export: { takes: ['out'], load: async () => (await import('./vaultReleaseExport.ts')).exportToSign },
  seal: { takes: ['out', 'number'], load: async () => (await import('./vaultReleaseSeal.ts')).sealToFile },
  list: { takes: [], load: async () => (await import('./vaultReleaseList.ts')).listReleases },
  withdraw: { takes: ['why'], load: async () => (await import('./vaultReleaseSeal.ts')).withdraw },
};

const always: readonly string[] = ['key-file', 'passphrase-file', 'json', 'help'];

/** Runs `tandem vault release` with the arguments that follow the words. */
export async function vaultReleaseCommand(args: string[], io: CommandStreams): Promise<number> {
  const { values, positionals } = readOptions(args, options, {
    least: 1,
    most: 2,
    what: 'the folder of a vault and what to do with its releases',
  });
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const [first = '', second = ''] = positionals;
  const isVerb = (word: string): boolean => word !== 'stand' && Object.hasOwn(verbs, word);
  // Either order is understood: `release DIR sign` and `release sign DIR`.
  const [folder, word] = isVerb(first) && !isVerb(second) ? [second, first] : [first, second || 'stand'];
  const verb = isVerb(word) || (word === 'stand' && second === '') ? verbs[word] : undefined;
  if (!verb) {
    throw new WrongUse(
      `There is no "vault release ${word}". There are: ${Object.keys(verbs).slice(1).join(', ')}.`,
    );
  }
  if (folder === '') throw new WrongUse(`Name the folder of the vault: tandem vault release DIR ${word}.`);
  const strange = Object.keys(values).find(
    (flag) => !always.includes(flag) && !verb.takes.includes(flag as never),
  );
  if (strange)
    throw new WrongUse(`vault release ${word === 'stand' ? '' : `${word} `}takes no --${strange}.`);
  return (await verb.load())(folder, values, io);
}
