import type { Dataset, Layout, Place, Sink } from '../../layouts/layout.ts';
import { dashboardLayout, type DashboardLayout } from '../../measures/dashboard/dashboardLayout.ts';
import type { DashboardRow, YearOfRow } from '../../measures/dashboard/dashboardRow.ts';
import { indicators } from '../../measures/dashboard/indicator.ts';
import { readDashboardRow } from '../../measures/dashboard/readDashboardRow.ts';
import type { Figure } from '../../vocabulary/cell.ts';
import { parseCds } from '../../vocabulary/cds.ts';
import { schoolYear, schoolYearName } from '../../vocabulary/schoolYear.ts';
import { findStudentGroup } from '../../vocabulary/studentGroup.ts';

/** The download of a Dashboard is of the school year that ends in its reporting year; its rules are those of 2024. */
const reportingYear = 2024;

const measureOf = new Map<string, string>(indicators.map(({ code, measure }) => [code, measure]));

/**
 * The state's Dashboard download, one row an indicator and student group: the figure of the year, that of the year before,
 * and in ELA and mathematics the mean before participation penalty records. Without a status it is withheld.
 */
export const layoutDashboard: Layout = {
  id: 'dashboard',
  title: 'California School Dashboard download',
  turn: 20,
  format: { kind: 'delimited', delimiter: ',', encoding: 'utf-8' },
  matches: (header) => typeof dashboardLayout(header) !== 'string',
  open(header, fileName) {
    const layout = dashboardLayout(header);
    if (typeof layout === 'string') throw new RangeError(layout);
    return (fields, line, sink) => sayRow({ fields, line }, layout, fileName, sink);
  },
};

function sayRow(
  record: { readonly fields: readonly string[]; readonly line: number },
  layout: DashboardLayout,
  file: string,
  sink: Sink,
): void {
  const read = readDashboardRow(record, layout, file);
  if ('findings' in read) {
    for (const { severity, rule, column, message, remedy } of read.findings)
      sink.finding(severity, rule, column, message, remedy);
    return;
  }
  const { row } = read;
  const cds = parseCds(row.cds);
  const measure = measureOf.get(row.indicator);
  const group = findStudentGroup(row.studentgroup)?.code;
  if (!cds || !measure || !group) return;
  const place: Place = { cds, name: null, districtName: null, county: null };
  const grade = measure === 'chronic_absence' ? 'TK-8' : 'all';
  for (const [year, of] of [
    [reportingYear, row.current],
    [reportingYear - 1, row.prior],
  ] as const) {
    const subject = { measure, schoolYear: schoolYear(year), grade, group } as const;
    if (of.students === null && of.status === null) continue;
    sink.cell(place, subject, figureOf(of, of.status, of.students), datasetOf(row, year, 'as shown'));
    if (of.penaltyRecords > 0 && of.statusBeforePenalty !== null) {
      const before = figureOf(of, of.statusBeforePenalty, of.studentsBeforePenalty);
      sink.cell(place, subject, before, datasetOf(row, year, 'before penalty'));
    }
  }
}

function figureOf({ numerator }: YearOfRow, status: string | null, n: number | null): Figure {
  if (status === null) return { seen: 'suppressed', n, reason: 'few students' };
  return { seen: 'shown', n, numerator, value: status };
}

function datasetOf(row: DashboardRow, year: number, which: 'as shown' | 'before penalty'): Dataset {
  const [indicator] = indicators.filter(({ code }) => code === row.indicator);
  const before = which === 'before penalty';
  return {
    key: `cde_dashboard_${row.indicator.toLowerCase()}_${year}${before ? '_before_penalty' : ''}`,
    publisher: 'California Department of Education',
    title: `${reportingYear} Dashboard, ${indicator?.name ?? row.indicator}${before ? ', before participation penalty' : ''}, ${schoolYearName(year)}`,
    schoolYear: schoolYear(year),
    synthetic: false,
    difference: before
      ? 'The Dashboard’s mean without the records that a participation under 95 % adds.'
      : 'The Dashboard leaves charter schools out of their district.',
  };
}
