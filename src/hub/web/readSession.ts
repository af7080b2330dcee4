import type { MiddlewareHandler } from 'hono';
import { readLivingSession } from '../people/session.store.ts';
import { isToken, newToken } from '../people/token.ts';
import { readCookie, writeCookie } from './cookies.ts';
import type { HubEnvironment } from './hubEnvironment.ts';
import type { Hub } from './route.ts';

/**
 * Finds out who asks. Somebody signed in has their session's form token; a visitor's form token is a cookie of its own, which only
 * a page of ours can repeat in its form (double submit).
 */
export function readSession(hub: Hub): MiddlewareHandler<HubEnvironment> {
  return async (context, next) => {
    const session = await readLivingSession(
      hub.database,
      readCookie(context, hub.config, 'tandem'),
      hub.now(),
    );
    context.set('session', session);
    context.set('formToken', session?.csrfToken ?? visitorToken());
    return next();

    function visitorToken(): string {
      const kept = readCookie(context, hub.config, 'tandem-form');
      if (kept && isToken(kept)) return kept;
      const token = newToken();
      writeCookie(context, hub.config, 'tandem-form', token);
      return token;
    }
  };
}
