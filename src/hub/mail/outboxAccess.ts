import { isSameToken, newToken } from '../people/token.ts';

/** One single-use link for the operator of a sample; lives and dies with the process. */
export type OutboxAccess = {
  /** The path of the link, token included: print it where only the operator reads. */
  readonly linkPath: string;
  /** The cookie's value for the first who brings the link's token; null for anybody after. */
  readonly redeem: (token: string) => string | null;
  readonly admits: (cookie: string | undefined) => boolean;
};

export function makeOutboxAccess(newSecret: () => string = newToken): OutboxAccess {
  const link = newSecret();
  const cookie = newSecret();
  let used = false;
  return {
    linkPath: `/outbox/${link}`,
    redeem: (token) => {
      if (used || !isSameToken(token, link)) return null;
      used = true;
      return cookie;
    },
    admits: (shown) => shown !== undefined && isSameToken(shown, cookie),
  };
}
