import type { MiddlewareHandler } from 'hono';
import { securityHeaders } from '../../web/securityHeaders.ts';
import type { Hub } from './route.ts';

/**
 * Puts the headers on every answer, faults included. A page is never kept by a browser or a proxy unless its
 * route says otherwise. Over https the browser is told to stay there for two years.
 */
export function setSecurityHeaders(hub: Hub): MiddlewareHandler {
  const secure = hub.config.baseUrl.startsWith('https://');
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) context.res.headers.set(name, value);
    if (secure) context.res.headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
    if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'no-store');
  };
}
