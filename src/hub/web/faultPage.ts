import { randomBytes } from 'node:crypto';
import type { ErrorHandler } from 'hono';
import { Refusal } from '../../vocabulary/refusal.ts';
import { describeFault } from './describeFault.ts';
import type { HubEnvironment } from './hubEnvironment.ts';
import { respondPage } from './respondPage.ts';
import type { Hub, Route } from './route.ts';
import { sentencePage } from './sentencePage.ts';

/** A refusal becomes its sentence. Anything else is a fault: the page gives a reference, the log gives the rest. */
export function faultPage(hub: Hub, routes: readonly Route[]): ErrorHandler<HubEnvironment> {
  return (error, context) => {
    const reader = { session: context.get('session') ?? null, member: null };
    if (error instanceof Refusal) {
      const page = sentencePage({ title: 'Not now', sentence: error.message, status: 409 });
      return respondPage(context, routes, reader, page);
    }
    const reference = randomBytes(4).toString('hex');
    hub.log({
      kind: 'fault',
      at: hub.now().toISOString(),
      route: context.get('route') ?? 'none',
      reference,
      error: describeFault(error),
    });
    const page = sentencePage({
      title: 'Something went wrong',
      sentence: `This is a fault in Tandem, not in what you did. Give the operator this reference: ${reference}.`,
      status: 500,
    });
    return respondPage(context, routes, reader, page);
  };
}
