import type { Context } from 'hono';
import type { Html } from '../../page/html.ts';
import type { Vault } from '../store/vault.ts';
import type { Jobs } from './jobs.ts';

/**
 * A page before its shell is put round it. Begin `body` with a `pageHeading`. `menu` is the word of the menu's current entry
 * where the page's own path does not tell it.
 */
export type VaultPage = {
  readonly title: string;
  readonly body: Html;
  readonly menu?: string;
  readonly status?: 200 | 400 | 403 | 404 | 409 | 413 | 422 | 500;
  readonly wide?: boolean;
  readonly print?: 'portrait' | 'landscape';
  /** Asks for itself again after so many seconds, while work goes on: by script in place, without script as a whole. */
  readonly refreshSeconds?: number;
};

/** What the server of a vault's pages stands on; made once at the start. */
export type VaultDesk = {
  /** The open vault. Read through `rows`; it answers while a job writes in `vault.transaction`. */
  readonly vault: Vault;
  readonly jobs: Jobs;
  readonly now: () => Date;
  /** The vault's folder, for files that are kept beside the sealed one, and for sentences. */
  readonly folder: string;
  /** The private folder for what is handed in; wiped at every start and close. */
  readonly uploads: string;
  /** Minutes without use after which the vault is sealed. */
  readonly idleMinutes: number;
  /** Seals the vault and ends the server as soon as the answer is out. */
  readonly stop: () => void;
};

/** A request that has passed the gate: this machine, our own page, the browser that holds the secret. */
export type VaultAsk = VaultDesk & {
  readonly context: Context;
  /** The posted form's fields as text, its token checked; empty on a GET and on a route that takes files. */
  readonly form: Readonly<Record<string, string>>;
  /** The token that every posting form of the answer carries: `form({ csrfToken: formToken, … })`. */
  readonly formToken: string;
  readonly respond: (page: VaultPage) => Response;
  readonly notFound: (sentence: string) => Response;
};

/**
 * One route of the vault's pages.
 *
 * To add a page: write `src/vault/pages/<name>.page.ts` that exports `<name>Pages: readonly VaultRoute[]`, and put it into the
 * list of `src/vault/pages/vaultPages.ts`; the menu takes the routes that have `menu`, in that order. Everything else is done
 * before a route is asked. A route answers `ask.respond({ title, body })`, `ask.notFound('…')`, `ask.context.redirect('/x',
 * 303)` or any Response of its own (a download: `download` in this folder). Throw a Refusal for what cannot be done now: it
 * becomes its sentence. Statements stand in a `<name>.store.ts` with its `.sql`, which takes `ask.vault`. Addresses of pages
 * begin with `/` (`/reconcile`, `/release/…`).
 *
 * Work that may take more than a second is ordered from a POST and never awaited:
 * `const job = ask.jobs.order({ kind, title, key, work: async (tell) => { tell({ sentence, done, of }); … }, view })`, then
 * `return ask.context.redirect(jobPath(job), 303)`. Its page shows how far it is and what `view()` makes of it. One job runs at
 * a time; orders of one `key` are one job. Any page may ask `ask.jobs.last(kind)` and `ask.jobs.current()`.
 */
export type VaultRoute = {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** The word under which it stands in the menu. */
  readonly menu?: string;
  /** `files`: the route reads the body itself, of any size, by `readUpload`. */
  readonly takes?: 'files';
  readonly answer: (ask: VaultAsk) => Response | Promise<Response>;
};

/** Where a job shows how far it is. */
export function jobPath({ id }: { readonly id: number }): string {
  return `/work/${id}`;
}
