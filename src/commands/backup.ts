import { makeBackup } from '../hub/backup/makeBackup.store.ts';
import { refuseExisting } from '../hub/backup/writeBackupFile.store.ts';
import { readConfig } from '../hub/config.ts';
import { openStoreAsItIs } from '../hub/store/openStoreAsItIs.ts';
import type { CommandStreams } from './command.ts';
import { openConfiguredStore } from './openConfiguredStore.ts';
import { readOptions } from './readOptions.ts';
import { sizeText } from '../hub/backup/sizeText.ts';

const help = `tandem backup FILE [--data DIR] [--force] [--json]

Writes the whole store, as it is at one moment, to one compressed file that either kind of store restores, and reads it
back. FILE appears only when it is whole. The store is not changed, nor brought to a newer schema.

  --data DIR   folder of the embedded store (default tandem-data, or TANDEM_DATA); DATABASE_URL otherwise
  --force      replace FILE when it is there
  --json       answer with one JSON object: file, bytes, madeAt, migrations, tables, rows
  --help       this text

Left out: sessions, sign-in links and counted sign-in attempts; everybody signs in again after a restore. Mail stays in,
with names and addresses: keep the file where only the operator reads, and on another machine.

A hub on PostgreSQL may go on running. An embedded store must not be in use: its running hub makes its own backup every
day in DIR/backups and keeps the newest 7.

Exit code: 0 done, 1 refused (explained; nothing is written), 2 wrong use.
`;

/** Runs `tandem backup` with the arguments that follow the word. */
export async function backupCommand(
  args: string[],
  io: CommandStreams,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    {
      data: { type: 'string' },
      force: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    { least: 1, most: 1, what: 'one file' },
  );
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const [file = ''] = positionals;
  const force = values.force === true;
  refuseExisting(file, force);
  const config = readConfig({ data: values.data }, environment);
  const at = new Date();
  const database = await openConfiguredStore(config.store, at, undefined, openStoreAsItIs);
  try {
    const report = await makeBackup(database, file, at, { force });
    const { tables, rows, bytes } = report;
    io.stdout.write(
      values.json
        ? `${JSON.stringify(report)}\n`
        : `${file} holds ${rows.toLocaleString('en')} rows of ${tables} tables (${sizeText(bytes)}) and was read back whole.\n`,
    );
    return 0;
  } finally {
    await database.close();
  }
}
