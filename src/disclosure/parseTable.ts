import { isObject, parseCell } from './parseCell.ts';
import type { Objective, ParsedTable, Relation, TableCell } from './table.ts';
import { tableProblems } from './tableProblems.ts';

const keys = ['cells', 'relations', 'objective', 'integer'];
const objectives: readonly string[] = ['value', 'count', 'weight'] satisfies readonly Objective[];

/** Reads a table from JSON text in the form of the contract. Unknown keys are problems; every problem is named. */
export function parseTable(text: string): ParsedTable {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (cause) {
    return { ok: false, problems: [brokenJson(text, cause)] };
  }
  if (!isObject(read))
    return { ok: false, problems: ['the table must be a JSON object with cells and relations'] };
  const problems = Object.keys(read)
    .filter((key) => !keys.includes(key))
    .map((key) => `unknown key "${key}"; a table has ${keys.join(', ')}`);
  const { objective = 'value', integer = false } = read;
  if (typeof objective !== 'string' || !objectives.includes(objective))
    problems.push(`objective must be value, count or weight, not ${JSON.stringify(objective)}`);
  if (typeof integer !== 'boolean') problems.push('integer must be true or false');
  if (!Array.isArray(read.cells) || read.cells.length === 0)
    problems.push('cells must be a list of at least one cell');
  if (!Array.isArray(read.relations)) problems.push('relations must be a list');
  const cells = list(read.cells).flatMap((one, index): readonly TableCell[] => {
    const cell = parseCell(one, index, problems);
    return cell ? [cell] : [];
  });
  const places = new Map(cells.map(({ id }, place) => [id, place]));
  const relations = list(read.relations).flatMap((one, index) => parseRelation(one, index, places, problems));
  if (problems.length > 0) return { ok: false, problems };
  const table = { cells, relations, objective: objective as Objective, integer: integer === true };
  const contradictions = tableProblems(table, 1e-6);
  return contradictions.length > 0 ? { ok: false, problems: contradictions } : { ok: true, table };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function parseRelation(
  read: unknown,
  index: number,
  places: ReadonlyMap<string, number>,
  problems: string[],
): readonly Relation[] {
  const name = `relation ${index + 1}`;
  const before = problems.length;
  if (!isObject(read)) {
    problems.push(`${name} must be an object with rhs and terms`);
    return [];
  }
  for (const key of Object.keys(read))
    if (key !== 'rhs' && key !== 'terms')
      problems.push(`${name}: unknown key "${key}"; a relation has rhs and terms`);
  const { rhs = 0, terms } = read;
  if (typeof rhs !== 'number' || !Number.isFinite(rhs)) problems.push(`${name}: rhs must be a number`);
  if (!Array.isArray(terms) || terms.length === 0)
    problems.push(`${name}: terms must be a list of [cell, coefficient]`);
  const sums = new Map<number, number>();
  for (const term of list(terms)) {
    const [id, coefficient] = Array.isArray(term) && term.length === 2 ? (term as readonly unknown[]) : [];
    const place = typeof id === 'string' ? places.get(id) : undefined;
    if (typeof id !== 'string' || typeof coefficient !== 'number' || !Number.isFinite(coefficient))
      problems.push(`${name}: a term must be [cell, coefficient], not ${JSON.stringify(term)}`);
    else if (place === undefined) problems.push(`${name} names "${id}", which is not a cell`);
    else sums.set(place, (sums.get(place) ?? 0) + coefficient);
  }
  if (problems.length > before) return [];
  return [{ rhs: rhs as number, terms: [...sums].filter(([, coefficient]) => coefficient !== 0) }];
}

function brokenJson(text: string, cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (text.trim() === '') return 'the file is empty';
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
  const ends = /Unexpected end|Unterminated/.test(message) || position >= text.trimEnd().length;
  if (ends) return `the JSON is cut off after ${text.length} characters; the file was not written whole`;
  const line = Number.isNaN(position) ? '' : ` at line ${text.slice(0, position).split('\n').length}`;
  // The engine's own message quotes the text, which may be anything that was named by mistake.
  return `this is not JSON${line}: see tandem protect --help`;
}
