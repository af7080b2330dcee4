import { parseSchoolYear, schoolYearName } from '../../vocabulary/schoolYear.ts';

/** The sheets of the workbook, and the headings of their columns. The first three of a row say which one it is and are not to be changed. */
export const sheetNames = {
  commitments: 'Commitments',
  targets: 'Targets',
  benchmarks: 'Benchmarks',
  help: 'How to use this',
  base: 'As it was made',
} as const;

export const keyColumns = ['Id', 'Version', 'District'] as const;

/** Cells of a commitment that a person may change. */
export const commitmentColumns = [
  'What is promised',
  'Due',
  'Owner',
  'Owner’s mail',
  'Deputy',
  'Deputy’s mail',
  'State',
  'Done on',
] as const;
/** Filled in beside a change, and said with it. */
export const reasonColumns = ['Why', 'In your own words'] as const;

export const seriesColumns = ['Plan goal', 'Provenance', 'Baseline year'] as const;
/** For the reader alone: what a row of targets is about. */
export const aboutColumns = ['Benchmark', 'Students'] as const;
export const targetReason = 'Why they change';

/** The heading of the targets of a school year. */
export function yearColumn(year: number): string {
  return `Target ${schoolYearName(year)}`;
}

/** The school year of such a heading; undefined for any other. */
export function yearOfColumn(column: string): number | undefined {
  return column.startsWith('Target ') ? parseSchoolYear(column.slice('Target '.length)) : undefined;
}
