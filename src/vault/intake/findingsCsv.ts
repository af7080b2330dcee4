import type { FileOutcome } from './fileOutcome.ts';

/** The columns of a findings report, and its rows: a finding each, no value of any student's among them. */
export const findingColumns = [
  'file',
  'line',
  'column',
  'rule',
  'severity',
  'value',
  'what is wrong',
  'what to do',
] as const;

export type FindingsOfFile = Pick<FileOutcome, 'file' | 'findings'>;

export function findingRows(outcomes: readonly FindingsOfFile[]): (string | number | null)[][] {
  return outcomes.flatMap(({ file, findings }) =>
    findings.map((one) => [
      file,
      one.line,
      one.column,
      one.rule,
      one.severity,
      one.valueClass,
      one.message,
      one.remedy,
    ]),
  );
}

/** The findings report as CSV, with a byte-order mark, so that a spreadsheet reads its letters. */
export function findingsCsv(outcomes: readonly FindingsOfFile[]): string {
  const rows = [[...findingColumns], ...findingRows(outcomes)];
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  // A spreadsheet takes text that begins like a formula for one.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
