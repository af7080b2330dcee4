import type { MiddlewareHandler } from 'hono';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What a browser says of where a form came from; it cannot be set by a page. */
export type Provenance = { readonly origin?: string; readonly fetchSite?: string };

/** True when the browser vouches that the form stood on a page of `own` (an origin). Silence is no voucher. */
export function isOwnOrigin({ origin, fetchSite }: Provenance, own: string): boolean {
  if (origin === undefined && fetchSite === undefined) return false;
  if (origin !== undefined && origin !== own) return false;
  return fetchSite === undefined || fetchSite === 'same-origin';
}

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
