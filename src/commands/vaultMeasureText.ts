import type { MeasureRun } from '../vault/measuring/measureVault.store.ts';
import { schoolYearName } from '../vocabulary/schoolYear.ts';

type Waiting = { readonly measures: Set<string>; readonly years: Set<number> };

/**
 * What a run could not measure, a line a missing file: which measures of which years wait for it; then the measures
 * that came to no slice. Empty when there is neither.
 */
export function notMeasuredText({ measured, notMeasured, notTold }: MeasureRun): string {
  const waiting = new Map<string, Waiting>();
  for (const { measure, year, missing } of notMeasured) {
    for (const one of missing) {
      const file = fileName(one);
      const found = waiting.get(file) ?? { measures: new Set(), years: new Set() };
      waiting.set(file, { measures: found.measures.add(measure), years: found.years.add(year) });
    }
  }
  const lines = [...waiting].map(
    ([file, { measures, years }]) => `  ${file}, for ${yearsText(years)}: ${[...measures].join(', ')}`,
  );
  const groups = notTold.map(
    (one) =>
      `  ${fileName(one)}: groups ${one.groups.join(' ')}${one.toldByTests ? ', except in tests' : ''}`,
  );
  const all = [...lines.toSorted(), ...new Set(groups)];
  const missing = all.length === 0 ? '' : `\nNot measured, by the file that is missing:\n${all.join('\n')}\n`;
  const empty = measured.filter(({ slices }) => slices === 0);
  if (empty.length === 0) return missing;
  const names = empty.map(({ measure, year }) => `${measure} ${schoolYearName(year)}`);
  return `${missing}\nNobody to count, or no rule for the year: ${names.join(', ')}\n`;
}

function fileName({ file, year }: { readonly file: string; readonly year: number | null }): string {
  return year === null ? file : `${file} of ${schoolYearName(year)}`;
}

function yearsText(years: ReadonlySet<number>): string {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? schoolYearName(first) : `${schoolYearName(first)} to ${schoolYearName(last)}`;
}
