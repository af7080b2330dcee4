import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { everythingAgrees } from '../measures/dashboard/compareDashboard.ts';
import { dashboardFile } from '../measures/dashboardFile.ts';
import { dashboardSummary } from './dashboardSummary.ts';
import { delimitedRecords } from './delimitedRecords.ts';
import { findingLine } from './findingLine.ts';

const help = `tandem dashboard FILE.csv [--json]

Judges the rows of the state's 2024 Dashboard download (columns by name; \`-\` reads standard input) by the
published rules: status and change from the counts, levels, colour, participation penalty. It then compares
them with the figures that the file itself publishes.

  --json   one JSON object: rows, and published with agree, of and differ for every figure
  --help   this text

Rates are recomputed from numerator and denominator. A mean distance from standard cannot be: the published
one is taken and checked against the mean before penalty records, its change to 0.1. Levels and colours are
codes as in the file: 0 none, 1 worst or Red to 5 best or Blue. Rows that cannot be read are listed on standard
error with line, column and remedy, and left out.

Exit code: 0 everything agrees, 1 something differs or a row has a finding, 2 wrong use.
`;

/** Where a command writes, and what it reads for `-` (default: the process's standard input). */
export type CommandStreams = {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly stdin?: NodeJS.ReadableStream;
};

/** Runs `tandem dashboard` with the arguments that follow the word; gives the exit code. */
export async function dashboardCommand(args: string[], io: CommandStreams): Promise<number> {
  const asked = parseUse(args);
  if (typeof asked === 'string') return refuse(io, asked);
  if (asked.help) {
    io.stdout.write(help);
    return 0;
  }
  const file = asked.file === '-' ? 'standard input' : asked.file;
  let content: string;
  try {
    content = asked.file === '-' ? await readAll(io.stdin ?? process.stdin) : await readFile(file, 'utf8');
  } catch (cause) {
    return refuse(io, `cannot read ${file}: ${cause instanceof Error ? cause.message : cause}`);
  }
  if (content.startsWith('PK\u0003'))
    return refuse(io, `${file} is an Excel workbook: save its sheet as CSV`);
  const table = delimitedRecords(content, file);
  if ('refusal' in table) return refuse(io, `${file}: ${table.refusal}`);
  const result = dashboardFile(table.header, table.records, file);
  if ('refusal' in result) return refuse(io, `${file}: ${result.refusal}`);

  const findings = [...table.findings, ...result.findings];
  for (const finding of findings) io.stderr.write(`${findingLine(finding)}\n`);
  io.stdout.write(
    asked.json ? `${JSON.stringify(result.report)}\n` : dashboardSummary(result.report, findings.length),
  );
  return findings.length === 0 && everythingAgrees(result.report.published) ? 0 : 1;
}

type Use = { readonly file: string; readonly json: boolean; readonly help: boolean };

function parseUse(args: string[]): Use | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    const [file, ...more] = positionals;
    if (values.help) return { file: '-', json: false, help: true };
    if (file === undefined) return 'name the file to judge, or - for standard input';
    if (more.length > 0) return `one file at a time, not ${positionals.join(', ')}`;
    return { file, json: values.json === true, help: false };
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

function refuse(io: CommandStreams, sentence: string): number {
  io.stderr.write(`tandem dashboard: ${sentence}\nSee tandem dashboard --help.\n`);
  return 2;
}
