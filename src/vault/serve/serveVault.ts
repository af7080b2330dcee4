import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Listener, openListener } from '../../web/openListener.ts';
import type { Vault } from '../store/vault.ts';
import { createVaultApp } from './createVaultApp.ts';
import { faultLine } from './faultLine.ts';
import { makeGate } from './gate.ts';
import { idleWatch } from './idleWatch.ts';
import { makeJobs } from './jobs.ts';
import type { VaultRoute } from './vaultRoute.ts';

export type Serving = {
  /** Opens the vault, lets it be worked on, and seals it. */
  readonly use: <T>(work: (vault: Vault) => Promise<T>) => Promise<T>;
  readonly folder: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly idleMinutes: number;
  readonly routes: readonly VaultRoute[];
  readonly now: () => Date;
  /** Told where the pages are and the link that lets one browser in. */
  readonly started: (at: { readonly address: string; readonly link: string }) => void;
  /** Told why the pages end, before the vault is sealed. */
  readonly ended: (why: ServingEnded) => void;
  /** Resolves when whoever started the pages ends them. */
  readonly stopped: Promise<unknown>;
  /** Takes a line about a fault. */
  readonly log: (line: string) => void;
};

export type ServingEnded = 'told to' | 'not used';

/**
 * Serves the pages of a vault to one browser on this machine until it is told to stop or nobody has used them for a while;
 * answers which, when the vault is sealed. The port is taken first, so that one in use is refused before the vault is opened.
 * Work that goes on is stopped; what it had finished is kept.
 */
export async function serveVault(serving: Serving): Promise<ServingEnded> {
  const listener = await openListener('127.0.0.1', serving.port, 0);
  try {
    return await serving.use((vault) => serveOpenVault(vault, listener, serving));
  } finally {
    await listener.close();
  }
}

async function serveOpenVault(vault: Vault, listener: Listener, serving: Serving): Promise<ServingEnded> {
  const { folder, idleMinutes, now } = serving;
  const fault = (error: unknown): string => {
    const { reference, line } = faultLine(error, now());
    serving.log(line);
    return reference;
  };
  const jobs = makeJobs(now, fault);
  const watch = idleWatch(
    idleMinutes,
    () => now().getTime(),
    () => jobs.current() !== undefined,
  );
  try {
    const uploads = join(vault.temporary, 'uploads');
    mkdirSync(uploads, { recursive: true, mode: 0o700 });
    const gate = makeGate(listener.port, watch.used);
    let stop = (): void => undefined;
    const asked = new Promise<void>((done) => {
      stop = done;
    });
    const desk = { vault, jobs, now, folder, uploads, idleMinutes, stop: () => stop() };
    listener.serve(createVaultApp(desk, gate, serving.routes, fault));
    const address = `http://127.0.0.1:${listener.port}`;
    serving.started({ address, link: address + gate.startPath });
    const ended = await Promise.race([
      serving.stopped.then(() => 'told to' as const),
      asked.then(() => 'told to' as const),
      watch.idle.then(() => 'not used' as const),
    ]);
    serving.ended(ended);
    return ended;
  } finally {
    watch.end();
    await Promise.all([jobs.stop(), listener.close()]);
  }
}
