import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { ReconcileRow } from './reconcileRows.ts';
import { wholeDistrict } from './publicFigure.ts';

const columns = [
  'measure',
  'year',
  'school',
  'school name',
  'grade',
  'group',
  'status',
  'state value',
  'state n',
  'state counted',
  'vault value',
  'vault n',
  'vault counted',
  'vault sum',
  'value difference',
  'n difference',
  'explained by',
  'sentence',
  'what to do',
  'dataset',
];

/** Every figure as CSV, with a byte-order mark, so that a spreadsheet reads its letters. */
export function reconcileCsv(rows: readonly ReconcileRow[]): string {
  const lines = rows.map((row) => [
    row.measure,
    schoolYearName(row.year),
    row.school === wholeDistrict ? 'district' : row.school,
    row.schoolName,
    row.grade,
    row.group,
    row.status,
    row.value,
    row.n,
    row.numerator,
    row.vaultValue,
    row.count?.n ?? null,
    row.count?.numerator ?? null,
    row.count?.sum ?? null,
    row.valueDifference,
    row.nDifference,
    row.by,
    row.sentence,
    row.next,
    row.dataset,
  ]);
  return `\uFEFF${[columns, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  // A spreadsheet takes text that begins like a formula for one.
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
