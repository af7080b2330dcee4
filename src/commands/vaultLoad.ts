import { writeFileSync } from 'node:fs';
import type { FileOutcome } from '../vault/intake/fileOutcome.ts';
import { findingsCsv } from '../vault/intake/findingsCsv.ts';
import { intakeLayouts } from '../vault/intake/intakeLayouts.ts';
import { collectPaths } from '../vault/intake/fileSets.ts';
import { loadFiles } from '../vault/intake/loadFiles.store.ts';
import type { Vault } from '../vault/store/vault.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { CommandStreams } from './command.ts';
import { loadProgress } from './loadProgress.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import { type VaultKeyFlags, vaultKeyHelp, vaultKeyOptions } from './vaultKeyOptions.ts';
import { vaultLoadSum, vaultLoadText } from './vaultLoadText.ts';
import { withVault } from './withVault.ts';

const help = `tandem vault load DIR PATH… [--findings FILE] [--key-file FILE | --passphrase-file FILE] [--json]

Checks extracts of student records and takes their rows into the vault DIR. A PATH is a file, or a folder of .csv, .txt,
.tsv, .dat, .xml, .ndjson and .zip files, or a .zip of them. The .xml files of one folder are one set, and so is a OneRoster
manifest.csv with the files beside it. A file is known by its header, whatever its name. It is taken whole or not at all:
one error refuses it, notes are kept with it. The same file again changes nothing; a corrected one takes the place of the
file that said the same of the same year, and you are told how many rows are new, gone and changed.

  --findings FILE   writes every finding into FILE, .csv or .xlsx
${vaultKeyHelp}
  --json            one JSON object: files, each with rows, kept, rules, findings and what it replaced
  --help            this text

Known files:
${intakeLayouts.map(({ title }) => `  ${title}`).join('\n')}

No finding says the value of a field that identifies a student. Nothing leaves this machine.
Exit code: 0 done, 1 a file was refused (explained), 2 wrong use.
`;

const options = {
  ...vaultKeyOptions,
  findings: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs `tandem vault load` with the arguments that follow the words; gives the exit code. */
export async function vaultLoadCommand(args: string[], io: CommandStreams): Promise<number> {
  const { values, positionals } = readOptions(args, options, {
    least: 2,
    most: 10_000,
    what: 'the folder of a vault and the files to load',
  });
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const [folder = '', ...named] = positionals;
  if (values.findings !== undefined && !/\.(csv|xlsx)$/i.test(values.findings)) {
    throw new WrongUse('--findings takes the name of a .csv or .xlsx file.');
  }
  const paths = collectPaths(named);
  const flags: VaultKeyFlags = values;
  const outcomes = await withVault(folder, flags, io, (vault) =>
    loadAll(vault, paths, values.json === true, io),
  );
  if (values.findings !== undefined) await writeFindings(values.findings, outcomes);
  if (values.json) io.stdout.write(`${JSON.stringify({ files: outcomes })}\n`);
  else io.stdout.write(vaultLoadSum(outcomes));
  return outcomes.some(({ status }) => status === 'refused') ? 1 : 0;
}

async function loadAll(
  vault: Vault,
  paths: readonly string[],
  json: boolean,
  io: CommandStreams,
): Promise<FileOutcome[]> {
  const progress = loadProgress(io.stderr, () => Date.now());
  const outcomes: FileOutcome[] = [];
  const loading = { layouts: intakeLayouts, now: () => new Date(), progress: progress.rows };
  for await (const outcome of loadFiles(vault, paths, loading)) {
    progress.end();
    outcomes.push(outcome);
    if (!json) io.stdout.write(vaultLoadText(outcome));
  }
  return outcomes;
}

async function writeFindings(file: string, outcomes: readonly FileOutcome[]): Promise<void> {
  try {
    if (/\.csv$/i.test(file)) writeFileSync(file, findingsCsv(outcomes), { mode: 0o600 });
    else {
      const { writeFindingsWorkbook } = await import('../vault/intake/writeFindingsWorkbook.ts');
      await writeFindingsWorkbook(file, outcomes);
    }
  } catch (cause) {
    const { code } = cause as { code?: string };
    throw new Refusal(
      `The files are loaded; the findings could not be written to ${file} (${code ?? 'unknown reason'}).`,
      { cause },
    );
  }
}
