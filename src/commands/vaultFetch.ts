import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fetchBundle } from '../ods/fetchBundle.ts';
import { odsAddress } from '../ods/odsAddress.ts';
import { edfiResources, resourceOfCollection } from '../vocabulary/edfiResources.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { CommandStreams } from './command.ts';
import { loadProgress } from './loadProgress.ts';
import { readOdsCredentials } from './readOdsCredentials.ts';
import { schoolYearOption } from './schoolYearOption.ts';
import { readOptions, WrongUse } from './readOptions.ts';

const help = `tandem vault fetch URL --to FOLDER [--credentials FILE] [--year Y] [--without COLLECTION]… [--json]

Reads what the vault uses from an Ed-Fi Operational Data Store (data standard 5.2, API v7.2 or later) into one file in
FOLDER, ed-fi.ndjson or ed-fi-Y.ndjson, which tandem vault load then takes in. The file is whole or not there; one that was
fetched before stays until then. Names, addresses, telephones and mail are not written, ids are: keep the folder to
yourself, and delete the file once it is loaded.

URL is that of the API's root, as https://ods.example.org/v7.3; http is taken to 127.0.0.1 alone. No vault is opened, and
nothing but key and secret is sent to the ODS.

  --to FOLDER           where the file goes; made when it is not there, for you alone
  --credentials FILE    key and secret, a line each; a terminal is asked when it is not given
  --year Y              the school year that ends in Y: of an ODS that keeps years apart that year, of others the year
                        that the vault takes from the file
  --without COLLECTION  leaves a collection out that the key may not read; may stand several times
  --json                one JSON object: file, version, standard, records, sha256
  --help                this text

Collections, in this order:
${Object.values(edfiResources)
  .map((name) => `  ${name}`)
  .join('\n')}

Exit code: 0 done, 1 refused (explained; nothing is kept), 2 wrong use.
`;

const options = {
  to: { type: 'string' },
  credentials: { type: 'string' },
  year: { type: 'string' },
  without: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs `tandem vault fetch` with the arguments that follow the words; gives the exit code. */
export async function vaultFetchCommand(args: string[], io: CommandStreams): Promise<number> {
  const { values, positionals } = readOptions(args, options, {
    least: 1,
    most: 1,
    what: 'the address of an ODS',
  });
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const { to } = values;
  const year = schoolYearOption(values.year);
  if (to === undefined) throw new WrongUse('Say with --to in which folder the file goes.');
  const without = new Set(values.without);
  for (const collection of without)
    if (!resourceOfCollection(collection))
      throw new WrongUse(`--without takes a collection that is read; ${collection} is none.`);
  const ods = odsAddress(positionals[0] ?? '');
  const credentials = await readOdsCredentials(values.credentials, io);
  const path = join(makeFolder(to), year === undefined ? 'ed-fi.ndjson' : `ed-fi-${year}.ndjson`);
  const progress = loadProgress(io.stderr, () => Date.now());
  const patience = { timeout: 120_000, tries: 6, wait: (ms: number) => pause(ms) };
  const fetched = await fetchBundle(path, {
    ods,
    credentials,
    year: year ?? null,
    without,
    patience,
    now: () => new Date(),
    progress: progress.rows,
  }).catch((cause: unknown) => {
    throw diskRefusal(cause, to) ?? cause;
  });
  progress.end();
  if (values.json) {
    io.stdout.write(`${JSON.stringify({ file: path, ...fetched })}\n`);
    return 0;
  }
  const counts = Object.entries(fetched.records);
  const width = Math.max(0, ...counts.map(([name]) => name.length));
  for (const [name, count] of counts)
    io.stdout.write(`  ${name.padEnd(width)} ${count.toLocaleString('en').padStart(10)}\n`);
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  io.stdout.write(
    `${all.toLocaleString('en')} records of Ed-Fi ${fetched.standard} (API ${fetched.version}) are in ${path}.
Load them, then delete the file: tandem vault load DIR ${path}\n`,
  );
  return 0;
}

function makeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  } catch (cause) {
    const { code } = cause as { code?: string };
    throw new Refusal(`The folder ${folder} cannot be made (${code ?? 'unknown reason'}).`, { cause });
  }
}

function diskRefusal(cause: unknown, folder: string): Refusal | undefined {
  const { code, syscall } = cause as { code?: string; syscall?: string };
  if (cause instanceof Refusal || syscall === undefined) return undefined;
  const why = code === 'ENOSPC' ? 'its disk is full' : (code ?? 'unknown reason');
  return new Refusal(`Nothing can be written into ${folder} (${why}). Nothing was kept.`, { cause });
}
