import { askTableThread } from './askTableThread.ts';
import { auditedReport } from './auditedReport.ts';
import type { CommandStreams } from './command.ts';
import { protectText } from './protectText.ts';
import { readInput } from './readInput.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import type { TableAnswer } from './tableQuestion.ts';
import { noTime } from '../disclosure/findSuppression.ts';
import { refuseTable, warnInexact, warnUnguarded } from './refuseTable.ts';

const patience = 25;
const objectives = ['value', 'count', 'weight'] as const;

const help = `tandem protect TABLE [--time-limit SECONDS] [--objective value|count|weight] [--json]

Hides further cells of a table so that nobody can work out its sensitive ones, at the least cost, and proves it: the
interval that an attacker who knows every relation can compute for each sensitive cell is found by linear programming
and is as wide as the cell asks for. TABLE is JSON or a tau-ARGUS .jj file, either may be gzip (\`-\` reads standard
input).

  --objective O          what to hide least of: value (default, or as the table says), count, or weight, which in a
                         .jj file is its cost column
  --time-limit SECONDS   how long to look for something cheaper (default ${patience}). Then the best audited suppression is
                         given with what it must cost at least (feasible); the first one is always finished.
                         Intervals not worked out by then, nor in 10 s, are given as far as they are proved
  --json                 one JSON object
  --help                 this text

{ "cells": [ { "id", "value", "weight", "status": "safe|sensitive|fixed|suppressed", "lower", "upper",
               "protectLower", "protectUpper", "protectWidth" } ],
  "relations": [ { "rhs": 0, "terms": [ ["id", coefficient] ] } ], "objective", "integer": false }

The interval [lo, hi] of a sensitive cell must satisfy lo <= value - protectLower, hi >= value + protectUpper and
hi - lo >= protectWidth. lower and upper are what every reader knows beforehand (default 0 and no limit). Fixed cells
are never hidden; suppressed ones are hidden already. With "integer": true the attacker knows that cells are whole.

JSON: status (optimal, feasible or infeasible), suppressed, primary, secondary, objective, bound, seconds, audit
[{id, value, lower, upper, protected}]; upper is null where nothing limits it. A table that is refused: refusal, problems.

Exit code: 0 protected, 1 nothing protects a cell or the table is refused (explained), 2 wrong use.
`;

/** Runs `tandem protect` with the arguments that follow the word; gives the exit code. */
export async function protectCommand(args: string[], io: CommandStreams): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    {
      objective: { type: 'string' },
      'time-limit': { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    { least: 1, most: 1, what: 'one table, or - for standard input' },
  );
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const file = positionals[0] as string;
  const objective = objectives.find((one) => one === values.objective);
  if (values.objective !== undefined && !objective)
    throw new WrongUse(`--objective is value, count or weight, not "${values.objective}".`);
  const limit = values['time-limit'];
  const timeLimit = limit === undefined ? patience : Number(limit);
  if (limit?.trim() === '' || !(timeLimit >= 0 && timeLimit < Number.POSITIVE_INFINITY))
    throw new WrongUse(`--time-limit is a number of seconds, not "${limit}".`);
  const task = { kind: 'protect' as const, objective, timeLimit };
  const bytes = await readInput(file, io);
  const answer = await askTableThread({ bytes, isJj: /\.jj(\.gz)?$/i.test(file), task }, io.stderr, Date.now);
  return tell(answer, file, values.json === true, io);
}

function tell(answer: TableAnswer, file: string, json: boolean, io: CommandStreams): number {
  const name = file === '-' ? 'standard input' : file;
  if (answer.kind === 'problems') return refuseTable(answer.problems, name, json, io);
  if (answer.kind === 'infeasible') {
    const { primary, seconds } = answer;
    const empty = {
      suppressed: [],
      primary,
      secondary: [],
      objective: null,
      bound: null,
      seconds,
      audit: [],
    };
    if (json) io.stdout.write(`${JSON.stringify({ status: 'infeasible', ...empty })}\n`);
    io.stderr.write(`${name}: ${infeasibility(answer)}\n`);
    return 1;
  }
  if (answer.kind !== 'protected') throw new Error(`a table to protect was ${answer.kind}`);
  warnUnguarded(answer.unguarded, io);
  warnInexact(answer.audit, io);
  if (!json) {
    io.stdout.write(protectText(answer));
    return 0;
  }
  const { status, suppressed, primary, secondary, objective, bound, seconds, audit } = answer;
  const report = {
    status,
    suppressed,
    primary,
    secondary,
    objective,
    bound,
    seconds,
    audit: audit.map(auditedReport),
  };
  io.stdout.write(`${JSON.stringify(report)}\n`);
  return 0;
}

function infeasibility({ cell, reason }: Extract<TableAnswer, { kind: 'infeasible' }>): string {
  if (reason === noTime)
    return `the time was too short: no suppression was proved to protect the cell "${cell}" and all others. Give more (--time-limit), or a smaller table.`;
  return reason === 'readers know too much of the cell beforehand'
    ? `the cell "${cell}" asks for more protection than its lower and upper bound leave: every reader knows too much of it beforehand. Widen its bounds or ask for less.`
    : `no suppression protects the cell "${cell}": what is fixed gives it away. Fix fewer cells, or ask for less protection.`;
}
