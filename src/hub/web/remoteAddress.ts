import type { Context } from 'hono';

/**
 * The address a request came from. `proxies` is how many proxies of our own stand in front: each adds the address it saw at the
 * end of X-Forwarded-For, and whatever stands further left was written by the asker.
 */
export function remoteAddress(context: Context, proxies: number): string {
  const socket = (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
    ?.socket;
  if (proxies > 0) {
    const forwarded = (context.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
    const seen = forwarded.at(-proxies);
    if (seen) return seen;
  }
  return socket?.remoteAddress ?? 'unknown';
}

/** Whether an address is of this machine. */
export function isLoopback(address: string): boolean {
  return /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/.test(address);
}
