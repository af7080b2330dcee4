import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { vaultPages } from '../vault/pages/vaultPages.ts';
import { keepSealed } from '../vault/serve/keepSealed.ts';
import { serveVault } from '../vault/serve/serveVault.ts';
import { readDescription } from '../vault/store/vaultDescription.ts';
import { vaultFolder } from '../vault/store/vaultFolder.ts';
import { byteProgress } from './byteProgress.ts';
import type { CommandStreams } from './command.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import { requireVaultKey } from './readVaultKey.ts';
import { stopSignal } from './stopSignal.ts';
import { vaultKeyOptions } from './vaultKeyOptions.ts';

const help = `tandem vault serve DIR [--port N] [--idle MINUTES] [--key-file FILE | --passphrase-file FILE] [--json]

Shows the vault as pages in a browser on this machine: load, findings, measures. They listen on 127.0.0.1 alone and answer
one browser, the one that opens the link that is printed here. The vault is sealed when they end: with Ctrl-C here, with
"Seal and stop" there, or when nobody has used them for a while. So the key is needed, also when the vault stands open.

  --port N                the port; 0, the default, takes a free one
  --idle MINUTES          seal and stop after so long without use (default 30, at most 1440)
  --key-file FILE         the key file that it was made with
  --passphrase-file FILE  the passphrase, the first line of FILE; a terminal is asked when neither is given
  --json                  say where they are as one JSON object: address, link
  --help                  this text

Exit code: 0 sealed again, 1 refused (explained), 2 wrong use.
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
  io: CommandStreams,
  stopped: () => Promise<unknown> = stopSignal,
): Promise<number> {
  const { values, positionals } = readOptions(args, options, {
    least: 1,
    most: 1,
    what: 'the folder of a vault',
  });
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const [folder = ''] = positionals;
  const port = readNumber(values.port ?? '0', '--port', 0, 65_535);
  const idleMinutes = readNumber(values.idle ?? '30', '--idle', 1, 1440);
  const place = vaultFolder(resolve(folder));
  const { district, lock } = readDescription(place);
  const key = await requireVaultKey(values, lock.kind, io);
  const say = (text: string): unknown => values.json || io.stdout.write(text);
  const tell = (sentence: string): unknown => io.stderr.write(`${sentence}\n`);
  const stop = stopped();
  const now = () => new Date();
  const keeping = { key, now, tell, opened: byteProgress(io, 'opened'), sealed: byteProgress(io, 'sealed') };
  await serveVault({
    use: (work) => keepSealed(folder, keeping, work),
    folder,
    port,
    idleMinutes,
    routes: vaultPages,
    now,
    stopped: stop,
    log: (line) => io.stderr.write(line),
    started: (where) => {
      io.stdout.write(
        values.json ? `${JSON.stringify(where)}\n` : startedText(district.name, where.link, idleMinutes),
      );
    },
    ended: (why) => {
      say(why === 'not used' ? `Nobody has used the pages for ${idleMinutes} minutes. ` : '');
      say('Sealing…\n');
    },
  });
  const megabytes = (statSync(place.sealed).size / 1e6).toFixed(1);
  say(`The vault of ${district.name} is sealed: ${place.sealed} (${megabytes} MB).\n`);
  return 0;
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
