import Papa from 'papaparse';
import type { Alignment, AlignmentRow, Hole } from './alignment.ts';

const columns = ['Benchmark', 'Goal of the own plan', 'Work', 'Money', 'Who'] as const;
const holeColumns = ['What', 'Is missing', 'To do'] as const;

/** The alignment's lines with their headings, as a sheet shows them; a hole says so. */
export function alignmentLines({ rows }: Pick<Alignment, 'rows'>): readonly (readonly string[])[] {
  return [columns, ...rows.map(lineOf)];
}

/** The holes with their headings. */
export function holeLines({ holes }: Pick<Alignment, 'holes'>): readonly (readonly string[])[] {
  return [holeColumns, ...holes.map(({ what, kind, todo }: Hole) => [what, kind, todo])];
}

function lineOf({ benchmark, planGoal, engagement, money, person }: AlignmentRow): string[] {
  return [benchmark, planGoal, engagement, money, person].map(({ state, words }) =>
    state === 'hole' ? `HOLE: ${words}` : words,
  );
}

/** The alignment as CSV with a byte order mark for Excel; what a spreadsheet would take for a formula is quoted. */
export function alignmentCsv(alignment: Alignment): string {
  const lines = [...alignmentLines(alignment), [], ...holeLines(alignment)].map((line) => [...line]);
  return `\uFEFF${Papa.unparse(lines, { newline: '\r\n', escapeFormulae: true })}\r\n`;
}
