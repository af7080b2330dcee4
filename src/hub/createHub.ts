import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { assetPattern, serveAssets } from '../web/serveAssets.ts';
import { addRoutes, addTokenRoutes } from './web/addRoutes.ts';
import { faultPage } from './web/faultPage.ts';
import { answerHealth } from './web/health.ts';
import type { HubEnvironment } from './web/hubEnvironment.ts';
import { requireKnownHost } from './web/knownHost.ts';
import { missingPage } from './web/missingPage.ts';
import { requireOwnOrigin } from './web/ownOrigin.ts';
import { readSession } from './web/readSession.ts';
import { logRequests } from './web/requestLog.ts';
import { respondPage } from './web/respondPage.ts';
import type { Hub, Route } from './web/route.ts';
import { setSecurityHeaders } from './web/securityHeaders.ts';

/** The most a request may bring, in bytes: a form, and a file where the route takes one. */
const mostBytes = 1024 * 1024;
const mostFileBytes = 64 * 1024 * 1024;

/** The hub's web side, in the order a request meets it. */
export function createHub(hub: Hub, routes: readonly Route[]): Hono<HubEnvironment> {
  const app = new Hono<HubEnvironment>();
  app.use(logRequests(hub));
  app.use(setSecurityHeaders(hub));
  app.get('/health', answerHealth(hub));
  app.use(requireKnownHost(hub));
  app.use(assetPattern, (context, next) => {
    context.set('route', 'asset');
    return next();
  });
  app.get(assetPattern, serveAssets());
  app.use(limitBodies(routes));
  addTokenRoutes(app, hub, routes);
  app.use(requireOwnOrigin(hub.config.baseUrl));
  app.use(readSession(hub));
  addRoutes(app, hub, routes);
  app.notFound((context) =>
    respondPage(context, routes, { session: context.get('session') ?? null, member: null }, missingPage()),
  );
  app.onError(faultPage(hub, routes));
  return app;
}

/** Hono's limit, wider for the routes that take a file. */
function limitBodies(routes: readonly Route[]): MiddlewareHandler<HubEnvironment> {
  const limit = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: (context) => context.text('That is more than is taken here.\n', 413),
    });
  const [narrow, wide] = [limit(mostBytes), limit(mostFileBytes)];
  const takingFiles = routes
    .filter(({ takesFile }) => takesFile)
    .map(({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`));
  return (context, next) =>
    (takingFiles.some((path) => path.test(context.req.path)) ? wide : narrow)(context, next);
}
