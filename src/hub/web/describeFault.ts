import { sqlState } from '../store/database.ts';

/**
 * A fault for the log: its name, message and stack, and those of its causes. Of an error from the database only the code and the
 * constraint are told, for its message quotes rows.
 */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no Error was thrown';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const head = [`${error.name}: ${messageOf(error)}`, ...frames].join('\n');
  return error.cause === undefined ? head : `${head}\ncaused by ${describeFault(error.cause)}`;
}

function messageOf(error: Error): string {
  const code = sqlState(error);
  if (code) {
    const { constraint } = error as { constraint?: unknown };
    return `the database answered ${code}${typeof constraint === 'string' ? ` (${constraint})` : ''}`;
  }
  return error.name === 'ZodError' ? 'a value is not of its shape' : error.message;
}
