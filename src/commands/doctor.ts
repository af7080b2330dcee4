import { existsSync } from 'node:fs';
import { type Config, readConfig } from '../hub/config.ts';
import type { Check } from '../hub/doctor/check.ts';
import { checkBackups } from '../hub/doctor/checkBackups.store.ts';
import { checkDisk } from '../hub/doctor/checkDisk.store.ts';
import { checkMailServer } from '../hub/doctor/checkMail.ts';
import { type Examined, examineStore } from '../hub/doctor/examineStore.store.ts';
import { verifyMailServer } from '../hub/mail/verifyMailServer.ts';
import { openStoreAsItIs } from '../hub/store/openStoreAsItIs.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { CommandStreams } from './command.ts';
import { openConfiguredStore } from './openConfiguredStore.ts';
import { readOptions } from './readOptions.ts';

const help = `tandem doctor [--data DIR] [--json]

Looks at the configuration, the store and its schema, row-level security and the role of requests, the chains of acts,
loaded files and definitions, mail, the clock, the room on the disk and the newest backup, which is read in full. It
changes nothing.

  --data DIR   folder of the embedded store (default tandem-data, or TANDEM_DATA); DATABASE_URL otherwise
  --json       one JSON object: checks, each with what, well and says
  --help       this text

While a hub runs on an embedded store only its disk and backups can be looked at; stop it to have all of it checked.

Exit code: 0 all well, 1 something needs looking after or could not be looked at (explained), 2 wrong use.
`;

/** Runs `tandem doctor` with the arguments that follow the word. */
export async function doctorCommand(
  args: string[],
  io: CommandStreams,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const { values } = readOptions(
    args,
    { data: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    { least: 0, most: 0, what: 'flags only' },
  );
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const config = readConfig({ data: values.data }, environment);
  const checks = await examine(config, new Date());
  io.stdout.write(values.json ? `${JSON.stringify({ checks })}\n` : textOf(checks));
  return checks.every(({ well }) => well) ? 0 : 1;
}

async function examine(config: Config, at: Date): Promise<Check[]> {
  const { checks, storeBytes } = await examineOpened(config, at);
  return [...checks, ...(await examineAround(config, at, storeBytes))];
}

/** A store that does not open is something found, not the end: its disk may be why. */
async function examineOpened(
  config: Config,
  at: Date,
): Promise<{ checks: readonly Check[]; storeBytes: number | null }> {
  try {
    const database = await openConfiguredStore(config.store, at, undefined, openStoreAsItIs);
    let examined: Examined;
    try {
      examined = await examineStore(database, config, at);
    } finally {
      await database.close();
    }
    return examined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { checks: [{ what: 'store', well: false, says: error.message }], storeBytes: null };
  }
}

async function examineAround({ store, mail }: Config, at: Date, storeBytes: number | null): Promise<Check[]> {
  const checks: Check[] = [];
  if (mail) checks.push(checkMailServer(await verifyMailServer(mail.smtpUrl)));
  if ('databaseUrl' in store) {
    const says =
      "the server's own cannot be seen from here; tandem backup FILE makes one that either kind of store restores";
    return [...checks, { what: 'backup', well: true, says }];
  }
  if (!existsSync(store.folder)) return checks;
  return [...checks, await checkDisk(store.folder, storeBytes), await checkBackups(store.folder, at)];
}

function textOf(checks: readonly Check[]): string {
  const lines = checks.map(({ what, well, says }) => `${well ? 'well' : 'LOOK'}  ${what}: ${says}`);
  const found = checks.filter(({ well }) => !well).length;
  lines.push('', found === 0 ? 'All is well.' : `${found} of ${checks.length} need looking after.`);
  return `${lines.join('\n')}\n`;
}
