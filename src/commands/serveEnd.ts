/** Why a server that must clean up after itself is to end. */
export type ServeEnd = 'told to' | 'terminal gone' | 'fault';

/**
 * Resolves when the process is told to end, when the terminal it was started in is closed, or when something that nobody
 * caught would have ended it: so that what stands open is closed in each case. A second Ctrl-C ends the process at once.
 */
export function serveEnd(fault: (error: unknown) => void): Promise<ServeEnd> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130));
        resolve('told to');
      });
    }
    process.once('SIGHUP', () => {
      process.on('SIGHUP', () => undefined);
      resolve('terminal gone');
    });
    for (const trouble of ['uncaughtException', 'unhandledRejection'] as const) {
      process.on(trouble, (error: unknown) => {
        fault(error);
        resolve('fault');
      });
    }
  });
}
