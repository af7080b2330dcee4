import { statfs } from 'node:fs/promises';
import { findBrokenAuditLine } from '../hub/audit/audit.store.ts';
import { type Config, readConfig } from '../hub/config.ts';
import { selectWaitingMail } from '../hub/mail/mail.store.ts';
import { verifyMailServer } from '../hub/mail/verifyMailServer.ts';
import { selectPartnerships } from '../hub/partnership/partnership.store.ts';
import type { Database } from '../hub/store/database.ts';
import { asOperator, noPartnership, type OperatorView } from '../hub/store/view.ts';
import type { CommandStreams } from './command.ts';
import { openConfiguredStore } from './openConfiguredStore.ts';
import { readOptions } from './readOptions.ts';

const help = `tandem doctor [--data DIR] [--json]

Checks the configuration, the store and its schema, that no line of any chain of acts was changed, mail that does
not leave, and the room on the disk. It changes nothing. The hub must not be running on the same embedded store.

Exit code: 0 all well, 1 something needs looking after (explained), 2 wrong use.
`;

/** One thing that was looked at: well, or what is wrong and what to do. */
type Check = { readonly what: string; readonly well: boolean; readonly says: string };

const leastFreeBytes = 1024 ** 3;

/** Runs `tandem doctor`. */
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
  const at = new Date();
  const database = await openConfiguredStore(config.store, at);
  try {
    const checks = await checkAll(database, config, at);
    if (values.json) io.stdout.write(`${JSON.stringify({ checks })}\n`);
    else
      for (const { what, well, says } of checks)
        io.stdout.write(`${well ? 'well ' : 'look '} ${what}: ${says}\n`);
    return checks.every(({ well }) => well) ? 0 : 1;
  } finally {
    await database.close();
  }
}

async function checkAll(database: Database, config: Config, at: Date): Promise<Check[]> {
  const inStore = await asOperator(database, async (view) => [
    ...(await checkChains(view)),
    await checkMail(view, config, at),
  ]);
  const store = 'folder' in config.store ? `embedded, in ${config.store.folder}` : 'PostgreSQL';
  return [
    { what: 'store', well: true, says: `${store}; the schema is the newest` },
    ...('folder' in config.store ? [await checkDisk(config.store.folder)] : []),
    ...inStore,
    ...(config.mail ? [await checkMailServer(config.mail.smtpUrl)] : []),
  ];
}

async function checkChains(view: OperatorView): Promise<Check[]> {
  const partnerships = await selectPartnerships(view);
  const chains = [{ id: noPartnership, name: 'acts that concern no partnership' }, ...partnerships];
  const checks: Check[] = [];
  for (const { id, name } of chains) {
    const broken = await findBrokenAuditLine(view, id);
    const says = broken
      ? `line ${broken.seq} does not follow from the one before it: it, or an earlier one, was changed outside Tandem. Compare with a backup.`
      : 'the chain is whole';
    checks.push({ what: name, well: !broken, says });
  }
  return checks;
}

async function checkMail(view: OperatorView, config: Config, at: Date): Promise<Check> {
  const { waiting, overdue } = await selectWaitingMail(view, at);
  const well = config.mail === null || overdue === 0;
  const says =
    config.mail === null
      ? `no mail server is set up; ${waiting} mails stay in the store`
      : `${waiting} mails wait, ${overdue} of them longer than an hour`;
  return { what: 'mail', well, says };
}

async function checkMailServer(smtpUrl: string): Promise<Check> {
  const refusal = await verifyMailServer(smtpUrl);
  return {
    what: 'mail server',
    well: refusal === null,
    says: refusal === null ? 'answers' : `does not take mail (${refusal}); look at TANDEM_SMTP_URL`,
  };
}

async function checkDisk(folder: string): Promise<Check> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  return {
    what: 'disk',
    well: free >= leastFreeBytes,
    says: `${(free / 1024 ** 3).toFixed(1)} GB free${free >= leastFreeBytes ? '' : '; make room'}`,
  };
}
