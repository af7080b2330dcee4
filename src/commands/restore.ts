import { checkRestorable, type RestoreReport, restoreBackup } from '../hub/backup/restoreBackup.store.ts';
import { restoreIntoFolder } from '../hub/backup/restoreIntoFolder.store.ts';
import { readConfig } from '../hub/config.ts';
import type { StoreAddress } from '../hub/store/openStore.ts';
import { openStoreAsItIs } from '../hub/store/openStoreAsItIs.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { CommandStreams } from './command.ts';
import { folderRefusal, openConfiguredStore } from './openConfiguredStore.ts';
import { readOptions } from './readOptions.ts';

const help = `tandem restore FILE [--data DIR] [--json]

Fills an empty store from a backup that \`tandem backup\` or a running hub made: a new folder, or an empty database. FILE is
read in full and every hash compared before the store is touched; it is restored whole or not at all. A backup of an
older Tandem is brought forward to this one; one of a newer Tandem is refused.

  --data DIR   folder of the embedded store (default tandem-data, or TANDEM_DATA); DATABASE_URL otherwise
  --json       answer with one JSON object: file, madeAt, migrations, tables, rows, migrated
  --help       this text

Sessions and sign-in links are not in a backup: everybody signs in again.

Exit code: 0 done, 1 refused (explained; nothing is restored), 2 wrong use.
`;

/** Runs `tandem restore` with the arguments that follow the word. */
export async function restoreCommand(
  args: string[],
  io: CommandStreams,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    { data: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    { least: 1, most: 1, what: 'one file' },
  );
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const [file = ''] = positionals;
  const config = readConfig({ data: values.data }, environment);
  const at = new Date();
  const { store } = config;
  const report = await nothingRestored(
    'folder' in store ? restoreIntoFolder(store.folder, file, at) : restoreIntoServer(store, file, at),
    store,
  );
  const { rows, tables, migrated, madeAt } = report;
  const forward = migrated.length > 0 ? `, brought forward by ${migrated.join(', ')}` : '';
  io.stdout.write(
    values.json
      ? `${JSON.stringify(report)}\n`
      : `The store of ${madeAt} is restored: ${rows.toLocaleString('en')} rows of ${tables} tables${forward}.\n`,
  );
  return 0;
}

async function restoreIntoServer(store: StoreAddress, file: string, at: Date): Promise<RestoreReport> {
  await checkRestorable(file);
  const database = await openConfiguredStore(store, at, undefined, openStoreAsItIs);
  try {
    return await restoreBackup(database, file, at);
  } finally {
    await database.close();
  }
}

async function nothingRestored<T>(work: Promise<T>, store: StoreAddress): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const refusal = 'folder' in store ? folderRefusal(error, store.folder) : error;
    if (!(refusal instanceof Refusal)) throw error;
    throw new Refusal(`${refusal.message} Nothing was restored.`, { cause: error });
  }
}
