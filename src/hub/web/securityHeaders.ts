import type { MiddlewareHandler } from 'hono';
import type { Hub } from './route.ts';

const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const everywhere = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

/**
 * Puts the headers on every answer, faults included. A page is never kept by a browser or a proxy unless its
 * route says otherwise. Over https the browser is told to stay there for two years.
 */
export function setSecurityHeaders(hub: Hub): MiddlewareHandler {
  const secure = hub.config.baseUrl.startsWith('https://');
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(everywhere)) context.res.headers.set(name, value);
    if (secure) context.res.headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
    if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'no-store');
  };
}
