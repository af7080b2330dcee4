import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isOwnOrigin } from '../../web/ownOrigin.ts';

const reading = new Set(['GET', 'HEAD']);

/** Who may read the pages of a vault: one browser, which opened the link that was printed where the vault was started. */
export type Gate = {
  /** The path of the link; it lets in whoever opens it first, once. */
  readonly startPath: string;
  /** What every posting form carries. */
  readonly formToken: string;
  /** Refuses every other name of this machine, so that no foreign page reaches it under a name of its own (DNS rebinding). */
  readonly ownHost: MiddlewareHandler;
  /** Answers the start link: the cookie, and the way to the first page. */
  readonly start: MiddlewareHandler;
  /** Lets nobody pass without the cookie, and nothing that stands on a page of another origin. */
  readonly admit: MiddlewareHandler;
};

/**
 * Makes the gate of a server on `127.0.0.1:port`. Secret, cookie and token are random and new at every start. `used` is told
 * of every request that is let through.
 */
export function makeGate(port: number, used: () => void): Gate {
  const [secret, session, formToken] = [newSecret(), newSecret(), newSecret()];
  // Cookies do not know ports: two vaults at once need two names.
  const cookieName = `tandem-vault-${port}`;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  let isFresh = true;
  const startPath = `/start/${secret}`;
  return {
    startPath,
    formToken,
    ownHost: async (context, next) => {
      if (hosts.includes(context.req.header('host') ?? '')) return next();
      return context.text('Open the link that was printed where the vault was started.\n', 421);
    },
    start: async (context) => {
      const given = context.req.param('secret') ?? '';
      if (context.req.method !== 'GET' || !isFresh || !isSame(given, secret)) {
        return context.text(
          'This link has been used or is not of this start. It lets in one browser, once. Stop the pages with Ctrl-C where they were started, and start them again.\n',
          403,
        );
      }
      isFresh = false;
      used();
      setCookie(context, cookieName, session, { path: '/', httpOnly: true, sameSite: 'Strict' });
      // A browser that came here from another program sends a strict cookie only once our own page asks.
      context.header('Refresh', '0; url=/');
      context.header('Referrer-Policy', 'no-referrer');
      return context.html(
        '<!doctype html><html lang="en"><title>Tandem</title><link rel="icon" href="data:,"><p><a href="/">Go to the vault</a></p>',
      );
    },
    admit: async (context, next) => {
      if (!isSame(getCookie(context, cookieName) ?? '', session)) {
        return context.text(
          'Only the browser that opened the link sees this. It was printed where the vault was started.\n',
          403,
        );
      }
      const origin = context.req.header('origin');
      const fetchSite = context.req.header('sec-fetch-site');
      const own = `${new URL(context.req.url).origin}`;
      const isOwn = reading.has(context.req.method)
        ? (origin === undefined || origin === own) && !/^(same|cross)-site$/.test(fetchSite ?? '')
        : isOwnOrigin({ origin, fetchSite }, own);
      if (!isOwn) return context.text('This came from another page, so nothing was done.\n', 403);
      used();
      return next();
    },
  };
}

/** Whether a form came from a page of this server. */
export function isFormToken(given: string | undefined, formToken: string): boolean {
  return given !== undefined && isSame(given, formToken);
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in a time that does not depend on where the texts differ. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
