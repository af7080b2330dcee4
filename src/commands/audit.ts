import { askTableThread } from './askTableThread.ts';
import { auditedReport } from './auditedReport.ts';
import { auditLines } from './auditText.ts';
import type { CommandStreams } from './command.ts';
import { readInput } from './readInput.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import { firstBytes, looksLikeRelease } from '../release/looksLikeRelease.ts';
import { readRelease } from '../release/readRelease.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { auditRelease } from './auditRelease.ts';
import { wholeFlag } from './vaultReleaseFlags.ts';
import { refuseTable, warnInexact, warnUnguarded } from './refuseTable.ts';

const help = `tandem audit TABLE [--every] [--json]
tandem audit RELEASE [--earlier FILE]… [--every] [--time-limit S] [--json]

What can an attacker work out of a table as its suppressions stand? Finds the exact interval of each sensitive cell by
linear programming over all relations and bounds. Sensitive and suppressed cells are hidden, all others published.
TABLE is JSON or a tau-ARGUS .jj file, either may be gzip (\`-\` reads standard input); tandem protect --help has the form.
Of a release: the interval of every count that it does not print, from the file alone, or together with earlier ones of the
same vault: what they print in common, and what differs between them, is then known to the attacker too. What the release
says of those that are given is checked first.

  --every   the intervals of all suppressed cells, not only of those that ask for protection
  --earlier FILE   a release of the same vault before it; give each that you have, in any order
  --time-limit S   seconds for a release (default 300)
  --json    one JSON object
  --help    this text

JSON: status (protected or exposed), audit [{id, value, lower, upper, protected}]; upper is null where nothing
limits it. A table that is refused: refusal, problems. Of a release: status, hash, earlier (hashes), unseen (numbers of the
earlier releases that were not given), problems, unanswered, audit [{measure, schoolYear, place, grade, group, count, left,
lower, upper, exact, verdict: protected, trusted or exposed}].

Exit code: 0 protected, 1 exposed, or the table or release is refused (explained), 2 wrong use.
`;

/** Runs `tandem audit` with the arguments that follow the word; gives the exit code. */
export async function auditCommand(args: string[], io: CommandStreams): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    {
      every: { type: 'boolean' },
      'time-limit': { type: 'string' },
      earlier: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    { least: 1, most: 1, what: 'one table or release, or - for standard input' },
  );
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const file = positionals[0] as string;
  const task = { kind: 'audit' as const, every: values.every === true };
  const bytes = await readInput(file, io);
  const read = readRelease(bytes);
  const seconds = wholeFlag(values['time-limit'], '--time-limit', 0, 86_400) ?? 300;
  if (read.ok) {
    const { earlier = [] } = values;
    const asked = { name: file, earlier, every: values.every === true, json: values.json === true, seconds };
    return auditRelease(read, asked, io);
  }
  if (looksLikeRelease(bytes.subarray(0, firstBytes))) {
    throw new Refusal(`${file} is no release that can be audited. ${read.reason}`);
  }
  if (values.earlier !== undefined) throw new WrongUse('--earlier is for a release; a table stands alone.');
  if (values['time-limit'] !== undefined)
    throw new WrongUse('--time-limit is for a release; a table is audited whole.');
  const answer = await askTableThread({ bytes, isJj: /\.jj(\.gz)?$/i.test(file), task }, io.stderr, Date.now);
  const name = file === '-' ? 'standard input' : file;
  if (answer.kind === 'problems') return refuseTable(answer.problems, name, values.json === true, io);
  if (answer.kind !== 'audited') throw new Error(`a table to audit was ${answer.kind}`);
  const { status, audit } = answer;
  warnUnguarded(answer.unguarded, io);
  warnInexact(answer.audit, io);
  const exposed = audit.filter((one) => !one.protected);
  for (const { id } of exposed.slice(0, 20)) io.stderr.write(`${name}: the cell "${id}" is exposed\n`);
  if (exposed.length > 20) io.stderr.write(`${name}: and ${exposed.length - 20} more cells are exposed\n`);
  if (values.json) {
    const listed = audit.map(auditedReport);
    io.stdout.write(`${JSON.stringify({ status, audit: listed })}\n`);
  } else {
    io.stdout.write(
      `${status === 'protected' ? 'Protected' : 'Exposed'}.\n${auditLines(audit).join('\n')}\n`,
    );
  }
  return status === 'protected' ? 0 : 1;
}
