import { Refusal } from '../vocabulary/refusal.ts';
import { askOds, type OdsAnswer, type Patience } from './odsAnswer.ts';

export type Credentials = { readonly key: string; readonly secret: string };

/** Asks for resources with a token, and for a new one when it has run out. */
export type OdsSession = { readonly get: (url: URL) => Promise<OdsAnswer> };

/**
 * Opens a session by OAuth 2.0 client credentials (RFC 6749, section 4.4): the first request asks for a token. Refuses
 * when key and secret are not known, and when a new token is not taken either.
 */
export function odsSession(token: URL, credentials: Credentials, patience: Patience): OdsSession {
  let current: string | undefined;
  const renew = async (): Promise<string> => {
    const pair = Buffer.from(`${credentials.key}:${credentials.secret}`).toString('base64');
    const answer = await askOds(
      token,
      {
        method: 'POST',
        headers: {
          authorization: `Basic ${pair}`,
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
        },
        body: 'grant_type=client_credentials',
      },
      patience,
    );
    const given = answer.status === 200 ? tokenOf(answer.text) : undefined;
    if (given !== undefined) return given;
    throw new Refusal(
      answer.status === 400 || answer.status === 401
        ? 'The ODS does not know this key and secret. Look whether they are whole, of this ODS, and not withdrawn.'
        : `The ODS gave no token (${answer.status}). Nothing was kept.`,
    );
  };
  return {
    get: async (url) => {
      const ask = async (): Promise<OdsAnswer> => {
        current ??= await renew();
        const headers = { authorization: `Bearer ${current}`, accept: 'application/json' };
        return askOds(url, { headers }, patience);
      };
      const first = await ask();
      if (first.status !== 401) return first;
      current = undefined;
      const second = await ask();
      if (second.status !== 401) return second;
      throw new Refusal(`The ODS gives a token and then refuses it at ${url.pathname}. Nothing was kept.`);
    },
  };
}

function tokenOf(text: string): string | undefined {
  try {
    const { access_token: token } = JSON.parse(text) as { access_token?: unknown };
    return typeof token === 'string' && /^[\w.~+/=-]+$/.test(token) ? token : undefined;
  } catch {
    return undefined;
  }
}
