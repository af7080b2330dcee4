import { Refusal } from '../vocabulary/refusal.ts';

/** What came back of one request. */
export type OdsAnswer = { readonly status: number; readonly headers: Headers; readonly text: string };

/** How long and how often to wait for an ODS; tests hand their own. */
export type Patience = {
  /** Milliseconds for one answer. */
  readonly timeout: number;
  /** How often one request is made, at most. */
  readonly tries: number;
  readonly wait: (milliseconds: number) => Promise<void>;
};

const longestAnswer = 1 << 27;
const longestWait = 60_000;

/**
 * Asks once and again: after 429, 5xx, a lost connection or none in time it waits as long as the answer says (at most a
 * minute), else 1, 2, 4 … seconds. Redirects are not followed. Gives up with a Refusal that names the resource, never
 * what was sent.
 */
export async function askOds(
  url: URL,
  options: { readonly method?: string; readonly headers: Record<string, string>; readonly body?: string },
  patience: Patience,
): Promise<OdsAnswer> {
  let trouble = '';
  for (let turn = 1; turn <= patience.tries; turn++) {
    const answer = await askOnce(url, options, patience.timeout);
    if (typeof answer !== 'string' && answer.status !== 429 && answer.status < 500) return answer;
    trouble = typeof answer === 'string' ? answer : `answered ${answer.status}`;
    const asked =
      typeof answer === 'string' ? Number.NaN : Number(answer.headers.get('retry-after') ?? Number.NaN);
    const pause = Number.isFinite(asked) && asked >= 0 ? asked * 1000 : 1000 * 2 ** (turn - 1);
    if (turn < patience.tries) await patience.wait(Math.min(pause, longestWait));
  }
  throw new Refusal(
    `${url.origin}${url.pathname} ${trouble}, ${patience.tries} times. Nothing was kept; try again later.`,
  );
}

async function askOnce(
  url: URL,
  { method = 'GET', headers, body }: Parameters<typeof askOds>[1],
  timeout: number,
): Promise<OdsAnswer | string> {
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, { method, headers, body: body ?? null, signal, redirect: 'manual' });
    if (response.status >= 300 && response.status < 400)
      throw new Refusal(
        `${url.origin}${url.pathname} sends on to another address. Give that address itself.`,
      );
    return { status: response.status, headers: response.headers, text: await bounded(response, url) };
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    if (signal.aborted) return `did not answer within ${Math.round(timeout / 1000)} s`;
    const { code } = ((cause as Error).cause ?? cause) as { code?: string };
    return `could not be reached (${code ?? 'connection lost'})`;
  }
}

async function bounded(response: Response, url: URL): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > longestAnswer) throw new Refusal(`${url.origin}${url.pathname} answers without end.`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
