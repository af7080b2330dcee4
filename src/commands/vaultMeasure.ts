import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { selectDistrictOfRun } from '../vault/measuring/counts.store.ts';
import { type MeasureRun, measureVault } from '../vault/measuring/measureVault.store.ts';
import { measureTable } from '../vault/measuring/measureTable.ts';
import { readRules } from '../vault/measuring/readRules.ts';
import { findRule, ruleText } from '../vault/measuring/ruleText.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { CommandStreams } from './command.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import { type VaultKeyFlags, vaultKeyHelp, vaultKeyOptions } from './vaultKeyOptions.ts';
import { notMeasuredText } from './vaultMeasureText.ts';
import { withVault } from './withVault.ts';
import { schoolYearOption } from './schoolYearOption.ts';

const help = `tandem vault measure DIR [--year Y] [--measure ID] [--key-file FILE | --passphrase-file FILE] [--json]
tandem vault measure --definition ID
tandem vault measure --export FOLDER

Counts every measure that student rows allow, by district and school, grade and student group, each computed from
students. The counts stay in the vault. Measuring again replaces what was counted before.

  --year Y          only the school year that ends in Y
  --measure ID      only this measure
  --definition ID   prints the measure's definition, its SQL with every shared view, and both hashes
  --export FOLDER   writes that of every measure into text files
${vaultKeyHelp}
  --json            one JSON object: the run, what was measured and what was not, with the missing files
  --help            this text

Exit code: 0 done, 1 nothing could be measured (explained), 2 wrong use.
`;

const options = {
  year: { type: 'string' },
  measure: { type: 'string' },
  definition: { type: 'string' },
  export: { type: 'string' },
  ...vaultKeyOptions,
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs `tandem vault measure` with the arguments that follow the words; gives the exit code. */
export async function vaultMeasureCommand(args: string[], io: CommandStreams): Promise<number> {
  const { values, positionals } = readOptions(args, options, {
    least: 0,
    most: 1,
    what: 'the folder of a vault',
  });
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  if (values.definition !== undefined) {
    io.stdout.write(ruleText(knownRule(values.definition)));
    return 0;
  }
  if (values.export !== undefined) return exportRules(values.export, io);
  const [folder] = positionals;
  if (folder === undefined) throw new WrongUse('Name the folder of a vault.');
  const asked = { year: schoolYearOption(values.year), measure: values.measure };
  if (asked.measure !== undefined) knownRule(asked.measure);
  return measure(folder, values, asked, values.json === true, io);
}

async function measure(
  folder: string,
  flags: VaultKeyFlags,
  { year, measure: id }: { readonly year: number | undefined; readonly measure: string | undefined },
  json: boolean,
  io: CommandStreams,
): Promise<number> {
  return withVault(folder, flags, io, async (vault) => {
    const told = { at: 0 };
    const run = await measureVault(vault, {
      ...(year === undefined ? {} : { year }),
      ...(id === undefined ? {} : { measure: id }),
      now: () => new Date(),
      progress: (sentence, done, of) => {
        if (io.stderr.isTTY !== true && Date.now() - told.at < 1000) return;
        told.at = Date.now();
        io.stderr.write(
          io.stderr.isTTY ? `\r\u001b[K${done} of ${of}  ${sentence}` : `${done} of ${of}  ${sentence}\n`,
        );
      },
    });
    if (io.stderr.isTTY) io.stderr.write('\r\u001b[K');
    if (run.years.length === 0) {
      throw new Refusal(
        `There is nothing to measure yet. Load the year's files: tandem vault load ${folder} FILE…`,
      );
    }
    const counts = await selectDistrictOfRun(vault, vault.district.cds, run.run);
    if (json) io.stdout.write(`${JSON.stringify({ ...run, district: counts })}\n`);
    else io.stdout.write(`${measureTable(counts)}\n\n${sumText(run)}\n${notMeasuredText(run)}`);
    return run.measured.some(({ slices }) => slices > 0) ? 0 : 1;
  });
}

function sumText({ run, measured }: MeasureRun): string {
  const slices = measured.reduce((sum, one) => sum + one.slices, 0);
  const measures = new Set(measured.filter((one) => one.slices > 0).map((one) => one.measure)).size;
  return `Run ${run}: ${measures} measures, ${slices} slices counted. They stay in this vault.`;
}

function exportRules(folder: string, io: CommandStreams): number {
  mkdirSync(folder, { recursive: true });
  const { rules } = readRules();
  for (const rule of rules) writeFileSync(join(folder, `${rule.measure}.txt`), ruleText(rule));
  io.stdout.write(`${rules.length} measures written into ${folder}.\n`);
  return 0;
}

function knownRule(id: string) {
  const rule = findRule(id);
  if (!rule) {
    const ids = readRules().rules.map((one) => one.measure);
    throw new Refusal(`No measure called ${id} is computed from student rows. These are: ${ids.join(', ')}.`);
  }
  return rule;
}
