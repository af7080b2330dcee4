import type { CommandStreams } from './command.ts';
import type { AuditedCell } from './tableQuestion.ts';

const most = 20;

/** Says on standard error, and as JSON when asked, why a table is refused: every problem by name. Gives the exit code. */
export function refuseTable(
  problems: readonly string[],
  name: string,
  json: boolean,
  io: CommandStreams,
): number {
  for (const problem of problems.slice(0, most)) io.stderr.write(`${name}: ${problem}\n`);
  if (problems.length > most) io.stderr.write(`${name}: and ${problems.length - most} more problems\n`);
  if (json) io.stdout.write(`${JSON.stringify({ refusal: 'the table is refused', problems })}\n`);
  return 1;
}

/** Sensitive cells that ask for no protection are met by anything, even by being known exactly: say so. */
export function warnUnguarded(unguarded: number, io: CommandStreams): void {
  if (unguarded === 0) return;
  io.stderr.write(
    `${unguarded} sensitive ${unguarded === 1 ? 'cell asks' : 'cells ask'} for no protection (protectLower, protectUpper and protectWidth are 0): hidden, but perhaps known exactly\n`,
  );
}

/** Intervals that are only proved, not exact, are safe to rely on and not the whole truth: say how many. */
export function warnInexact(audit: readonly AuditedCell[], io: CommandStreams): void {
  const inexact = audit.filter((one) => !one.exact).length;
  if (inexact === 0) return;
  io.stderr.write(
    `${inexact} of ${audit.length} intervals are what is proved so far, at least that wide: give more time for exact ones\n`,
  );
}
