import type { Relation, Table, TableCell } from './table.ts';

/** Relations kept to within `tolerance` times the size of what is added, and 1e-6, count as kept. */
const tolerance = 1e-9;

/**
 * What contradicts itself in a table, one sentence each: ids given twice, values outside what readers know, fixed
 * cells that ask for protection, and relations that the values do not keep, with the difference. `slack` is the
 * rounding that the values may carry.
 */
export function tableProblems({ cells, relations, integer }: Table, slack: number): string[] {
  return [
    ...idProblems(cells),
    ...cells.flatMap((cell) => cellProblems(cell, integer)),
    ...relations.flatMap((relation, index) => relationProblems(cells, relation, index, slack)),
  ];
}

function idProblems(cells: readonly TableCell[]): string[] {
  const seen = new Map<string, TableCell>();
  return cells.flatMap((cell) => {
    const first = seen.get(cell.id);
    if (!first) seen.set(cell.id, cell);
    if (!first) return [];
    return [`cell "${cell.id}" is given twice, as ${first.status} and as ${cell.status}`];
  });
}

function cellProblems({ id, status, ...cell }: TableCell, integer: boolean): string[] {
  const problems: string[] = [];
  const { value, lower, upper } = cell;
  if (lower > upper) problems.push(`cell "${id}": lower ${lower} is above upper ${upper}`);
  if (value < lower && status !== 'fixed') {
    problems.push(
      value < 0 && lower === 0
        ? `cell "${id}": ${value} is a negative count; give it a lower bound if it may be negative`
        : `cell "${id}": its value ${value} is below its lower bound ${lower}`,
    );
  }
  if (value > upper && status !== 'fixed')
    problems.push(`cell "${id}": its value ${value} is above its upper bound ${upper}`);
  if (status === 'fixed' && (cell.protectLower > 0 || cell.protectUpper > 0 || cell.protectWidth > 0))
    problems.push(
      `cell "${id}" is fixed and asks for protection at once: a published cell cannot be protected`,
    );
  if (integer && !Number.isInteger(value))
    problems.push(`cell "${id}": its value ${value} is not whole, and integer is true`);
  return problems;
}

function relationProblems(
  cells: readonly TableCell[],
  { rhs, terms }: Relation,
  index: number,
  slack: number,
): string[] {
  let sum = 0;
  let size = Math.abs(rhs);
  for (const [cell, coefficient] of terms) {
    const part = coefficient * (cells[cell] as TableCell).value;
    sum += part;
    size += Math.abs(part);
  }
  const off = sum - rhs;
  if (Math.abs(off) <= slack + tolerance * size) return [];
  const names = terms.slice(0, 3).map(([cell]) => `"${cells[cell]?.id}"`);
  const more = terms.length > 3 ? ` and ${terms.length - 3} more` : '';
  const figure = (value: number) => Number(value.toPrecision(12));
  return [
    `relation ${index + 1} (${names.join(', ')}${more}) does not hold: its cells add up to ${figure(sum)}, not ${rhs}: off by ${figure(off)}`,
  ];
}
