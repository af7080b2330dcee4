import Papa from 'papaparse';
import { type PreviewRow, seenText, whyText } from './previewRows.ts';

const columns = [
  'measure',
  'school_year',
  'place',
  'name',
  'grade',
  'group',
  'seen',
  'leaves_as',
  'reason',
  'closest_count',
  'of',
  'true_count',
  'attacker_from',
  'attacker_to',
  'times_required',
];

/** The cells of a draft as CSV, hidden counts in the clear: for the two who sign. */
export function previewCsv(rows: readonly PreviewRow[], names: ReadonlyMap<string, string>): string {
  const lines = rows.map((row) => {
    const { measure, schoolYear, cell, hidden } = row;
    const { place, grade, group, seen } = cell;
    const { count, left, value, lower, upper, narrowness } = hidden?.tightest ?? {};
    return [
      measure,
      schoolYear,
      place,
      names.get(place),
      grade,
      group,
      seen,
      seenText(cell),
      whyText(row),
      count,
      left ?? (count && 'the slice'),
      value,
      lower,
      upper ?? (count && 'no limit'),
      narrowness,
    ];
  });
  return `${Papa.unparse({ fields: columns, data: lines }, { newline: '\n' })}\n`;
}
