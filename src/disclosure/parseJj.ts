import type { CellStatus, ParsedTable, Relation, TableCell } from './table.ts';
import { tableProblems } from './tableProblems.ts';

const statuses: Readonly<Record<string, CellStatus>> = {
  s: 'safe',
  u: 'sensitive',
  z: 'fixed',
  m: 'suppressed',
  x: 'suppressed',
};

/** Sums in such files are rounded to the cent. */
const rounding = 0.01 + 1e-6;

/**
 * Reads a table from the text of a tau-ARGUS `.jj` file: a 0; the number of cells; a line for each with index, value,
 * cost, status (s safe, u sensitive, z fixed, m or x suppressed), lower and upper bound, lower, upper and sliding
 * protection level; the number of relations; a line for each with right-hand side, number of terms, a colon, and
 * `index (coefficient)` so often. Cells are named by their index, and costs become weights. Protection levels count
 * for sensitive cells only: such files have them on every line.
 */
export function parseJj(text: string): ParsedTable {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  while (lines.at(-1) === '') lines.pop();
  const problems: string[] = [];
  const cut = (at: number) => `the file is cut off: line ${at + 1} is missing`;
  if (lines.length === 0) return { ok: false, problems: ['the file is empty'] };
  if (lines[0] !== '0')
    return { ok: false, problems: [`line 1 must be 0 in a .jj file, not "${lines[0]?.slice(0, 40)}"`] };
  const cellCount = countAt(lines, 1, problems);
  if (cellCount === undefined) return { ok: false, problems };
  const cells: TableCell[] = [];
  for (let at = 2; at < 2 + cellCount; at++) {
    const line = lines[at];
    if (line === undefined) return { ok: false, problems: [...problems, cut(at)] };
    const cell = readCell(line, at, problems);
    if (cell) cells.push(cell);
  }
  const relationCount = countAt(lines, 2 + cellCount, problems);
  if (relationCount === undefined) return { ok: false, problems };
  const places = new Map(cells.map(({ id }, place) => [id, place]));
  const relations: Relation[] = [];
  const first = 3 + cellCount;
  for (let at = first; at < first + relationCount; at++) {
    const line = lines[at];
    if (line === undefined) return { ok: false, problems: [...problems, cut(at)] };
    const relation = readRelation(line, at, places, problems);
    if (relation) relations.push(relation);
  }
  if (lines.length > first + relationCount)
    problems.push(
      `line ${first + relationCount + 1}: more lines than the ${relationCount} relations announced`,
    );
  if (problems.length > 0) return { ok: false, problems };
  const table = { cells, relations, objective: 'value' as const, integer: false };
  const contradictions = tableProblems(table, rounding);
  return contradictions.length > 0 ? { ok: false, problems: contradictions } : { ok: true, table };
}

function countAt(lines: readonly string[], at: number, problems: string[]): number | undefined {
  const line = lines[at];
  if (line !== undefined && /^\d+$/.test(line)) return Number(line);
  problems.push(
    line === undefined
      ? `the file is cut off: line ${at + 1} is missing`
      : `line ${at + 1} must be a count, not "${line.slice(0, 40)}"`,
  );
  return undefined;
}

function readCell(line: string, at: number, problems: string[]): TableCell | undefined {
  const fields = line.split(/\s+/);
  const status = statuses[fields[3] ?? ''];
  const [value, weight, , lower, upper, protectLower, protectUpper, protectWidth] = fields
    .slice(1)
    .map(Number);
  const figures = [value, weight, lower, upper, protectLower, protectUpper, protectWidth];
  if (fields.length !== 9 || !/^\d+$/.test(fields[0] ?? '') || !figures.every(Number.isFinite)) {
    problems.push(
      `line ${at + 1} must have index, value, cost, status, two bounds and three protection levels`,
    );
    return undefined;
  }
  if (status === undefined) {
    problems.push(`line ${at + 1}: status must be s, u, z, m or x, not "${fields[3]}"`);
    return undefined;
  }
  if ([weight, protectLower, protectUpper, protectWidth].some((figure) => (figure as number) < 0)) {
    problems.push(`line ${at + 1}: cost and protection levels must not be negative`);
    return undefined;
  }
  const guarded = (level: number | undefined) => (status === 'sensitive' ? (level as number) : 0);
  return {
    id: fields[0] as string,
    value: value as number,
    weight: weight as number,
    status,
    lower: lower as number,
    upper: upper as number,
    protectLower: guarded(protectLower),
    protectUpper: guarded(protectUpper),
    protectWidth: guarded(protectWidth),
  };
}

function readRelation(
  line: string,
  at: number,
  places: ReadonlyMap<string, number>,
  problems: string[],
): Relation | undefined {
  const parts = /^(\S+)\s+(\d+)\s*:\s*(.*)$/.exec(line);
  const rhs = Number(parts?.[1]);
  const found = [...(parts?.[3] ?? '').matchAll(/(\d+)\s*\(\s*([-+.\deE]+)\s*\)/g)];
  const rest = (parts?.[3] ?? '').replaceAll(/(\d+)\s*\(\s*([-+.\deE]+)\s*\)/g, '').trim();
  if (!parts || !Number.isFinite(rhs) || rest !== '' || found.length !== Number(parts[2])) {
    problems.push(
      `line ${at + 1} must be: right-hand side, number of terms, ":", and so many "index (coefficient)"`,
    );
    return undefined;
  }
  const sums = new Map<number, number>();
  for (const [, id = '', coefficient] of found) {
    const place = places.get(id);
    if (place === undefined) {
      problems.push(`line ${at + 1} names cell ${id}, which is not given`);
      return undefined;
    }
    sums.set(place, (sums.get(place) ?? 0) + Number(coefficient));
  }
  return { rhs, terms: [...sums].filter(([, coefficient]) => coefficient !== 0) };
}
