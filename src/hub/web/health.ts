import type { Handler } from 'hono';
import type { HubEnvironment } from './hubEnvironment.ts';
import type { Hub } from './route.ts';

/** For whoever watches the process: 200 when the store answers, 503 when not. It says nothing else. */
export function answerHealth(hub: Hub): Handler<HubEnvironment> {
  return async (context) => {
    context.set('route', '/health');
    const answers = await hub.database
      .transaction((connection) => connection.query('select 1 as one'))
      .then(
        () => true,
        () => false,
      );
    return context.json({ status: answers ? 'ok' : 'the store does not answer' }, answers ? 200 : 503);
  };
}
