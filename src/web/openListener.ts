import { getRequestListener } from '@hono/node-server';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refusal } from '../vocabulary/refusal.ts';

/** What answers requests: a Hono app. */
type App = { readonly fetch: Parameters<typeof getRequestListener>[0] };

export type Listener = {
  /** The port that was got, for one that was asked for as 0. */
  readonly port: number;
  /** From here on the app answers; until then everybody is told to wait. */
  readonly serve: (app: App) => void;
  /** Takes no new requests, lets those under way finish for ten seconds, then ends. */
  readonly close: () => Promise<void>;
};

const longestCloseMs = 10_000;

/**
 * Takes the port first, so that one in use is refused before anything is made. A request must have come whole within
 * `longestRequestMs`; 0 sets no end, for files of any size from this machine.
 */
export async function openListener(host: string, port: number, longestRequestMs = 60_000): Promise<Listener> {
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Retry-After': '5',
      Refresh: '3',
    });
    response.end('Tandem is starting. This page looks again by itself.\n');
  };
  const server = createServer({ requestTimeout: longestRequestMs }, (request, response) =>
    answer(request, response),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalOf(error, host, port)));
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve: (app) => {
      answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
    },
    close: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), longestCloseMs);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function refusalOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Refusal(`Port ${port} is in use by another program. Choose another with --port.`);
    case 'EACCES':
      return new Refusal(
        `Port ${port} needs rights this user does not have. Choose one above 1023 with --port.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Refusal(`This machine has no address "${host}". Choose another with --host.`);
    default:
      return error;
  }
}
