import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vaultPages } from '../../src/vault/pages/vaultPages.ts';
import { createVaultApp } from '../../src/vault/serve/createVaultApp.ts';
import { makeGate } from '../../src/vault/serve/gate.ts';
import { makeJobs } from '../../src/vault/serve/jobs.ts';
import type { Vault } from '../../src/vault/store/vault.ts';
import { openTestVault } from './openTestVault.ts';

export type VaultAnswer = {
  readonly status: number;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly location: string | null;
  readonly headers: Headers;
};

type Sent = { readonly headers?: Readonly<Record<string, string | null>>; readonly body?: string | FormData };

export type PagesUnderTest = {
  readonly vault: Vault;
  readonly startPath: string;
  readonly formToken: string;
  /** What a request with these headers is answered; null leaves out one that a browser of our own page sends. */
  readonly ask: (method: string, path: string, sent?: Sent) => Promise<VaultAnswer>;
  readonly get: (path: string) => Promise<VaultAnswer>;
  readonly post: (path: string, form?: Readonly<Record<string, string>>) => Promise<VaultAnswer>;
  /** Hands files in and answers the page of the work when it has ended. */
  readonly upload: (
    ...files: readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>])[]
  ) => Promise<VaultAnswer>;
  /** The page of work when it has ended. */
  readonly ended: (path: string) => Promise<VaultAnswer>;
  /** What lies in the folder for uploads. */
  readonly handedIn: () => readonly string[];
  readonly faults: readonly unknown[];
  readonly close: () => Promise<void>;
};

const host = '127.0.0.1:7420';

/** The pages of a new vault, with what is handed in on the given disk, without a listener in front, and a browser that has opened the link. */
export async function pagesUnderTest(disk = tmpdir()): Promise<PagesUnderTest> {
  const vault = await openTestVault();
  const uploads = mkdtempSync(join(disk, 'tandem-uploads-'));
  const faults: unknown[] = [];
  const fault = (error: unknown): string => `reference ${faults.push(error)}`;
  const now = () => new Date('2026-11-25T08:00:00Z');
  const jobs = makeJobs(now, fault);
  const gate = makeGate(7420, () => undefined);
  const desk = { vault, jobs, now, folder: 'fresno', uploads, idleMinutes: 30, stop: () => undefined };
  const app = createVaultApp(desk, gate, vaultPages, fault);
  let cookie = '';

  const ask: PagesUnderTest['ask'] = async (method, path, { headers = {}, body } = {}) => {
    const sent = new Headers({ host, cookie, 'sec-fetch-site': method === 'GET' ? 'none' : 'same-origin' });
    if (method !== 'GET') sent.set('origin', `http://${host}`);
    for (const [name, value] of Object.entries(headers)) {
      if (value === null) sent.delete(name);
      else sent.set(name, value);
    }
    const init = { method, headers: sent, ...(body === undefined ? {} : { body, duplex: 'half' }) };
    const response = await app.fetch(new Request(`http://${host}${path}`, init as RequestInit));
    const bytes = new Uint8Array(await response.arrayBuffer());
    return {
      status: response.status,
      text: new TextDecoder().decode(bytes),
      bytes,
      location: response.headers.get('location'),
      headers: response.headers,
    };
  };
  const get = (path: string) => ask('GET', path);
  const ended: PagesUnderTest['ended'] = async (path) => {
    for (;;) {
      const page = await get(path);
      if (!page.text.includes('data-refresh')) return page;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const started = await get(gate.startPath);
  cookie = started.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    vault,
    startPath: gate.startPath,
    formToken: gate.formToken,
    ask,
    get,
    ended,
    faults,
    post: (path, form = {}) => ask('POST', path, formBody({ csrf: gate.formToken, ...form })),
    upload: async (...files) => {
      const data = new FormData();
      data.append('csrf', gate.formToken);
      for (const [name, content] of files) data.append('files', new Blob([content]), name);
      const taken = await ask('POST', '/load', { body: data });
      return taken.location ? ended(taken.location) : taken;
    },
    handedIn: () => readdirSync(uploads),
    close: async () => {
      await jobs.stop();
      await vault.close();
      rmSync(uploads, { recursive: true });
    },
  };
}

/** A form without files as a browser sends it. */
export function formBody(form: Readonly<Record<string, string>>): Sent {
  const body = new URLSearchParams(form).toString();
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(body.length),
    },
  };
}
