import { readConfig } from '../hub/config.ts';
import { collectPaths, type PathToLoad } from '../hub/loading/collectPaths.store.ts';
import { selectLoadedFiles } from '../hub/evidence/evidence.store.ts';
import { layouts } from '../layouts/layouts.ts';
import { isTrouble, loadFiles } from '../hub/loading/loadFiles.store.ts';
import { makeRollUps } from '../hub/loading/rollUps.store.ts';
import type { Database } from '../hub/store/database.ts';
import { asOperator } from '../hub/store/view.ts';
import type { CommandStreams } from './command.ts';
import { fullDiskRefusal } from './fullDiskRefusal.ts';
import { fileListText, loadSummary, reportText } from './evidenceText.ts';
import { isReleasePath, loadReleases, releaseReportText } from './loadReleases.ts';
import { loadProgress } from './loadProgress.ts';
import { openConfiguredStore } from './openConfiguredStore.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import { toldFindings } from './toldFindings.ts';

const knownLayouts = layouts.map(({ id, title }) => `  ${id.padEnd(20)} ${title}`).join('\n');

const help = `tandem evidence load PATH… [--data DIR] [--notes] [--json]
tandem evidence list [--data DIR] [--json]

load  Reads public files, and folders with all they hold, into the store: each file whole or not at all, packed
      (.gz) or not, recognised by its header. A file that is loaded already changes nothing; a file of the same
      layout and coverage takes the place of the earlier one. Errors are listed with file, line and rule, and
      refuse their file; notes are listed and the file is loaded. Then what is derived from all files is made anew.
      A release of a district's vault is brought to the door of the partnership it names: accepted whole under a live
      grant with two registered signatures, or refused with every reason.
list  Lists the public files that were loaded.

  --data DIR  folder of the embedded store (default tandem-data, or TANDEM_DATA); DATABASE_URL otherwise
  --notes     list every note; without it three of each rule are listed and the others counted
  --json      answer with one JSON object
  --help      this text

Files that Tandem knows:
${knownLayouts}

The hub must not be running on the same embedded store. Inside a folder, a file of an unknown layout is told and
passed over; one that is named itself is an error.

Exit code: 0 done, 1 a file has errors or is unknown, or a refusal (explained), 2 wrong use.
`;

/** Runs `tandem evidence` with the arguments that follow the word. */
export async function evidenceCommand(
  args: string[],
  io: CommandStreams,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    {
      data: { type: 'string' },
      notes: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    { least: 1, most: Infinity, what: '"load" and files or folders, or "list"' },
  );
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const [verb, ...words] = positionals;
  if (verb !== 'load' && verb !== 'list')
    throw new WrongUse(`There is no "evidence ${verb}", only "evidence load" and "evidence list".`);
  if (verb === 'load' && words.length === 0) throw new WrongUse('Name the files or folders to load.');
  if (verb === 'list' && words.length > 0) throw new WrongUse('evidence list takes no words.');
  const { store } = readConfig({ data: values.data }, environment);
  const paths = verb === 'load' ? collectPaths(words) : [];
  const database = await openConfiguredStore(store, new Date());
  try {
    const code = await (verb === 'load'
      ? loadPaths(database, paths, { json: values.json === true, everyNote: values.notes === true }, io)
      : listFiles(database, values.json === true, io));
    await database.close();
    return code;
  } catch (error) {
    await database.close().catch(() => undefined);
    throw (await fullDiskRefusal(store, error)) ?? error;
  }
}

async function loadPaths(
  database: Database,
  paths: readonly PathToLoad[],
  { json, everyNote }: { readonly json: boolean; readonly everyNote: boolean },
  io: CommandStreams,
): Promise<number> {
  const isRelease = new Set(paths.map(({ path }) => path).filter(isReleasePath));
  const releases = await loadReleases(
    database,
    [...isRelease],
    () => new Date(),
    (report) => json || io.stdout.write(`${releaseReportText(report)}\n`),
  );
  const publicPaths = paths.filter(({ path }) => !isRelease.has(path));
  const progress = loadProgress(io.stderr, () => performance.now());
  const reports = await loadFiles(database, publicPaths, {
    layouts,
    now: () => new Date(),
    onProgress: progress.rows,
    onReport: (report) => {
      progress.end();
      for (const line of toldFindings(report.findings, everyNote)) io.stderr.write(`${line}\n`);
      if (!json) io.stdout.write(`${reportText(report)}\n`);
    },
  });
  // A file that was loaded before may be one whose load was stopped before its roll-ups were made.
  const isHeld = reports.some(({ outcome }) => outcome === 'loaded' || outcome === 'already loaded');
  const rollUps = isHeld ? await makeRollUps(database) : null;
  if (json) io.stdout.write(`${JSON.stringify({ files: reports, releases, rollUps })}\n`);
  else if (publicPaths.length > 0) io.stdout.write(`${loadSummary(reports, rollUps)}\n`);
  if (!json && reports.some(({ outcome }) => outcome === 'unknown layout'))
    io.stdout.write(`Tandem knows these files by their headers:\n${knownLayouts}\n`);
  const named = new Set(paths.filter((one) => one.named).map(({ path }) => path));
  const isRefused = releases.some(({ state }) => state === 'refused');
  return isRefused || reports.some((report) => isTrouble(report, named)) ? 1 : 0;
}

async function listFiles(database: Database, json: boolean, io: CommandStreams): Promise<number> {
  const files = await asOperator(database, selectLoadedFiles);
  io.stdout.write(json ? `${JSON.stringify({ files })}\n` : `${fileListText(files)}\n`);
  return 0;
}
