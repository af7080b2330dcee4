import type { MiddlewareHandler } from 'hono';
import { isOwnOrigin } from '../../web/ownOrigin.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses what another site's page sends here. The host has been checked before, so the request's own origin is ours. */
export function requireOwnOrigin(baseUrl: string): MiddlewareHandler {
  const scheme = new URL(baseUrl).protocol;
  return async (context, next) => {
    if (reading.has(context.req.method)) return next();
    const provenance = {
      origin: context.req.header('origin'),
      fetchSite: context.req.header('sec-fetch-site'),
    };
    if (isOwnOrigin(provenance, `${scheme}//${new URL(context.req.url).host}`)) return next();
    return context.text('This form came from another site, so nothing was done.\n', 403);
  };
}
