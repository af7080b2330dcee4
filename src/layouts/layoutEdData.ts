import { type SchoolYear, schoolYearName } from '../vocabulary/schoolYear.ts';
import { edDataCounts, edDataDecimals, edDataDollars, edDataRates, edDataShares } from './edDataColumns.ts';
import { layoutEdDataCompiled } from './layoutEdDataCompiled.ts';
import type { Dataset, Layout, Place, Sink } from './layout.ts';
import { type ProfileFacts, profileFacts } from './profileFacts.ts';
import { hasColumns, type PublicRow, publicRows } from './publicRow.ts';
import { yearInFileName, yearMustBeInFileName } from './yearInFileName.ts';

const name = 'District Name';
const county = 'County Name (District)';
const type = 'District Type (District)';
const code = 'CDS Number (District)';
const span = 'Grade Span (District)';

/**
 * Ed-Data's workbooks of districts (2021-22 on), one year a file: demographics, teachers, money, and percentages of
 * all students without their counts. `N/A` is no figure; `redacted` is a figure withheld.
 */
const layoutEdDataWorkbook: Layout = {
  id: 'ed-data',
  title: 'Ed-Data districts',
  turn: 40,
  format: { kind: 'workbook', sheet: /^District 20\d{2}$/, headerLine: 1 },
  matches: (header) =>
    hasColumns(header, [
      name,
      county,
      type,
      code,
      span,
      ...[edDataCounts, edDataShares, edDataDecimals, edDataDollars, edDataRates].flatMap((columns) =>
        columns.map(({ column }) => column),
      ),
    ]),
  open(header, fileName) {
    const year = yearInFileName(fileName, /^district_(\d{2})\./i);
    if (!year) return yearMustBeInFileName(fileName, 'district_23.xlsx for 2023-24');
    const dataset = datasetOf(year, '', 'Counts the charter schools that the district authorised.');
    const rowOf = publicRows(header, ['N/A', 'redacted']);
    return (cells, _line, sink) => {
      const row = rowOf(cells, sink);
      const cds = row.cds(code);
      if (!cds) return;
      const inCounty = row.text(county);
      const district = row.text(name).replace(` (${inCounty})`, '');
      const place = { cds, name: district, districtName: null, county: inCounty };
      sayProfile(row, profileFacts(sink, place, year, dataset));
      sayRates(row, place, year, sink);
    };
  },
};

export const layoutsEdData: readonly Layout[] = [layoutEdDataWorkbook, layoutEdDataCompiled];

function sayProfile(row: PublicRow, facts: ProfileFacts): void {
  if (row.words('Census Day Enrollment (District)') === null) return;
  facts.words('district_type', row.words(type));
  facts.words('grade_span', row.words(span));
  for (const { column, factor } of edDataCounts) facts.value(factor, row.count(column));
  for (const { column, factor } of edDataShares) facts.value(factor, row.percent(column));
  for (const { column, factor } of edDataDecimals) facts.value(factor, row.decimal(column));
  for (const { column, factor } of edDataDollars) {
    const dollars = row.count(column);
    facts.value(factor, dollars === null ? null : dollars * 100);
  }
}

/** The state withholds test results of ten students or fewer: a redacted one is read as that, the file gives no reason. */
function sayRates(row: PublicRow, place: Place, year: SchoolYear, sink: Sink): void {
  for (const { measure, column, numerator, difference } of edDataRates) {
    const dataset = datasetOf(year, `_${measure}`, difference);
    const subject = { measure, schoolYear: year, grade: 'all', group: 'ALL' } as const;
    if (row.text(column) === 'redacted') {
      sink.cell(place, subject, { seen: 'suppressed', n: null, reason: 'few students' }, dataset);
      continue;
    }
    const value = row.percent(column);
    const counted = numerator ? row.count(numerator) : null;
    if (value !== null)
      sink.cell(place, subject, { seen: 'shown', n: null, numerator: counted, value }, dataset);
  }
}

function datasetOf(year: SchoolYear, suffix: string, difference: string): Dataset {
  const years = schoolYearName(year);
  return {
    key: `ed_data_${years.replace('-', '_')}${suffix}`,
    publisher: 'Ed-Data',
    title: `Ed-Data, districts, ${years}`,
    schoolYear: year,
    synthetic: false,
    difference,
  };
}
