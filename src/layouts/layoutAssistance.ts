import { type SchoolYear, schoolYear } from '../vocabulary/schoolYear.ts';
import { findStudentGroup, type StudentGroupCode } from '../vocabulary/studentGroup.ts';
import type { Dataset, Layout, Place, Sink } from './layout.ts';
import { hasColumns, headerWord, type PublicRow, publicRows } from './publicRow.ts';

/** The state priorities each letter stands for: the workbooks' sheet “Value”, the same in 2019, 2022, 2023 and 2024. */
const prioritiesOfLetter = new Map([
  ['A', '4, 5, 6'],
  ['B', '4, 5'],
  ['C', '5, 6'],
  ['D', '4, 6'],
  ['E', '4, 8'],
  ['F', '5, 8'],
  ['G', '6, 8'],
  ['H', '4, 5, 8'],
  ['I', '4, 6, 8'],
  ['J', '5, 6, 8'],
  ['K', '4, 5, 6, 8'],
]);

type Column = { readonly column: string };

/**
 * CDE's workbooks of LCFF differentiated assistance: one row a district or county office, a letter for each student
 * group that met the criteria in two priorities or more, and the level of assistance of this and earlier years.
 */
export const layoutAssistance: Layout = {
  id: 'assistance',
  title: 'LCFF differentiated assistance',
  turn: 30,
  format: { kind: 'workbook', sheet: /^District and COE \d{4}$/, headerLine: 6 },
  matches: (header) =>
    hasColumns(header, [
      'CDS',
      'LEAname',
      'Countyname',
      'ReportYear',
      'SWDpriorities',
      'TotalStudentGroups',
    ]) && header.some((cell) => /^AssistanceStatus\d{4}$/.test(cell)),
  open(header) {
    const rowOf = publicRows(header, ['*']);
    const groups = groupColumns(header);
    const statuses = header.map(headerWord).flatMap((column) => {
      const year = /^AssistanceStatus(\d{4})$/.exec(column)?.[1];
      return year ? [{ column, year: schoolYear(Number(year)) }] : [];
    });
    return (cells, _line, sink) => {
      const row = rowOf(cells, sink);
      const cds = row.cds('CDS');
      const year = /^20\d{2}$/.test(row.text('ReportYear'))
        ? schoolYear(Number(row.text('ReportYear')))
        : null;
      if (!year) {
        const message = `“${row.text('ReportYear')}” is no year such as 2024`;
        sink.finding('error', 'reportYearMustBeAYear', 'ReportYear', message, 'get the file from CDE again');
      }
      if (!cds || !year) return;
      const place: Place = {
        cds,
        name: row.text('LEAname'),
        districtName: null,
        county: row.text('Countyname'),
      };
      const dataset = datasetOf(year);
      for (const { column, year: of } of statuses) {
        const status = row.words(column);
        if (status !== null) sink.assistanceStatus(place, { schoolYear: of, status }, dataset);
      }
      sayLetters(row, groups, place, year, dataset, sink);
    };
  },
};

/** `TOMpriorities` is the group that other files call MR; the other columns begin with the group's own code. */
function groupColumns(header: readonly string[]): (Column & { readonly group: StudentGroupCode })[] {
  return header.map(headerWord).flatMap((column) => {
    const code = /^([A-Z]+)priorities$/.exec(column)?.[1];
    const group = code && findStudentGroup(code === 'TOM' ? 'MR' : code);
    return group ? [{ column, group: group.code }] : [];
  });
}

function sayLetters(
  row: PublicRow,
  groups: readonly (Column & { readonly group: StudentGroupCode })[],
  place: Place,
  year: SchoolYear,
  dataset: Dataset,
  sink: Sink,
): void {
  let met = 0;
  for (const { column, group } of groups) {
    const letter = row.words(column);
    if (letter === null) continue;
    met += 1;
    const priorities = prioritiesOfLetter.get(letter);
    if (priorities) sink.assistance(place, { schoolYear: year, group, letter, priorities }, dataset);
    else {
      const message = `“${letter}” is none of the letters A to K of the sheet “Value”`;
      sink.finding('error', 'letterMustBeInTheKey', column, message, 'get the file from CDE again');
    }
  }
  const total = row.count('TotalStudentGroups');
  if (total === null || total === met) return;
  sink.finding(
    'note',
    'totalMustEqualLetters',
    'TotalStudentGroups',
    `${total} student groups are announced, ${met} have a letter; the letters are kept`,
    'ask CDE which is right',
  );
}

function datasetOf(year: SchoolYear): Dataset {
  return {
    key: `cde_assistance_${year}`,
    publisher: 'California Department of Education',
    title: `LCFF differentiated assistance, ${year} Dashboard`,
    schoolYear: year,
    synthetic: false,
    difference: differences.get(year) ?? null,
  };
}

const differences = new Map<number, string>([
  [
    2022,
    'The Dashboard of 2022 had no colours: the lowest status stood for Red, and priority 8 (college and career) was not judged.',
  ],
  [2023, 'Priority 8 was judged by the lowest status of the College/Career Indicator, which had no colour.'],
]);
