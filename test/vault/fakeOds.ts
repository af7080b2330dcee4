import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an ODS does with a request instead of answering it. */
export type Fault =
  | { readonly status: number; readonly retryAfter?: number; readonly text?: string }
  | 'drop'
  | 'hang'
  | 'cut'
  | 'expire';

export type FakeOds = {
  readonly url: string;
  /** The paths with their queries in the order in which they were asked for. */
  readonly asked: readonly string[];
  readonly tokens: () => number;
  readonly close: () => Promise<void>;
};

type Collections = ReadonlyMap<string, readonly { readonly [name: string]: unknown }[]>;

/**
 * An Ed-Fi API v7 over records in memory, as the ODS speaks it: description, token by client credentials, bearer tokens that
 * run out, paging by offset against Total-Count or, from 7.3, by token; and the faults that a test asks for. `before`
 * is told of each request with its number from 1, and may change the records or name a fault.
 */
export async function fakeOds(
  collections: Collections,
  {
    version = '7.3',
    standard = '5.2.0',
    description = {},
    before = () => undefined,
  }: {
    readonly version?: string;
    readonly standard?: string;
    readonly description?: Readonly<Record<string, unknown>>;
    readonly before?: (path: string, turn: number) => Fault | undefined;
  } = {},
): Promise<FakeOds> {
  const asked: string[] = [];
  let [token, tokens] = ['', 0];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = url.pathname + url.search;
    asked.push(path);
    const fault = before(path, asked.length);
    if (fault === 'hang') return;
    if (fault === 'drop') return void request.socket.destroy();
    if (fault === 'expire') token = 'expired';
    if (fault === 'cut') {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('[{"id":');
      return void setImmediate(() => request.socket.destroy());
    }
    if (typeof fault === 'object') {
      const wait = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      return void response.writeHead(fault.status, wait).end(fault.text ?? '{"message":"no"}');
    }
    if (url.pathname === '/') return send(response, 200, describe(version, standard, description, request));
    if (url.pathname === '/oauth/token') {
      void readText(request).then((body) => {
        const pair = Buffer.from('key:secret').toString('base64');
        if (request.headers.authorization !== `Basic ${pair}` || body !== 'grant_type=client_credentials')
          return send(response, 401, { error: 'invalid_client' });
        tokens += 1;
        token = `token-${tokens}`;
        send(response, 200, { access_token: token, expires_in: 1800, token_type: 'bearer' });
      });
      return;
    }
    if (request.headers.authorization !== `Bearer ${token}`)
      return send(response, 401, { message: 'expired' });
    const records = collections.get(url.pathname.replace(/^\/data\/v3\/ed-fi\//, ''));
    if (!records) return send(response, 404, { message: 'not found' });
    page(records, url.searchParams, version, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    tokens: () => tokens,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function page(
  records: readonly { readonly [name: string]: unknown }[],
  query: URLSearchParams,
  version: string,
  response: ServerResponse,
): void {
  const withIds = records.map((record, at) => ({ id: `${at}`.padStart(32, '0'), ...record }));
  const size = Math.min(Number(query.get('pageSize') ?? query.get('limit') ?? 25), 500);
  const isCursor = query.has('pageSize') && Number(version) >= 7.3;
  const from = Number((isCursor ? query.get('pageToken')?.slice(1) : query.get('offset')) ?? 0);
  if (isCursor && from < records.length) response.setHeader('next-page-token', `t${from + size}`);
  if (query.get('totalCount') === 'true') response.setHeader('total-count', String(records.length));
  send(response, 200, withIds.slice(from, from + size));
}

function describe(
  version: string,
  standard: string,
  description: Readonly<Record<string, unknown>>,
  { headers }: IncomingMessage,
): unknown {
  const base = `http://${headers.host}`;
  return {
    version,
    dataModels: [{ name: 'Ed-Fi', version: standard }],
    urls: { oauth: `${base}/oauth/token`, dataManagementApi: `${base}/data/v3/` },
    ...description,
  };
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
