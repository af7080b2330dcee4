import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { vaultPages } from '../vault/pages/vaultPages.ts';
import { faultLine } from '../vault/serve/faultLine.ts';
import { keepSealed } from '../vault/serve/keepSealed.ts';
import { serveVault } from '../vault/serve/serveVault.ts';
import { readDescription } from '../vault/store/vaultDescription.ts';
import { vaultFolder } from '../vault/store/vaultFolder.ts';
import { byteProgress } from './byteProgress.ts';
import type { CommandStreams } from './command.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import { requireVaultKey } from './readVaultKey.ts';
import { type ServeEnd, serveEnd } from './serveEnd.ts';
import { vaultKeyOptions } from './vaultKeyOptions.ts';

const help = `tandem vault serve DIR [--port N] [--idle MINUTES] [--key-file FILE | --passphrase-file FILE] [--json]

Shows the vault as pages in a browser on this machine: load, findings, measures. They listen on 127.0.0.1 alone and answer
one browser, the one that opens the link that is printed here. The vault is sealed when they end: with Ctrl-C here, with
"Seal and stop" there, when this terminal is closed, or when nobody has used them for a while. So the key is needed, also when
the vault stands open.

  --port N                the port; 0, the default, takes a free one
  --idle MINUTES          seal and stop after so long without use (default 30, at most 1440)
  --key-file FILE         the key file that it was made with
  --passphrase-file FILE  the passphrase, the first line of FILE; a terminal is asked when neither is given
  --json                  say where they are as one JSON object: address, link
  --help                  this text

Exit code: 0 sealed again, 1 refused (explained), or sealed after a fault, 2 wrong use.
`;

const options = {
  ...vaultKeyOptions,
  port: { type: 'string' },
  idle: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs `tandem vault serve` with the arguments that follow the words, until it is told to stop. */
export async function vaultServeCommand(
  args: string[],
  streams: CommandStreams,
  endOf: (fault: (error: unknown) => void) => Promise<ServeEnd> = serveEnd,
): Promise<number> {
  const { values, positionals } = readOptions(args, options, {
    least: 1,
    most: 1,
    what: 'the folder of a vault',
  });
  if (values.help) {
    streams.stdout.write(help);
    return 0;
  }
  const [folder = ''] = positionals;
  const port = readNumber(values.port ?? '0', '--port', 0, 65_535);
  const idleMinutes = readNumber(values.idle ?? '30', '--idle', 1, 1440);
  const place = vaultFolder(resolve(folder));
  const { district, lock } = readDescription(place);
  const key = await requireVaultKey(values, lock.kind, streams);
  const { io, hush } = untilHushed(streams);
  const say = (text: string): unknown => values.json || io.stdout.write(text);
  const now = () => new Date();
  const fault = (error: unknown): unknown => io.stderr.write(faultLine(error, now()).line);
  const end = endOf(fault).then((why) => {
    if (why === 'terminal gone') hush();
    return why;
  });
  const tell = (sentence: string): unknown => io.stderr.write(`${sentence}\n`);
  const keeping = { key, now, tell, opened: byteProgress(io, 'opened'), sealed: byteProgress(io, 'sealed') };
  const ended = await serveVault({
    use: (work) => keepSealed(folder, keeping, work),
    folder,
    port,
    idleMinutes,
    routes: vaultPages,
    now,
    stopped: end,
    log: (line) => io.stderr.write(line),
    started: (where) => {
      io.stdout.write(
        values.json ? `${JSON.stringify(where)}\n` : startedText(district.name, where.link, idleMinutes),
      );
    },
    // Only to a terminal: a pipe that nobody reads any more would end the process before the vault is sealed.
    ended: () => io.stderr.isTTY && io.stderr.write('Sealing…\n'),
  });
  const megabytes = (statSync(place.sealed).size / 1e6).toFixed(1);
  say(ended === 'not used' ? `Nobody has used the pages for ${idleMinutes} minutes. ` : '');
  say(`The vault of ${district.name} is sealed: ${place.sealed} (${megabytes} MB).\n`);
  return (await Promise.race([end, 'others'])) === 'fault' ? 1 : 0;
}

/** Streams that say nothing any more once they are hushed: what writes to a terminal that is gone fails. */
function untilHushed({ stdout, stderr, stdin }: CommandStreams): {
  readonly io: CommandStreams;
  readonly hush: () => void;
} {
  let isHushed = false;
  const quiet = (stream: { write(text: string): unknown }) => ({
    write: (text: string): unknown => isHushed || stream.write(text),
  });
  const io = {
    stdout: quiet(stdout),
    stderr: { ...quiet(stderr), ...(stderr.isTTY === undefined ? {} : { isTTY: stderr.isTTY }) },
    ...(stdin ? { stdin } : {}),
  };
  return {
    io,
    hush: () => {
      isHushed = true;
    },
  };
}

function startedText(district: string, link: string, idleMinutes: number): string {
  return `The vault of ${district} can be worked on in a browser on this machine. Open this link; it lets in one browser, once:

  ${link}

The vault is sealed when you press Ctrl-C here or "Seal and stop" there, or after ${idleMinutes} minutes without use.
`;
}

function readNumber(text: string, flag: string, least: number, most: number): number {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new WrongUse(`${flag} takes a whole number from ${least} to ${most}, not "${text}".`);
}
