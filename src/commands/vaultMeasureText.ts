import type { MeasureRun } from '../vault/measuring/measureVault.store.ts';
import { schoolYearName } from '../vocabulary/schoolYear.ts';

/** What a run could not measure, a line a missing file: which measures wait for it. Empty when nothing is missing. */
export function notMeasuredText({ notMeasured, notTold }: MeasureRun): string {
  const waiting = new Map<string, Set<string>>();
  for (const { measure, year, missing } of notMeasured) {
    for (const one of missing) {
      const file = one.year === null ? one.file : `${one.file} of ${schoolYearName(one.year)}`;
      const measures = waiting.get(file) ?? new Set();
      waiting.set(file, measures.add(`${measure} ${schoolYearName(year)}`));
    }
  }
  const groups = new Map<string, string>();
  for (const one of notTold) {
    const file = one.year === null ? one.file : `${one.file} of ${schoolYearName(one.year)}`;
    groups.set(`${file}: groups ${one.groups.join(' ')}${one.toldByTests ? ', except in tests' : ''}`, file);
  }
  const lines = [
    ...[...waiting].map(([file, measures]) => `  ${file}: ${[...measures].join(', ')}`),
    ...[...groups.keys()].map((line) => `  ${line}`),
  ];
  return lines.length === 0 ? '' : `\nNot measured, by the file that is missing:\n${lines.join('\n')}\n`;
}
