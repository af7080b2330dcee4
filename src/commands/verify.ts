import { findRule } from '../vault/measuring/ruleText.ts';
import { type VerifiedCheck, verifyRelease } from '../release/verifyRelease.ts';
import { attackedCheck } from './attackedCheck.ts';
import { askReleaseThread } from './askReleaseThread.ts';
import type { CommandStreams } from './command.ts';
import { readGrantFile } from './readGrantFile.ts';
import { readOptions } from './readOptions.ts';
import { readReleaseFile } from './readReleaseFile.ts';
import { readSigningKeyFile } from './readSigningKeyFile.ts';
import { wholeFlag } from './vaultReleaseFlags.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';

const help = `tandem verify FILE [--earlier FILE]… [--grant FILE] [--key FILE.pub]… [--time-limit S] [--json]

Checks a release for yourself, from the file alone: that it is whole and named by its hash, that two different people
signed it, that its measures stand under known definitions and its cells and certificate hold together. Then the attacker
is tried on it: for each withheld count, the least and the greatest value that anyone can work out. What cannot be worked
out from the file is named, with who answers for it.

  --earlier FILE  a release of the same district before this one; give all, in order, to check the chain and to attack
                  them together
  --grant FILE    the grant that it was made under
  --key FILE.pub  a public key of the district; give each: other keys are refused
  --time-limit S  seconds for the attacker (default 300); what is not worked out by then is said
  --json          one JSON object: file, hash, district, sequence, holds, checks [{check, result, sentences}]
  --help          this text

Result of a check: holds, fails, not checked, trusted. Releases are the files that can be verified.
Exit code: 0 nothing fails, 1 something fails or the file is refused (explained), 2 wrong use.
`;

const options = {
  earlier: { type: 'string', multiple: true },
  grant: { type: 'string' },
  key: { type: 'string', multiple: true },
  'time-limit': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs `tandem verify` with the arguments that follow the word. */
export async function verifyCommand(args: string[], io: CommandStreams): Promise<number> {
  const { values, positionals } = readOptions(args, options, { least: 1, most: 1, what: 'one release file' });
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const [file = ''] = positionals;
  const seconds = wholeFlag(values['time-limit'], '--time-limit', 0, 86_400) ?? 300;
  const { hash, signed } = await readReleaseFile(file, io);
  const earlier = [];
  for (const one of values.earlier ?? []) earlier.push((await readReleaseFile(one, io)).signed.release);
  const { release } = signed;
  const measures = release.tables.map(({ measure }) => measure);
  const checks: VerifiedCheck[] = [
    { check: 'file', result: 'holds', sentences: [`Whole, and named by its hash ${hash}.`] },
    ...verifyRelease(signed, {
      ...(values.earlier ? { earlier } : {}),
      ...(values.grant === undefined ? {} : { grant: readGrantFile(values.grant) }),
      ...(values.key ? { knownKeys: values.key.map((path) => readSigningKeyFile(path).publicKey) } : {}),
      knownRules: new Map(measures.map((measure) => [measure, findRule(measure)?.hash ?? ''])),
      today: calendarDay(new Date()),
    }),
  ];
  const attacked = await askReleaseThread({ release, earlier, seconds }, io.stderr, Date.now);
  checks.splice(-1, 0, attackedCheck(attacked));
  const holds = checks.every(({ result }) => result !== 'fails');
  if (values.json) {
    const { district, sequence } = release;
    io.stdout.write(`${JSON.stringify({ file, hash, district, sequence, holds, checks })}\n`);
  } else {
    const { district, sequence, madeAt, embargoUntil, supersedes } = release;
    io.stdout.write(`Release ${sequence} of ${district.name}, made ${calendarDay(new Date(madeAt))}`);
    io.stdout.write(embargoUntil === null ? '' : `, under embargo until ${embargoUntil}`);
    io.stdout.write(supersedes === null ? '.\n\n' : `; takes the place of ${supersedes.slice(0, 12)}.\n\n`);
    for (const check of checks) io.stdout.write(checkText(check));
    io.stdout.write(holds ? '\nNothing fails.\n' : '\nIT DOES NOT HOLD: see what fails above.\n');
  }
  return holds ? 0 : 1;
}

function checkText({ check, result, sentences }: VerifiedCheck): string {
  const [first = '', ...rest] = sentences;
  const words = result === 'fails' ? 'FAILS' : result;
  const indent = ' '.repeat(13);
  return `${words.padEnd(13)}${check}: ${first}\n${rest.map((sentence) => `${indent}${sentence}\n`).join('')}`;
}
