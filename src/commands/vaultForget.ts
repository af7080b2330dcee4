import {
  forgetFile,
  type ForgottenFile,
  type FileInForce,
  type FileTakenOut,
  selectStandingFiles,
} from '../vault/intake/forgetFile.store.ts';
import { intakeLayouts } from '../vault/intake/intakeLayouts.ts';
import { schoolYearName } from '../vocabulary/schoolYear.ts';
import type { CommandStreams } from './command.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import { vaultKeyHelp, vaultKeyOptions } from './vaultKeyOptions.ts';
import { withVault } from './withVault.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';

const help = `tandem vault forget DIR [--key-file FILE | --passphrase-file FILE] [--json]
tandem vault forget DIR FILE --why TEXT [--key-file FILE | --passphrase-file FILE] [--json]

Without FILE: lists the files in force, each with its number, and those that were taken out, when and why.

With FILE, a name or number of that list: takes the file (or the set) out of the vault DIR with all its rows, and with the
students whom no other file names. Its name, its SHA-256 and your reason stay. What it had replaced does not come back by
itself: load it again, if it should count. The file itself can be loaded again too. No release changes: what left has left.

  --why TEXT        the reason: "of another district"
${vaultKeyHelp}
  --json            one JSON object
  --help            this text

Exit code: 0 done, 1 refused (explained), 2 wrong use.
`;

const options = {
  ...vaultKeyOptions,
  why: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs `tandem vault forget` with the arguments that follow the words; gives the exit code. */
export async function vaultForgetCommand(args: string[], io: CommandStreams): Promise<number> {
  const { values, positionals } = readOptions(args, options, {
    least: 1,
    most: 2,
    what: 'the folder of a vault, and the file to take out',
  });
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const [folder = '', file] = positionals;
  const { why = '' } = values;
  if (file === undefined) {
    if (values.why !== undefined)
      throw new WrongUse('Say which file is to be taken out: its name or number.');
    const standing = await withVault(folder, values, io, selectStandingFiles);
    io.stdout.write(values.json ? `${JSON.stringify(standing)}\n` : listText(standing));
    return 0;
  }
  if (why.trim() === '') throw new WrongUse('Give --why: the reason stays in the vault.');
  const forgotten = await withVault(folder, values, io, (vault) => forgetFile(vault, file, why, new Date()));
  io.stdout.write(values.json ? `${JSON.stringify(forgotten)}\n` : forgottenText(forgotten, folder));
  return 0;
}

const number = (n: number): string => n.toLocaleString('en');
const plural = (n: number, one: string): string => `${number(n)} ${one}${n === 1 ? '' : 's'}`;
const yearWords = (year: number | null): string => (year === null ? 'all years' : schoolYearName(year));
const kindOf = (layout: string): string => {
  const [id = layout] = layout.split(' ');
  return intakeLayouts.find((one) => one.id === id)?.title ?? layout;
};

function listText({
  inForce,
  takenOut,
}: {
  readonly inForce: readonly FileInForce[];
  readonly takenOut: readonly FileTakenOut[];
}): string {
  if (inForce.length + takenOut.length === 0) return 'No file is in the vault, and none was taken out.\n';
  const width = Math.max(4, ...inForce.map(({ name }) => name.length));
  const lines = inForce.map(
    ({ file, name, layout, year, rows, loadedAt }) =>
      `${String(file).padStart(6)}  ${name.padEnd(width)}  ${yearWords(year).padEnd(9)}  ${kindOf(layout)}, ${plural(rows, 'row')}, loaded ${calendarDay(loadedAt)}`,
  );
  const out = takenOut.map(
    ({ name, year, removed, forgottenAt, why }) =>
      `  ${name} (${yearWords(year)}), ${plural(removed, 'row')}, on ${calendarDay(forgottenAt)}: ${why}`,
  );
  return [...lines, ...(out.length > 0 ? ['Taken out:', ...out] : []), ''].join('\n');
}

function forgottenText(done: ForgottenFile, folder: string): string {
  const { name, year, removed, students, replaced, sets, released, drafts, counts } = done;
  const lines = [
    `${name} (${yearWords(year)}) is out of the vault: ${plural(removed, 'row')}, and ${plural(students, 'student')} whom no other file names.`,
  ];
  if (replaced.length > 0)
    lines.push(`It had taken the place of ${replaced.join(', ')}: load that again if it should count.`);
  if (sets.length > 0)
    lines.push(
      `Where it had taken the place of rows of ${sets.join(', ')}, they do not come back: take that out too and load it again.`,
    );
  if (counts > 0)
    lines.push(`The measures are those of before. Compute them again: tandem vault measure ${folder}`);
  if (drafts > 0)
    lines.push('A draft of a release stands as it was prepared: measure, then prepare it again.');
  if (released > 0)
    lines.push(
      `${released === 1 ? 'The release that left is' : `The ${released} releases that left are`} unchanged.`,
    );
  return `${lines.join('\n')}\n`;
}
