import { randomBytes } from 'node:crypto';

/**
 * A fault for the log, under a reference that the page shows: its kind and where it happened, never its message, for an
 * engine quotes the row that it stumbled over.
 */
export function faultLine(error: unknown, at: Date): { readonly reference: string; readonly line: string } {
  const reference = randomBytes(4).toString('hex');
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const engine =
    error instanceof Error ? /^[A-Z][A-Za-z-]*(?: [A-Z]+)? Error(?=:)/.exec(error.message)?.[0] : null;
  const name = engine ?? (error instanceof Error ? error.name : 'something that is no Error');
  return {
    reference,
    line: `${JSON.stringify({ kind: 'fault', at: at.toISOString(), reference, name, frames: frames.map((frame) => frame.trim()) })}\n`,
  };
}
