import type { CellStatus, TableCell } from './table.ts';

const keys = [
  'id',
  'value',
  'weight',
  'status',
  'lower',
  'upper',
  'protectLower',
  'protectUpper',
  'protectWidth',
] as const;
const statuses: readonly unknown[] = [
  'safe',
  'sensitive',
  'fixed',
  'suppressed',
] satisfies readonly CellStatus[];

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads one cell; what is wrong with it is added to `problems`, and nothing is given back then. */
export function parseCell(read: unknown, index: number, problems: string[]): TableCell | undefined {
  if (!isObject(read)) {
    problems.push(`cell ${index + 1} must be an object`);
    return undefined;
  }
  const before = problems.length;
  const { id, status = 'safe' } = read;
  const name = typeof id === 'string' && id !== '' ? `cell "${id}"` : `cell ${index + 1}`;
  if (typeof id !== 'string' || id === '') problems.push(`${name}: id must be text`);
  for (const key of Object.keys(read))
    if (!keys.some((known) => known === key))
      problems.push(`${name}: unknown key "${key}"; a cell has ${keys.join(', ')}`);
  if (!statuses.includes(status))
    problems.push(
      `${name}: status must be safe, sensitive, fixed or suppressed, not ${JSON.stringify(status)}`,
    );
  const figure = (
    key: (typeof keys)[number],
    fallback: number,
    atLeast = Number.NEGATIVE_INFINITY,
  ): number => {
    const value = read[key];
    if (value === undefined && !Number.isNaN(fallback)) return fallback;
    if (value === null && key === 'upper') return fallback;
    if (typeof value === 'number' && Number.isFinite(value) && value >= atLeast) return value;
    const kind = atLeast === 0 ? 'a number of at least 0' : 'a number';
    problems.push(`${name}: ${key} must be ${kind}, not ${JSON.stringify(value) ?? 'missing'}`);
    return 0;
  };
  const value = figure('value', Number.NaN);
  const cell = {
    id: String(id),
    value,
    weight: figure('weight', Math.abs(value), 0),
    status: status as CellStatus,
    lower: figure('lower', 0),
    upper: figure('upper', Number.POSITIVE_INFINITY),
    protectLower: figure('protectLower', 0, 0),
    protectUpper: figure('protectUpper', 0, 0),
    protectWidth: figure('protectWidth', 0, 0),
  };
  return problems.length > before ? undefined : cell;
}
