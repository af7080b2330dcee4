import { askTableThread } from './askTableThread.ts';
import { auditedReport } from './auditedReport.ts';
import { auditLines } from './auditText.ts';
import type { CommandStreams } from './command.ts';
import { readInput } from './readInput.ts';
import { readOptions } from './readOptions.ts';
import { refuseTable, warnInexact, warnUnguarded } from './refuseTable.ts';

const help = `tandem audit TABLE [--every] [--json]

What can an attacker work out of a table as its suppressions stand? Finds the exact interval of each sensitive cell by
linear programming over all relations and bounds. Sensitive and suppressed cells are hidden, all others published.
TABLE is JSON or a tau-ARGUS .jj file, either may be gzip (\`-\` reads standard input); tandem protect --help has the form.

  --every   the intervals of all suppressed cells, not only of those that ask for protection
  --json    one JSON object
  --help    this text

JSON: status (protected or exposed), audit [{id, value, lower, upper, protected}], seconds; upper is null where nothing
limits it. A table that is refused: refusal, problems.

Exit code: 0 protected, 1 exposed, or the table is refused (explained), 2 wrong use.
`;

/** Runs `tandem audit` with the arguments that follow the word; gives the exit code. */
export async function auditCommand(args: string[], io: CommandStreams): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    { every: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    { least: 1, most: 1, what: 'one table, or - for standard input' },
  );
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const file = positionals[0] as string;
  const task = { kind: 'audit' as const, every: values.every === true };
  const bytes = await readInput(file, io);
  const answer = await askTableThread({ bytes, isJj: /\.jj(\.gz)?$/i.test(file), task }, io.stderr, Date.now);
  const name = file === '-' ? 'standard input' : file;
  if (answer.kind === 'problems') return refuseTable(answer.problems, name, values.json === true, io);
  if (answer.kind !== 'audited') throw new Error(`a table to audit was ${answer.kind}`);
  const { status, audit, seconds } = answer;
  warnUnguarded(answer.unguarded, io);
  warnInexact(answer.audit, io);
  const exposed = audit.filter((one) => !one.protected);
  for (const { id } of exposed.slice(0, 20)) io.stderr.write(`${name}: the cell "${id}" is exposed\n`);
  if (exposed.length > 20) io.stderr.write(`${name}: and ${exposed.length - 20} more cells are exposed\n`);
  if (values.json) {
    const listed = audit.map(auditedReport);
    io.stdout.write(`${JSON.stringify({ status, audit: listed, seconds })}\n`);
  } else {
    io.stdout.write(
      `${status === 'protected' ? 'Protected' : 'Exposed'}.\n${auditLines(audit).join('\n')}\n`,
    );
  }
  return status === 'protected' ? 0 : 1;
}
