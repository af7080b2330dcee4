import type { Session } from '../people/session.store.ts';

/** What Hono carries beside a request: the socket from the server, and what our own steps have found out. */
export type HubEnvironment = {
  Bindings: { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } };
  Variables: {
    /** The pattern of the route that answers, for the log. */
    route: string | undefined;
    session: Session | null;
    formToken: string;
  };
};
