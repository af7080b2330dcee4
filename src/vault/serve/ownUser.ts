import { readFileSync } from 'node:fs';
import type { MiddlewareHandler } from 'hono';

type Ends = { readonly remotePort?: number | undefined; readonly localPort?: number | undefined };

/**
 * Turns away what another user of this machine asks. Linux alone tells whose a connection within the machine is; elsewhere, and
 * where it does not say, the cookie decides alone. `users` are the numbers of those who may ask.
 */
export function requireOwnUser(users: readonly number[] = ownUsers()): MiddlewareHandler {
  const known = new WeakMap<object, boolean>();
  return async (context, next) => {
    const socket = (context.env as { incoming?: { socket?: Ends } } | undefined)?.incoming?.socket;
    if (!socket || users.length === 0) return next();
    const isOwn = known.get(socket) ?? isOwnSocket(socket, users);
    known.set(socket, isOwn);
    if (isOwn) return next();
    return context.text('These pages are for the user of this machine who started them.\n', 403);
  };
}

function isOwnSocket({ remotePort, localPort }: Ends, users: readonly number[]): boolean {
  if (remotePort === undefined || localPort === undefined) return true;
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const user = userOf(readTable(table), remotePort, localPort);
    if (user !== undefined) return users.includes(user);
  }
  return true;
}

/**
 * The user whose socket goes from one port to another within this machine, by a table of Linux (proc(5), `/proc/net/tcp`);
 * undefined when the table does not list it.
 */
export function userOf(table: string, from: number, to: number): number | undefined {
  const hex = (port: number): string => `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  for (const line of table.split('\n')) {
    const [, local, remote, , , , , user] = line.trim().split(/\s+/);
    if (local?.endsWith(hex(from)) && remote?.endsWith(hex(to)) && isLoopback(local)) return Number(user);
  }
  return undefined;
}

/** 127.0.0.1 as the kernel writes it, plain or within IPv6, in the byte order of either machine. */
function isLoopback(address: string): boolean {
  return /^(0{16}FFFF0000|0{16}0000FFFF)?(0100007F|7F000001):/.test(address);
}

function readTable(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Whoever runs this, and whom `sudo` ran it for. */
function ownUsers(): number[] {
  const own = process.getuid?.();
  const { SUDO_UID: behind } = process.env;
  return [...(own === undefined ? [] : [own]), ...(behind ? [Number(behind)] : [])];
}
