import type { MiddlewareHandler } from 'hono';
import { isLocalHost } from './isLocalHost.ts';
import type { Hub } from './route.ts';

const ownNames = ['localhost', '127.0.0.1', '[::1]'];

/** The hosts (with port) this installation answers to: its own address, and on one's own machine each of its names. */
export function knownHosts(baseUrl: string): readonly string[] {
  const base = new URL(baseUrl);
  if (!isLocalHost(base.hostname)) return [base.host];
  const port = base.port ? `:${base.port}` : '';
  return [base.host, ...ownNames.map((name) => name + port)];
}

/**
 * Refuses a request for another host, so that a foreign page cannot point its own name at this server and read the
 * answers (DNS rebinding), and no mailed link is ever made from a header.
 */
export function requireKnownHost(hub: Hub): MiddlewareHandler {
  const known = new Set(knownHosts(hub.config.baseUrl));
  return async (context, next) => {
    if (known.has(new URL(context.req.url).host)) return next();
    return context.text(
      `This Tandem answers at ${hub.config.baseUrl}. Its operator can change that with TANDEM_BASE_URL.\n`,
      421,
    );
  };
}
