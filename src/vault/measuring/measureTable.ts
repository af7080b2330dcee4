import { formatValue } from '../../measures/formatValue.ts';
import { measureById } from '../../measures/registry.ts';
import { countFigure } from './countFigure.ts';

/** A count as the store gives it: whole numbers, sums as decimal text. */
export type CountRow = {
  readonly measure: string;
  readonly year: number;
  readonly n: number;
  readonly numerator: number | null;
  readonly sum: string | null;
  readonly denominator: string | null;
};

/**
 * A count as its measure shows it: `30.7 %`, `−75.8 points`, and `no days expected` where there is nothing to divide by.
 * Rounded once, from the exact counts, halves away from zero.
 */
export function countValue(count: CountRow): string {
  const { unit, decimals } = measureById(count.measure);
  const isRate = count.numerator !== null;
  const shown = isRate && decimals === 0 ? 1 : decimals;
  return formatValue(countFigure(count), isRate && unit !== 'per thousand' ? 'percent' : unit, shown);
}

/** The district's measures of all students, a line a measure and a column a year. */
export function measureTable(counts: readonly CountRow[]): string {
  const years = [...new Set(counts.map(({ year }) => year))].sort((a, b) => a - b);
  const names = [...new Set(counts.map(({ measure }) => measure))];
  const cells = names.map((name) => [
    measureById(name).shortName,
    ...years.map((year) => {
      const count = counts.find((one) => one.measure === name && one.year === year);
      return count ? `${countValue(count)} (n ${count.n})` : '';
    }),
  ]);
  const rows = [
    ['All students of the district', ...years.map((year) => `${year - 1}-${String(year).slice(2)}`)],
    ...cells,
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
