import type { Finding } from '../vocabulary/finding.ts';
import { compareDashboard, type PublishedComparison } from './dashboard/compareDashboard.ts';
import { dashboardFigures } from './dashboard/dashboardFigures.ts';
import { dashboardLayout, missingForIndicators } from './dashboard/dashboardLayout.ts';
import type { DashboardRow, FileIndicator } from './dashboard/dashboardRow.ts';
import type { ColourCode } from './dashboard/indicator.ts';
import { type DashboardRecord, readDashboardRow } from './dashboard/readDashboardRow.ts';

/** A row as `tandem dashboard` prints it: by the rules; levels and colour by the state's codes, 0 none to 5 best. */
export type DashboardOutputRow = {
  readonly cds: string;
  readonly indicator: FileIndicator;
  readonly studentgroup: string;
  readonly status: number | null;
  readonly change: number | null;
  readonly statusLevel: ColourCode;
  readonly changeLevel: ColourCode;
  readonly colour: ColourCode;
};

export type DashboardReport = {
  readonly rows: readonly DashboardOutputRow[];
  readonly published: PublishedComparison;
};

/**
 * Judges a Dashboard download, already cut into fields, by the rules of 2024 and compares it with what it publishes.
 * A refusal is one sentence on a layout that is not known; rows with findings are left out of the report.
 */
export function dashboardFile(
  header: readonly string[],
  records: readonly DashboardRecord[],
  file: string,
):
  | { readonly report: DashboardReport; readonly findings: readonly Finding[] }
  | { readonly refusal: string } {
  const layout = dashboardLayout(header);
  if (typeof layout === 'string') return { refusal: layout };
  if (records.length === 0) return { refusal: 'it has a header and no rows' };
  const rows = new Map<string, DashboardRow>();
  const findings: Finding[] = [];
  for (const record of records) {
    const read = readDashboardRow(record, layout, file);
    if ('findings' in read) findings.push(...read.findings);
    else {
      const { row } = read;
      const key = `${row.cds} ${row.indicator} ${row.studentgroup}`;
      const earlier = rows.get(key);
      if (earlier) findings.push(repeated(row, earlier, file));
      else rows.set(key, row);
    }
  }
  const refusal = missingForIndicators(layout, new Set([...rows.values()].map((row) => row.indicator)));
  if (refusal !== undefined) return { refusal };
  const judged = [...rows.values()].map((row) => ({ row, figures: dashboardFigures(row) }));
  const report = {
    rows: judged.map(({ row, figures }) => ({
      cds: row.cds,
      indicator: row.indicator,
      studentgroup: row.studentgroup,
      status: figures.status.value === null ? null : Number(figures.status.value),
      change: figures.change.value === null ? null : Number(figures.change.value),
      statusLevel: figures.statusLevel,
      changeLevel: figures.changeLevel,
      colour: figures.colour,
    })),
    published: compareDashboard(judged),
  };
  return { report, findings };
}

function repeated(row: DashboardRow, earlier: DashboardRow, file: string): Finding {
  return {
    severity: 'error',
    rule: 'rowMustAppearOnce',
    file,
    line: row.line,
    column: null,
    message: `${row.indicator} of ${row.studentgroup} at ${row.cds} stands on line ${earlier.line} already`,
    remedy: 'keep one of the two rows',
  };
}
