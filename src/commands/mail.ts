import { createReadStream } from 'node:fs';
import { readConfig } from '../hub/config.ts';
import { mostMailBytes, type Received, receiveReply } from '../hub/replies/receiveReply.page.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { CommandStreams } from './command.ts';
import { openConfiguredStore } from './openConfiguredStore.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import { leaveMail } from './waitingMail.ts';

const help = `tandem mail receive [FILE… | -] [--data DIR] [--json]

Takes answers to mails of Tandem, one mail a file, or one on standard input as a mail server's pipe gives it:

  tandem+*@example.org   in /etc/aliases or your server's rules:   "|tandem mail receive"

What an answer says is done under the name of the person the mail went to, when it comes from their address: done, yes,
no, needs until a day. Anything else is kept as a note for the coordinators, and so is what is refused. Quoted text and
attachments are left out; of a mail over 256 kB only the beginning is read. People get a sentence back; programmes do not.

  --data DIR   folder of the embedded store (default tandem-data, or TANDEM_DATA); DATABASE_URL otherwise
  --json       answer with one JSON object a mail
  --help       this text

While a hub runs on an embedded store the mail is left in DIR/incoming, and the hub takes it within seconds.

Exit code: 0 taken, whatever came of it; 2 wrong use; 75 not now: the mail server keeps the mail and tries again.
`;

/** What a mail server understands as: keep it, and try again. */
const tryAgain = 75;

/** Runs `tandem mail` with the arguments that follow the word. */
export async function mailCommand(
  args: string[],
  io: CommandStreams,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    { data: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    { least: 1, most: 1000, what: 'what to do: receive' },
  );
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const [word, ...files] = positionals;
  if (word !== 'receive') throw new WrongUse(`There is no "mail ${word}".`);
  const mails: { readonly file: string; readonly bytes: Uint8Array }[] = [];
  for (const file of files.length > 0 ? files : ['-'])
    mails.push({ file, bytes: await readBeginning(file, io) });
  const config = readConfig({ data: values.data }, environment);
  const at = new Date();
  const tell = (file: string, received: Received | { readonly outcome: 'left'; readonly sentence: string }) =>
    io.stdout.write(
      values.json
        ? `${JSON.stringify({ file, ...received })}\n`
        : `${file}: ${received.outcome}. ${received.sentence}\n`,
    );
  try {
    const database = await openConfiguredStore(config.store, at);
    try {
      for (const { file, bytes } of mails) tell(file, await receiveReply({ database, config }, bytes, at));
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if ('databaseUrl' in config.store || !error.message.includes('is in use')) {
      io.stderr.write(`${error.message}\n`);
      return tryAgain;
    }
    for (const { file, bytes } of mails) {
      leaveMail(config.store.folder, bytes, at);
      tell(file, { outcome: 'left', sentence: 'The running hub takes it within seconds.' });
    }
  }
  return 0;
}

/** The beginning of a mail; one byte more than is read tells that there was more. The rest is let go by. */
async function readBeginning(file: string, io: CommandStreams): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let taken = 0;
  try {
    for await (const part of file === '-' ? (io.stdin ?? process.stdin) : createReadStream(file)) {
      const bytes = typeof part === 'string' ? Buffer.from(part) : (part as Uint8Array);
      if (taken > mostMailBytes) continue;
      parts.push(bytes.subarray(0, mostMailBytes + 1 - taken));
      taken += parts.at(-1)?.byteLength ?? 0;
    }
  } catch (cause) {
    throw new WrongUse(`Cannot read ${file}: ${cause instanceof Error ? cause.message : String(cause)}.`, {
      cause,
    });
  }
  return Buffer.concat(parts);
}
