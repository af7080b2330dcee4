import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, CommandStreams } from './command.ts';
import { WrongUse } from './readOptions.ts';

type Entry = { readonly name: string; readonly summary: string; readonly load: () => Promise<Command> };

/** What a vault can be asked to do, in the order of a year's work. Each loads only its own side. */
const entries: readonly Entry[] = [
  {
    name: 'init',
    summary: 'make an empty vault for one district',
    load: async () => (await import('./vaultInit.ts')).vaultInitCommand,
  },
  {
    name: 'open',
    summary: 'unseal it, to work on it for a while',
    load: async () => (await import('./vaultOpen.ts')).vaultOpenCommand,
  },
  {
    name: 'close',
    summary: 'seal it again',
    load: async () => (await import('./vaultClose.ts')).vaultCloseCommand,
  },
  {
    name: 'fetch',
    summary: 'read the records of an Ed-Fi ODS into one file, to be loaded; opens no vault',
    load: async () => (await import('./vaultFetch.ts')).vaultFetchCommand,
  },
  {
    name: 'load',
    summary: 'check extracts and take their rows in, each file whole or not at all',
    load: async () => (await import('./vaultLoad.ts')).vaultLoadCommand,
  },
  {
    name: 'forget',
    summary: 'list the files in it, or take one out with its rows, and say why',
    load: async () => (await import('./vaultForget.ts')).vaultForgetCommand,
  },
  {
    name: 'measure',
    summary: 'count every measure by school, grade, group and year',
    load: async () => (await import('./vaultMeasure.ts')).vaultMeasureCommand,
  },
  {
    name: 'reconcile',
    summary: "hold the vault's figures against the state's public ones, and say what makes them differ",
    load: async () => (await import('./vaultReconcile.ts')).vaultReconcileCommand,
  },
  {
    name: 'key',
    summary: 'make the keys with which two people sign a release, and say who may sign',
    load: async () => (await import('./vaultKey.ts')).vaultKeyCommand,
  },
  {
    name: 'release',
    summary: 'prepare, preview, sign and seal the one file that may leave; list all that ever left',
    load: async () => (await import('./vaultRelease.ts')).vaultReleaseCommand,
  },
  {
    name: 'serve',
    summary: 'show it as pages in a browser on this machine: load, findings, measures',
    load: async () => (await import('./vaultServe.ts')).vaultServeCommand,
  },
  {
    name: 'status',
    summary:
      'say whether it stands open, and since when; so does tandem vault DIR, or tandem vault within DIR',
    load: async () => (await import('./vaultStatus.ts')).vaultStatusCommand,
  },
];

function helpText(): string {
  const width = Math.max(...entries.map(({ name }) => name.length));
  const lines = entries.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `tandem vault COMMAND DIR … [--help] [--json]

The district's own side: student records in one file in the folder DIR, on this machine alone. The file is sealed (in the
age format, so that the age tool opens it too) whenever the vault is closed.

${lines.join('\n')}

A command works on a vault that stands open, and says since when it does. It also works on one that is closed, when it is
given the key (--key-file FILE or --passphrase-file FILE, or a passphrase typed in a terminal): then it is unsealed for
that command alone and sealed again after it. A key is never taken from the command line itself.

tandem vault COMMAND --help says all of a command.
Exit code: 0 done, 1 findings or a refusal (explained), 2 wrong use.
`;
}

/** Runs `tandem vault` with the arguments that follow the word. */
export async function vaultCommand(args: string[], io: CommandStreams): Promise<number> {
  const [word, ...rest] = args;
  if (word === undefined && existsSync('vault.json')) {
    return (await import('./vaultStatus.ts')).vaultStatusCommand(['.'], io);
  }
  if (word === undefined || word === '--help' || word === '-h') {
    io[word === undefined ? 'stderr' : 'stdout'].write(helpText());
    return word === undefined ? 2 : 0;
  }
  const entry = entries.find(({ name }) => name === word);
  if (entry) return (await entry.load())(rest, io);
  if (/^[\w-]*$/.test(word) && !existsSync(join(word, 'vault.json'))) {
    throw new WrongUse(`There is no "vault ${word}".`);
  }
  return (await import('./vaultStatus.ts')).vaultStatusCommand(args, io);
}
