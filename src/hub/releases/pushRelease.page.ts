import { countAttempt, isLimitReached, type Limit } from '../people/attempt.store.ts';
import { isToken } from '../people/token.ts';
import { asOperator } from '../store/view.ts';
import type { Route, TokenAsk } from '../web/route.ts';
import { remoteAddress } from '../web/remoteAddress.ts';
import { receiveRelease } from './receiveRelease.store.ts';
import { useToken } from './tokens.store.ts';

/** A vault sends its release: the file as the body, the token as the bearer. Answers JSON. */
export const pushReleasePages: Route[] = [
  { method: 'post', path: '/releases', access: 'token', takesFile: true, answer: pushRelease },
];

const hour = 3_600_000;
const badTokens: Limit = { name: 'bad token from', most: 30, withinMs: hour };
const pushes: Limit = { name: 'release by token', most: 60, withinMs: hour };

async function pushRelease({ hub, context }: TokenAsk): Promise<Response> {
  const now = hub.now();
  const from = remoteAddress(context, hub.config.proxies);
  if (await isLimitReached(hub.database, badTokens, from, now))
    return refuse(context, 429, 'Too many tokens that are not good came from here: wait an hour.');
  const token = /^Bearer ([\w-]{43})$/.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
  const used = isToken(token)
    ? await asOperator(hub.database, (view) => useToken(view, token, now))
    : undefined;
  if (!used) {
    await countAttempt(hub.database, badTokens, from, now);
    context.header('WWW-Authenticate', 'Bearer');
    return refuse(context, 401, 'The token is not good: it was revoked, or never made.');
  }
  if (!(await countAttempt(hub.database, pushes, used.tokenId, now)))
    return refuse(context, 429, 'This token has brought 60 files within an hour: wait.');
  const file = new Uint8Array(await context.req.arrayBuffer());
  if (file.byteLength === 0) return refuse(context, 400, 'The request has no body: send the release file.');
  const { partnershipId, tokenId, districtId } = used;
  const bringer = { via: 'push', districtId, personId: null, tokenId } as const;
  const { decided } = await receiveRelease(hub.database, partnershipId, file, bringer, hub.now);
  const { state, sentences, releaseHash } = await decided;
  return context.json({ state, sentences, release: releaseHash }, state === 'refused' ? 422 : 200);
}

function refuse(context: TokenAsk['context'], status: 400 | 401 | 429, sentence: string): Response {
  return context.json({ state: 'refused', sentences: [sentence], release: null }, status);
}
