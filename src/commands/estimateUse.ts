import type { PanelMethod, WeightSolver } from '../stats/panel/effect.ts';
import type { PanelColumns } from './panelRows.ts';
import { parseNumber } from './panelRows.ts';
import { delimiterOf } from './delimiterOf.ts';
import { readOptions, WrongUse } from './readOptions.ts';

export const estimateMethods = ['sdid', 'sc', 'did', 'staggered'] as const;
export const estimateErrors = ['placebo', 'jackknife', 'bootstrap', 'none'] as const;
const solvers = ['exact', 'frank-wolfe'] as const satisfies readonly WeightSolver[];

export type EstimateUse = {
  /** `-` is standard input. */
  readonly file: string;
  readonly columns: PanelColumns;
  readonly delimiter: string | undefined;
  readonly method: (typeof estimateMethods)[number];
  readonly solver: WeightSolver;
  readonly se: (typeof estimateErrors)[number];
  readonly seed: number;
  readonly replications: number | undefined;
  /** The smallest change that matters, named before the data were seen. */
  readonly matters: number | null;
  readonly better: 'up' | 'down' | null;
  /** What the numbers count, for the sentence. */
  readonly unitOfOutcome: string;
  readonly json: boolean;
};

/** A use of one of the methods that take one start. */
export type BlockUse = EstimateUse & { readonly method: PanelMethod };

export function isBlockUse(use: EstimateUse): use is BlockUse {
  return use.method !== 'staggered';
}

/** Reads what `tandem estimate` is asked; undefined for its help. Throws WrongUse with a sentence. */
export function parseEstimateUse(args: string[]): EstimateUse | undefined {
  const { values, positionals } = readOptions(
    args,
    {
      unit: { type: 'string' },
      time: { type: 'string' },
      outcome: { type: 'string' },
      treated: { type: 'string' },
      method: { type: 'string' },
      solver: { type: 'string' },
      se: { type: 'string' },
      seed: { type: 'string' },
      replications: { type: 'string' },
      delimiter: { type: 'string' },
      matters: { type: 'string' },
      better: { type: 'string' },
      'outcome-unit': { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    { least: 1, most: 1, what: 'one file, or - for standard input' },
  );
  if (values.help) return undefined;
  const lacking = (['unit', 'time', 'outcome', 'treated', 'method'] as const).filter((one) => !values[one]);
  if (lacking.length > 0) throw new WrongUse(`Give ${lacking.map((one) => `--${one}`).join(', ')}.`);
  const columns = {
    unit: named(values.unit),
    time: named(values.time),
    outcome: named(values.outcome),
    treated: named(values.treated),
  };
  const twice = Object.values(columns).find((column, i, all) => all.indexOf(column) !== i);
  if (twice !== undefined) throw new WrongUse(`The column "${twice}" is named for two things.`);
  const method = choose('method', values.method, estimateMethods);
  for (const option of ['se', 'solver', 'seed', 'replications'] as const)
    if (method === 'staggered' && values[option] !== undefined)
      throw new WrongUse(`--method staggered has an error of its own and no weights: leave out --${option}.`);
  const matters = values.matters === undefined ? null : parseNumber(values.matters.trim());
  if (values.matters !== undefined && !(matters !== null && matters > 0))
    throw new WrongUse(`--matters is a number above zero, not "${values.matters}".`);
  return {
    file: named(positionals[0]),
    columns,
    delimiter: values.delimiter === undefined ? undefined : delimiterOf(values.delimiter),
    method,
    solver: choose('solver', values.solver ?? 'exact', solvers),
    se: choose('se', values.se ?? 'placebo', estimateErrors),
    seed: values.seed === undefined ? 1 : whole('seed', values.seed, 0, 2 ** 32 - 1),
    replications:
      values.replications === undefined
        ? undefined
        : whole('replications', values.replications, 2, 1_000_000),
    matters,
    better: values.better === undefined ? null : choose('better', values.better, ['up', 'down'] as const),
    unitOfOutcome: values['outcome-unit'] ?? '',
    json: values.json === true,
  };
}

function named(word: string | undefined): string {
  return (word ?? '').trim();
}

function choose<const T extends string>(option: string, word: string | undefined, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === word);
  if (found === undefined)
    throw new WrongUse(`There is no --${option} "${word}", only ${choices.join(', ')}.`);
  return found;
}

function whole(option: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most))
    throw new WrongUse(`--${option} is a whole number from ${least} to ${most}, not "${text}".`);
  return value;
}
