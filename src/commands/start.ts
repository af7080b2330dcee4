import { createHub } from '../hub/createHub.ts';
import { type Config, ownAddress, readConfig } from '../hub/config.ts';
import { makeOutboxAccess, type OutboxAccess } from '../hub/mail/outboxAccess.ts';
import { decideWaiting } from '../hub/releases/receiveRelease.store.ts';
import { startDailyMail } from '../hub/digest/startDailyMail.store.ts';
import { receiveReply } from '../hub/replies/receiveReply.page.ts';
import { startSending } from '../hub/mail/startSending.store.ts';
import { insertPrintedLinks, type PrintedLink } from '../hub/people/printedLinks.store.ts';
import { selectPartnerships } from '../hub/partnership/partnership.store.ts';
import { routes } from '../hub/routes.ts';
import type { Database } from '../hub/store/database.ts';
import { type BackupLogLine, startScheduledBackups } from '../hub/store/scheduledBackup.ts';
import { asOperator } from '../hub/store/view.ts';
import { describeFault } from '../hub/web/describeFault.ts';
import type { LogLine } from '../hub/web/logLine.ts';
import { openListener } from '../web/openListener.ts';
import type { CommandStreams } from './command.ts';
import { loadSample } from './loadSample.ts';
import { openConfiguredStore } from './openConfiguredStore.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import { startTakingMail } from './waitingMail.ts';
import { type Started, startedText } from './startedText.ts';
import { stopSignal } from './stopSignal.ts';

const help = `tandem start [--port N] [--host H] [--data DIR] [--sample | --no-sample] [--json]

Starts the hub. Without DATABASE_URL it keeps its rows in an embedded store in a folder of its own; a new store
is filled with the sample partnership.

  --port N      port to listen on; 0 takes a free one and prints it (default 8080, or TANDEM_PORT)
  --host H      address to listen on (default 127.0.0.1, or TANDEM_HOST)
  --data DIR    folder of the embedded store (default tandem-data, or TANDEM_DATA)
  --sample      load the sample partnership into an empty PostgreSQL too
  --no-sample   leave a new store empty
  --json        say where it runs as one JSON object
  --help        this text

Environment:
  DATABASE_URL       postgres://… instead of the embedded store (PostgreSQL 15 or newer; the user owns the database)
  TANDEM_BASE_URL    the address people reach Tandem by, such as https://tandem.example.org
  TANDEM_SMTP_URL    the mail server, smtp://… or smtps://…; without it mail stays in the store
  TANDEM_MAIL_FROM   the address mail comes from; needed with TANDEM_SMTP_URL
  TANDEM_REPLY_ADDRESS  where mail is answered to, such as tandem@example.org; "tandem mail receive" takes what comes in
  TANDEM_PROXIES     how many proxies of yours stand in front (default 0)

An embedded store is backed up every day in DIR/backups while the hub runs; the newest seven are kept.
Requests are logged on standard error, one JSON line each, unless that is a terminal; faults always are.
Ctrl-C lets requests under way finish, then stops.
`;

/** Runs the hub until it is told to stop. */
export async function startCommand(
  args: string[],
  io: CommandStreams,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  stopped: Promise<unknown> = stopSignal(),
): Promise<number> {
  const { values } = readOptions(
    args,
    {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      sample: { type: 'boolean' },
      'no-sample': { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    { least: 0, most: 0, what: 'flags only' },
  );
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  if (values.sample && values['no-sample']) throw new WrongUse('Give --sample or --no-sample, not both.');
  const asked = readConfig(values, environment);
  const progress = (sentence: string) => values.json || io.stdout.write(`${sentence}\n`);
  const now = () => new Date();

  const listener = await openListener(asked.host, asked.port);
  const closing: (() => Promise<unknown>)[] = [listener.close];
  try {
    const config = withRealPort(asked, listener.port, environment);
    const database = await openConfiguredStore(config.store, now(), progress);
    closing.push(database.close);
    const wantsSample = values.sample ?? (database.engine === 'embedded' && !values['no-sample']);
    if (wantsSample) await loadSampleWhenEmpty(database, now, progress, config.mail ? null : config.baseUrl);

    const log = logTo(io);
    const onFault = (error: unknown) => {
      const at = now().toISOString();
      log({ kind: 'fault', at, route: 'behind the pages', reference: 'none', error: describeFault(error) });
    };
    const started = await describeStart(database, config, now());
    listener.serve(createHub({ database, config, now, log, outbox: started.outbox }, routes));
    // Files at the door whose checking was cut off when the hub stopped.
    const waiting = decideWaiting(database, now, onFault).catch(onFault);
    closing.splice(1, 0, () => waiting);
    if ('folder' in config.store) {
      const backups = startScheduledBackups({ database, folder: config.store.folder, now, log });
      closing.splice(1, 0, backups.stop);
    }
    const daily = startDailyMail({
      database,
      baseUrl: config.baseUrl,
      replyAddress: config.replyAddress ?? null,
      mailLeaves: config.mail !== null,
      now,
      onFault,
    });
    closing.splice(1, 0, daily.stop);
    if ('folder' in config.store) {
      const taking = startTakingMail({
        storeFolder: config.store.folder,
        receive: (bytes) => receiveReply({ database, config }, bytes, now()),
        onFault,
      });
      closing.splice(1, 0, taking.stop);
    }
    if (config.mail) {
      const sender = startSending({
        database,
        mail: config.mail,
        replyAddress: config.replyAddress ?? null,
        now,
        onFault,
      });
      closing.splice(1, 0, sender.stop);
    }
    io.stdout.write(values.json ? `${JSON.stringify(started)}\n` : startedText(started));
    await stopped;
    progress('Stopping…');
    return 0;
  } finally {
    for (const close of closing) await close();
  }
}

function withRealPort(
  config: Config,
  port: number,
  environment: Readonly<Record<string, string | undefined>>,
): Config {
  const isNamed = Boolean(environment.TANDEM_BASE_URL?.trim());
  return { ...config, port, baseUrl: isNamed ? config.baseUrl : ownAddress(config.host, port) };
}

async function loadSampleWhenEmpty(
  database: Database,
  now: () => Date,
  progress: (sentence: string) => unknown,
  baseUrl: string | null,
): Promise<void> {
  const partnerships = await asOperator(database, selectPartnerships);
  if (partnerships.length === 0) await loadSample(database, now, progress, baseUrl);
}

/** Links and outbox are for a sample alone: in a real partnership nobody signs in from the operator's screen. */
async function describeStart(
  database: Database,
  config: Config,
  at: Date,
): Promise<Started & { outbox: OutboxAccess | null }> {
  return asOperator(database, async (view) => {
    const partnerships = await selectPartnerships(view);
    const isSample = partnerships.length > 0 && partnerships.every((partnership) => partnership.isSample);
    const links: PrintedLink[] = [];
    for (const { id } of isSample ? partnerships : []) {
      links.push(...(await insertPrintedLinks(view, id, config.baseUrl, at)));
    }
    return {
      address: config.baseUrl,
      partnerships: partnerships.map(({ name }) => name),
      isSample,
      links,
      outbox: isSample && !config.mail ? makeOutboxAccess() : null,
    };
  });
}

/** On a terminal only what is wrong is told. */
function logTo(io: CommandStreams): (line: LogLine | BackupLogLine) => void {
  return (line) => {
    const isTrouble = line.kind === 'fault' || line.kind === 'backup failed';
    if (isTrouble || !io.stderr.isTTY) io.stderr.write(`${JSON.stringify(line)}\n`);
  };
}
