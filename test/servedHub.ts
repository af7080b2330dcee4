import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCommand } from '../src/commands/start.ts';
import type { Started } from '../src/commands/startedText.ts';
import type { LogLine } from '../src/hub/web/logLine.ts';
import { copySampleStore } from './sampleStore.ts';

/** A hub that answers on a real port, started by the very command a person starts it with. */
export type ServedHub = {
  /** What the start printed: its address, a sign-in link for each person of a sample, the outbox. */
  readonly started: Started;
  /** The log as it grows. */
  readonly log: readonly LogLine[];
  /** The sign-in link of a person of the sample; it works once. */
  readonly linkOf: (name: string) => string;
  /** Stops it as Ctrl-C would; a store of its own is removed. */
  readonly close: () => Promise<void>;
};

export type Serving = {
  /** The folder of the embedded store; left out, a new one that goes when the hub closes. */
  readonly folder?: string;
  /** Whether a new store is filled with the sample partnership. */
  readonly sample: boolean;
  /** What the environment says of mail and address. */
  readonly environment?: Readonly<Record<string, string>>;
};

/** Starts the hub on a free port of this machine with an embedded store; fulfils when it answers. */
export async function serveHub({ folder, sample, environment = {} }: Serving): Promise<ServedHub> {
  const own = folder === undefined ? await mkdtemp(join(tmpdir(), 'tandem-served-')) : undefined;
  if (own && sample) copySampleStore(own);
  const log: LogLine[] = [];
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  let ended: Promise<number> | undefined;
  const started = await new Promise<Started>((resolve, reject) => {
    const args = ['--port', '0', '--data', own ?? folder ?? '', '--json', ...(sample ? [] : ['--no-sample'])];
    const io = {
      stdout: { write: (text: string) => resolve(JSON.parse(text) as Started) },
      stderr: { write: (text: string) => log.push(JSON.parse(text) as LogLine) },
    };
    ended = startCommand(args, io, environment, stopped);
    ended.catch(reject);
  });
  return {
    started,
    log,
    linkOf: (name) => {
      const link = started.links.find((one) => one.name === name);
      assert.ok(link, `nobody is called ${name}; the start printed links for ${started.links.length} people`);
      return link.address;
    },
    close: async () => {
      stop();
      await ended;
      if (own) await rm(own, { recursive: true, force: true });
    },
  };
}
