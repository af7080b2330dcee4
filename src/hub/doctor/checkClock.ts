import type { Check } from './check.ts';

const mostMs = 2 * 60_000;

/** Whether this machine's clock agrees with the server's and does not lie before what it has written already. */
export function checkClock(at: Date, server: Date, newest: Date | null): Check {
  const what = 'clock';
  const apart = Math.abs(server.getTime() - at.getTime());
  if (apart > mostMs) {
    const says = `this machine says ${at.toISOString()}, the database ${server.toISOString()}; set both by the network`;
    return { what, well: false, says };
  }
  if (newest && newest.getTime() - at.getTime() > mostMs) {
    const says = `the store holds something of ${newest.toISOString()}, which is still to come (now ${at.toISOString()}): the clock is wrong, or was`;
    return { what, well: false, says };
  }
  return { what, well: true, says: at.toISOString() };
}
