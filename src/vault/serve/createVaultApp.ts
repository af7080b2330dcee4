import { type Context, Hono } from 'hono';
import { csrfFieldName } from '../../page/csrfField.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import { securityHeaders } from '../../web/securityHeaders.ts';
import { assetPattern, serveAssets } from '../../web/serveAssets.ts';
import { explainTrouble } from './explainTrouble.ts';
import { type Gate, isFormToken } from './gate.ts';
import { requireOwnUser } from './ownUser.ts';
import { respondPage } from './respondPage.ts';
import { sentencePage } from './sentencePage.ts';
import type { VaultDesk, VaultPage, VaultRoute } from './vaultRoute.ts';

/** The most that a form without files may bring, in bytes. */
const mostBytes = 1024 * 1024;

/** The pages of a vault behind their gate, in the order a request meets it. `fault` answers a bug's reference. */
export function createVaultApp(
  desk: VaultDesk,
  gate: Gate,
  routes: readonly VaultRoute[],
  fault: (error: unknown) => string,
): Hono {
  const app = new Hono();
  const respond = (context: Context, page: VaultPage) => respondPage(context, desk, routes, page);
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
    context.res.headers.set('Cache-Control', 'no-store');
  });
  app.use(gate.ownHost);
  app.use(requireOwnUser());
  app.all('/start/:secret', gate.start);
  app.use(gate.admit);
  app.get(assetPattern, serveAssets());
  for (const route of routes) {
    app.on(route.method.toUpperCase(), route.path, async (context) => {
      const form = route.method === 'get' || route.takes === 'files' ? {} : await readForm(context, gate);
      if (!form) return respond(context, staleForm);
      return route.answer({
        ...desk,
        context,
        form,
        formToken: gate.formToken,
        respond: (page) => respond(context, page),
        notFound: (sentence) => respond(context, sentencePage('Not found', sentence, 404, 'info')),
      });
    });
  }
  app.notFound((context) =>
    respond(context, sentencePage('Not found', 'There is nothing at this address.', 404, 'info')),
  );
  app.onError((cause, context) => {
    const error = explainTrouble(cause);
    if (error instanceof Refusal) return respond(context, sentencePage('Not now', error.message, 409));
    const sentence = `This is a fault in Tandem, not in what you did. Its reference is ${fault(error)}.`;
    return respond(context, sentencePage('Something went wrong', sentence, 500));
  });
  return app;
}

const staleForm = sentencePage(
  'Please send the form again',
  'Nothing was done: the form is of an earlier start of these pages. Open its page anew and send it again.',
  403,
);

/** The posted fields that are text, without the token and without NUL; null when the token is not ours. */
async function readForm(context: Context, gate: Gate): Promise<Readonly<Record<string, string>> | null> {
  const type = context.req.header('content-type') ?? '';
  const length = Number(context.req.header('content-length') ?? Number.NaN);
  if (!type.startsWith('application/x-www-form-urlencoded') || !(length <= mostBytes)) return null;
  const { [csrfFieldName]: token, ...fields } = await context.req.parseBody();
  if (typeof token !== 'string' || !isFormToken(token, gate.formToken)) return null;
  return Object.fromEntries(
    Object.entries(fields)
      .filter((field): field is [string, string] => typeof field[1] === 'string')
      .map(([name, text]) => [name, text.replaceAll('\0', '')]),
  );
}
