import type { MiddlewareHandler } from 'hono';
import type { HubEnvironment } from './hubEnvironment.ts';
import type { Hub } from './route.ts';

/** One line for each request that a route answered or none did; files of `public` are left out. */
export function logRequests(hub: Hub): MiddlewareHandler<HubEnvironment> {
  return async (context, next) => {
    const started = performance.now();
    await next();
    const route = context.get('route');
    if (route === 'asset') return;
    hub.log({
      kind: 'request',
      at: hub.now().toISOString(),
      method: context.req.method,
      route: route ?? 'none',
      status: context.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      personId: context.get('session')?.personId ?? null,
    });
  };
}
