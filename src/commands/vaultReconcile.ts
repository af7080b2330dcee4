import { parseDay } from '../vault/intake/parseDay.ts';
import {
  loadPublicFile,
  type PublicFileOutcome,
  selectPublicFiles,
} from '../vault/reconcile/publicFigures.store.ts';
import { publicLayouts } from '../vault/reconcile/readPublicFile.ts';
import { reconcileCsv } from '../vault/reconcile/reconcileCsv.ts';
import { reconcileVault } from '../vault/reconcile/reconcileVault.store.ts';
import { selectStoredRows } from '../vault/reconcile/storedRows.store.ts';
import { selectMeasureRuns, isStale } from '../vault/reconcile/whatIfCounts.store.ts';
import type { Vault } from '../vault/store/vault.ts';
import { measures } from '../measures/registry.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { CommandStreams } from './command.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import { type VaultKeyFlags, vaultKeyHelp, vaultKeyOptions } from './vaultKeyOptions.ts';
import { publicFileText, reconcileText } from './vaultReconcileText.ts';
import { withVault } from './withVault.ts';
import { schoolYearOption } from './schoolYearOption.ts';

const help = `tandem vault reconcile DIR [PUBLIC-FILE…] [--year Y] [--measure ID] [--as-of DAY]
                       [--key-file FILE | --passphrase-file FILE] [--csv | --json]

Holds the vault's figures against the state's: every published figure of the district and its schools, by measure and
student group. Where they differ, the vault counts again on copies of its rows as the state may have: without charter
schools, as of a day, before a correction was loaded, without continuous enrolment, penalty records or alternate tests …,
each cause alone, then two and three together. A cause counts as the explanation only when it gives the state's figure and
number of students and leaves no other figure of the same measure wrong that agrees now. The rest is told as unexplained.

A PUBLIC-FILE is known by its header and its figures of this district are kept in the vault, so that the next time needs no
file. Measure first: tandem vault measure DIR.

  --year Y       only the school year that ends in Y
  --measure ID   only this measure
  --as-of DAY    the day on which the publisher took its data, 2024-08-15: kept with the files named here
${vaultKeyHelp}
  --csv          every figure with its status, both counts, the sentence and what to do, as CSV
  --json         one JSON object: files and every figure with all that was tried
  --help         this text

Known files:
${publicLayouts.map(({ title }) => `  ${title}`).join('\n')}

Nothing leaves this machine; what is written shows small groups, and stays inside the district.
Exit code: 0 every figure is equal or explained, 1 something is unexplained or refused, 2 wrong use.
`;

const options = {
  year: { type: 'string' },
  measure: { type: 'string' },
  'as-of': { type: 'string' },
  csv: { type: 'boolean' },
  ...vaultKeyOptions,
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Asked = {
  readonly year: number | undefined;
  readonly measure: string | undefined;
  readonly asOf: string | null;
  readonly csv: boolean;
  readonly json: boolean;
};

/** Runs `tandem vault reconcile` with the arguments that follow the words; gives the exit code. */
export async function vaultReconcileCommand(args: string[], io: CommandStreams): Promise<number> {
  const { values, positionals } = readOptions(args, options, {
    least: 1,
    most: 1000,
    what: 'the folder of a vault, then public files',
  });
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const [folder = '', ...paths] = positionals;
  const asked: Asked = {
    year: schoolYearOption(values.year),
    measure: knownMeasure(values.measure),
    asOf: parseAsOf(values['as-of']),
    csv: values.csv === true,
    json: values.json === true,
  };
  if (asked.asOf !== null && paths.length === 0) {
    throw new WrongUse('--as-of says when a file’s data was taken: name the file too.');
  }
  if (asked.csv && asked.json) throw new WrongUse('--csv or --json, not both.');
  const flags: VaultKeyFlags = values;
  return withVault(folder, flags, io, (vault) => reconcile(vault, paths, asked, folder, io));
}

async function reconcile(
  vault: Vault,
  paths: readonly string[],
  asked: Asked,
  folder: string,
  io: CommandStreams,
): Promise<number> {
  const now = (): Date => new Date();
  const files: PublicFileOutcome[] = [];
  for (const path of paths) files.push(await loadPublicFile(vault, path, { asOf: asked.asOf, now }));
  const told = asked.json || asked.csv ? io.stderr : io.stdout;
  for (const file of files) told.write(publicFileText(file, vault.district.name));
  const kept = await selectPublicFiles(vault);
  if (kept.length === 0) {
    throw new Refusal(
      paths.length === 0
        ? `The vault keeps no public figures yet. Name a file of the state's: tandem vault reconcile ${folder} FILE…`
        : 'There is no public figure of this district to compare with.',
    );
  }
  if ((await selectMeasureRuns(vault)).size === 0) {
    throw new Refusal(
      `The vault has not been measured yet: tandem vault measure ${folder}. The public figures are kept.`,
    );
  }
  if (await isStale(vault)) {
    io.stderr.write(
      `Files were loaded or taken out since the vault was measured: measure again (tandem vault measure ${folder}), then reconcile.\n`,
    );
  }
  await reconcileVault(vault, { ...asked, now, progress: progressTo(io) });
  if (io.stderr.isTTY) io.stderr.write('\r\u001b[K');
  const rows = await selectStoredRows(vault, asked);
  if (rows.length === 0) throw new Refusal('The public files hold no figure of that year or measure.');
  if (asked.csv) io.stdout.write(reconcileCsv(rows));
  else if (asked.json)
    io.stdout.write(`${JSON.stringify({ district: vault.district, files, kept, figures: rows })}\n`);
  else io.stdout.write(reconcileText(rows));
  const refused = files.some(({ status }) => status === 'refused');
  return refused || rows.some(({ status }) => status === 'unexplained') ? 1 : 0;
}

function progressTo(io: CommandStreams): (sentence: string, done: number, of: number) => void {
  let at = 0;
  return (sentence, done, of) => {
    if (io.stderr.isTTY !== true && Date.now() - at < 1000) return;
    at = Date.now();
    const line = `${done} of ${of}  ${sentence}`;
    io.stderr.write(io.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
}

function knownMeasure(id: string | undefined): string | undefined {
  if (id === undefined || measures.some((one) => one.id === id)) return id;
  throw new Refusal(`No measure is called ${id}. tandem vault measure says which there are.`);
}

function parseAsOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDay(text) : undefined;
  if (!day) throw new WrongUse(`--as-of takes a day such as 2024-08-15, not "${text}".`);
  return text;
}
