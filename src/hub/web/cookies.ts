import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Config } from '../config.ts';

/** `tandem`: the session. `tandem-form`: proves a visitor's form is ours. `tandem-operator`: reads the outbox. */
export type CookieName = 'tandem' | 'tandem-form' | 'tandem-operator';

function attributesOf(config: Config) {
  const secure = config.baseUrl.startsWith('https://');
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure, prefix: secure ? 'host' : undefined } as const;
}

/** Over https the name begins with `__Host-`, which no other host and no plain connection can set. */
export function readCookie(context: Context, config: Config, name: CookieName): string | undefined {
  return getCookie(context, name, attributesOf(config).prefix);
}

/** Ends with the browser; how long it counts is kept on our side. */
export function writeCookie(context: Context, config: Config, name: CookieName, value: string): void {
  setCookie(context, name, value, attributesOf(config));
}

export function removeCookie(context: Context, config: Config, name: CookieName): void {
  deleteCookie(context, name, attributesOf(config));
}
