import { delimiterOf } from './delimiterOf.ts';
import { parseNumber } from './panelRows.ts';
import { readOptions, WrongUse } from './readOptions.ts';

export type PeersUse = {
  /** `-` is standard input. */
  readonly file: string;
  readonly id: string;
  readonly k: number;
  /** A file of weights, or undefined: all factors weigh the same. */
  readonly weights: string | undefined;
  /** Undefined: the 5th percentile of all distances. */
  readonly caliper: number | undefined;
  readonly delimiter: string | undefined;
  readonly json: boolean;
};

/** Reads what `tandem peers` is asked; undefined for its help. Throws WrongUse with a sentence. */
export function parsePeersUse(args: string[]): PeersUse | undefined {
  const { values, positionals } = readOptions(
    args,
    {
      id: { type: 'string' },
      k: { type: 'string' },
      weights: { type: 'string' },
      caliper: { type: 'string' },
      delimiter: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    { least: 1, most: 1, what: 'one file, or - for standard input' },
  );
  if (values.help) return undefined;
  const id = values.id?.trim() ?? '';
  if (id === '') throw new WrongUse('Give --id, the unit whose peers are sought.');
  const file = positionals[0] ?? '';
  if (file === '-' && values.weights === '-')
    throw new WrongUse('Standard input can be the profile or the weights, not both.');
  return {
    file,
    id,
    k: wholeAboveZero(values.k ?? '15'),
    weights: values.weights,
    caliper: values.caliper === undefined ? undefined : distance(values.caliper),
    delimiter: values.delimiter === undefined ? undefined : delimiterOf(values.delimiter),
    json: values.json === true,
  };
}

function wholeAboveZero(text: string): number {
  const k = /^\d+$/.test(text) ? Number(text) : 0;
  if (!(k >= 1 && k <= 1_000_000)) throw new WrongUse(`--k is a whole number from 1 on, not "${text}".`);
  return k;
}

function distance(text: string): number {
  const caliper = parseNumber(text.trim());
  if (caliper === null || caliper <= 0)
    throw new WrongUse(`--caliper is a distance above zero, not "${text}".`);
  return caliper;
}
