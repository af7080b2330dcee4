import type { Hono } from 'hono';
import type { HubEnvironment } from '../src/hub/web/hubEnvironment.ts';

/** An answer with its text read; `location` is where a redirect leads. */
export type Page = {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly headers: Headers;
};

/** What a test may send besides the form: other headers than a browser would, another page of origin for the token. */
export type Sending = {
  readonly headers?: Readonly<Record<string, string | null>>;
  /** The page whose token is sent; left out, any page of this session will do. */
  readonly from?: string;
  /** The token itself, right or wrong; null sends none. */
  readonly csrf?: string | null;
};

/** A browser with its own cookies, talking to a hub as Chromium would. */
export type Browser = {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Page>;
  /** Follows redirects to the page that stays. */
  readonly follow: (path: string) => Promise<Page>;
  readonly post: (path: string, form?: Readonly<Record<string, string>>, sending?: Sending) => Promise<Page>;
  /** Posts a body as it is, with no form's token: what a program would send. */
  readonly send: (path: string, body: Uint8Array, headers: Readonly<Record<string, string>>) => Promise<Page>;
  /** What a download holds. */
  readonly getBytes: (path: string) => Promise<Uint8Array>;
  /** Posts a form that holds a file, as the page at `from` would. */
  readonly upload: (path: string, field: string, file: Uint8Array, from: string) => Promise<Page>;
  readonly cookies: ReadonlyMap<string, string>;
};

export function browserUnderTest(
  app: Hono<HubEnvironment>,
  baseUrl: string,
  remoteAddress = '127.0.0.1',
): Browser {
  const cookies = new Map<string, string>();

  async function ask(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (cookies.size > 0 && !headers.has('cookie'))
      headers.set('cookie', [...cookies].map(([k, v]) => `${k}=${v}`).join('; '));
    const request = new Request(new URL(path, baseUrl), { ...init, headers });
    const response = await app.fetch(request, { incoming: { socket: { remoteAddress } } });
    for (const line of response.headers.getSetCookie()) keepCookie(line);
    return response;
  }

  async function send(path: string, init: RequestInit): Promise<Page> {
    const response = await ask(path, init);
    const text = await response.text();
    const { status } = response;
    return { status, text, location: response.headers.get('location'), headers: response.headers };
  }

  function keepCookie(line: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (!name) return;
    if (!value || /max-age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }

  const get: Browser['get'] = (path, headers = {}) => send(path, { headers });

  return {
    cookies,
    get,
    getBytes: async (path) => new Uint8Array(await (await ask(path, {})).arrayBuffer()),
    follow: async (path) => {
      let page = await get(path);
      for (let i = 0; i < 5 && page.location; i++) page = await get(page.location);
      return page;
    },
    post: async (path, form = {}, { headers = {}, from, csrf } = {}) => {
      const token = csrf === undefined ? tokenOf((await get(from ?? '/sign-in')).text) : csrf;
      const sent = new Headers({
        'content-type': 'application/x-www-form-urlencoded',
        origin: new URL(baseUrl).origin,
        'sec-fetch-site': 'same-origin',
      });
      for (const [name, value] of Object.entries(headers)) {
        if (value === null) sent.delete(name);
        else sent.set(name, value);
      }
      const body = new URLSearchParams({ ...form, ...(token ? { csrf: token } : {}) });
      return send(path, { method: 'POST', headers: sent, body: body.toString() });
    },
    send: (path, body, headers) =>
      send(path, { method: 'POST', headers, body: Uint8Array.from(body).buffer }),
    upload: async (path, field, file, from) => {
      const body = new FormData();
      body.set('csrf', tokenOf((await get(from)).text));
      body.set(field, new File([Uint8Array.from(file)], 'release.tandem'));
      const headers = { origin: new URL(baseUrl).origin, 'sec-fetch-site': 'same-origin' };
      return send(path, { method: 'POST', headers, body });
    },
  };
}

/** The token of a page's first posting form. */
export function tokenOf(text: string): string {
  const token = /name="csrf" value="([^"]+)"/.exec(text)?.[1];
  if (!token) throw new Error('the page has no form with a token');
  return token;
}
