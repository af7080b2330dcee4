import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Received } from '../hub/replies/receiveReply.page.ts';

/** Mail that came in while the hub had its embedded store, in the folder of the store. */
const folderOf = (storeFolder: string) => join(storeFolder, 'incoming');

/** Puts a mail where the running hub finds it: whole, or not at all. */
export function leaveMail(storeFolder: string, bytes: Uint8Array, at: Date): void {
  const folder = folderOf(storeFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `${at.getTime()}-${randomBytes(6).toString('hex')}`;
  writeFileSync(join(folder, `${name}.part`), bytes, { flush: true, mode: 0o600, flag: 'wx' });
  renameSync(join(folder, `${name}.part`), join(folder, `${name}.eml`));
}

type Waiting = {
  readonly storeFolder: string;
  readonly receive: (bytes: Uint8Array) => Promise<Received>;
  readonly onFault: (error: unknown) => void;
  readonly pollMs?: number;
};

/** Takes the mails that wait, oldest first; one that a fault stopped stays beside them under another name. */
export async function takeWaitingMail({ storeFolder, receive, onFault }: Waiting): Promise<void> {
  const folder = folderOf(storeFolder);
  const names = namesIn(folder).filter((name) => name.endsWith('.eml'));
  for (const name of names.sort()) {
    const path = join(folder, name);
    try {
      await receive(readFileSync(path));
      rmSync(path);
    } catch (error) {
      renameSync(path, path.replace(/\.eml$/, '.failed'));
      onFault(error);
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Looks for waiting mail as long as the hub runs. */
export function startTakingMail(waiting: Waiting): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      await takeWaitingMail(waiting).catch(waiting.onFault);
      await sleep(waiting.pollMs ?? 10_000, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const ended = run();
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}
