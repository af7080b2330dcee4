import { delimitedRecords } from './delimitedRecords.ts';
import { parseNumber } from './panelRows.ts';

/** The weight of each factor, 1 where the file names none; or in one sentence why not and what to do. */
export function readWeights(
  text: string,
  file: string,
  factors: readonly string[],
): readonly number[] | { readonly refusal: string } {
  const named = text.trimStart().startsWith('{') ? readJson(text) : readRows(text, file);
  if (typeof named === 'string') return { refusal: named };
  const problems: string[] = [];
  for (const [factor, weight] of named) {
    if (!factors.includes(factor))
      problems.push(`the profile has no factor "${factor}"; it has ${factors.join(', ')}`);
    else if (weight === null || weight < 0)
      problems.push(`the weight of ${factor} is a number from 0 on: 0 leaves the factor out`);
  }
  if (factors.every((factor) => named.get(factor) === 0)) problems.push('every factor has the weight 0');
  if (problems.length > 0) return { refusal: problems.join('; ') };
  return factors.map((factor) => named.get(factor) ?? 1);
}

type Named = ReadonlyMap<string, number | null>;

function readJson(text: string): Named | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `this is no JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return 'give one JSON object of factor and weight';
  return new Map(
    Object.entries(value).map(([factor, weight]) => [
      factor,
      typeof weight === 'number' && Number.isFinite(weight) ? weight : null,
    ]),
  );
}

function readRows(text: string, file: string): Named | string {
  const table = delimitedRecords(text, file);
  if ('refusal' in table) return table.refusal;
  if (table.header.map((word) => word.trim().toLowerCase()).join(' ') !== 'factor weight')
    return `the header is "factor,weight", not "${table.header.join(',')}"; or give one JSON object of factor and weight`;
  const named = new Map<string, number | null>();
  for (const { line, fields } of table.records) {
    const factor = fields[0]?.trim() ?? '';
    if (named.has(factor)) return `line ${line}: "${factor}" is weighed twice`;
    named.set(factor, parseNumber(fields[1]?.trim() ?? ''));
  }
  return named;
}
