import { roundedRate } from '../measures/rate.ts';
import { cdsLevel } from '../vocabulary/cds.ts';
import { parseSchoolYear, type SchoolYear, schoolYearName } from '../vocabulary/schoolYear.ts';
import type { Dataset, Layout, Place, Sink } from './layout.ts';
import { profileFacts } from './profileFacts.ts';
import { hasColumns, type PublicRow, publicRows } from './publicRow.ts';

const upcColumn = 'CALPADS Unduplicated Pupil Count (UPC)';
const certified = 'CALPADS Fall 1 Certification Status (Y/N)';
const codes = ['County Code', 'District Code', 'School Code'];

/** Each is a part of the enrolment; a district's row also says the part as a share. */
const parts = [
  { column: upcColumn, factor: 'unduplicated_pupils', share: 'upc_share' },
  { column: 'English Learner (EL)', factor: 'english_learners', share: 'english_learner_share' },
  { column: 'Unduplicated FRPM Eligible Count', factor: 'frpm', share: 'frpm_share' },
  { column: 'Free & Reduced Meal Program', factor: 'meal_programme', share: null },
  { column: 'Direct Certification', factor: 'direct_certification', share: 'direct_certification_share' },
  { column: 'Foster', factor: 'foster', share: 'foster_share' },
  { column: 'Tribal Foster Youth', factor: 'tribal_foster', share: null },
  { column: 'Homeless', factor: 'homeless', share: 'homeless_share' },
  { column: 'Migrant Program', factor: 'migrant', share: 'migrant_share' },
] as const;

/**
 * CDE's CALPADS unduplicated pupil counts, by LEA or by school (the same columns): a row is a district without its
 * charter schools, a charter school, or a school. The school row with the code of zeros is the district's own office.
 */
export const layoutUpc: Layout = {
  id: 'upc',
  title: 'CALPADS unduplicated pupil counts',
  turn: 20,
  format: { kind: 'delimited', delimiter: ',', encoding: 'utf-8' },
  matches: (header) =>
    hasColumns(header, [
      'Academic Year',
      ...codes,
      'Total Enrollment',
      certified,
      ...parts.map(({ column }) => column),
    ]),
  open(header) {
    const rowOf = publicRows(header, ['N/A']);
    const datasets = new Map<SchoolYear, Dataset>();
    return (cells, _line, sink) => {
      const row = rowOf(cells, sink);
      const year = parseSchoolYear(row.text('Academic Year'));
      if (!year) return refuseYear(row, sink);
      const dataset = datasets.get(year) ?? datasetOf(year);
      datasets.set(year, dataset);
      const place = placeOf(row, sink);
      if (place && isCounted(row, sink)) sayCounts(row, place, year, dataset, sink);
    };
  },
};

function refuseYear(row: PublicRow, sink: Sink): void {
  const message = `“${row.text('Academic Year')}” is no school year such as 2023-2024`;
  sink.finding('error', 'schoolYearMustFollow', 'Academic Year', message, 'get the file from CDE again');
}

/** Undefined, with a finding, for the row of a district's own office: its code would make it the whole district. */
function placeOf(row: PublicRow, sink: Sink): Place | undefined {
  const cds = row.cds(...codes);
  if (!cds) return undefined;
  const county = row.text('County Name');
  const district = row.text('District Name');
  if (cdsLevel(cds) === 'school')
    return { cds, name: row.text('School Name'), districtName: district, county };
  if (row.words('School Name') === null) return { cds, name: district, districtName: null, county };
  sink.finding(
    'note',
    'districtOfficeIsNotTheDistrict',
    'School Name',
    `this row counts the ${row.text('Total Enrollment')} students of the office of ${district} itself, under the code of the whole district; it is left out`,
    'nothing to do: the district as a whole stands in the file of LEAs',
  );
  return undefined;
}

function isCounted(row: PublicRow, sink: Sink): boolean {
  if (row.text(certified) === 'Y') return true;
  sink.finding(
    'note',
    'countsMustBeCertified',
    certified,
    `“${row.text(certified)}”: the counts of this row were never certified, its zeros are not counts`,
    'nothing to do: CDE has no data for this row',
  );
  return false;
}

function sayCounts(row: PublicRow, place: Place, year: SchoolYear, dataset: Dataset, sink: Sink): void {
  const enrolment = row.requiredCount('Total Enrollment');
  if (enrolment === null) return;
  const facts = profileFacts(sink, place, year, dataset);
  const isSchool = cdsLevel(place.cds) === 'school';
  facts.value('enrolment', enrolment);
  for (const { column, factor, share } of parts) {
    const count = row.count(column);
    if (count === null) continue;
    if (count > enrolment) refusePart(column, count, enrolment, sink);
    facts.value(factor, count);
    if (share && !isSchool && enrolment > 0 && count <= enrolment)
      facts.value(share, roundedRate({ numerator: count, denominator: enrolment }));
  }
  if (isSchool && row.words('School Type') !== null) sayListing(row, place, sink);
  sayRate(row.count(upcColumn), enrolment, place, year, dataset, sink);
}

function sayRate(
  upc: number | null,
  enrolment: number,
  place: Place,
  schoolYear: SchoolYear,
  dataset: Dataset,
  sink: Sink,
): void {
  if (upc === null || upc > enrolment) return;
  if (enrolment === 0) {
    sink.finding(
      'note',
      'rateNeedsStudents',
      'Total Enrollment',
      'no student was enrolled on census day, so there is no percentage of unduplicated pupils',
      'nothing to do',
    );
    return;
  }
  const value = roundedRate({ numerator: upc, denominator: enrolment });
  sink.cell(
    place,
    { measure: 'upc', schoolYear, grade: 'all', group: 'ALL' },
    { seen: 'shown', n: enrolment, numerator: upc, value },
    dataset,
  );
}

function sayListing(row: PublicRow, place: Place, sink: Sink): void {
  const low = row.words('Low Grade');
  const high = row.words('High Grade');
  const charter = row.words('Charter School (Y/N)');
  sink.school({
    place,
    city: null,
    charter: charter === null ? null : charter.startsWith('Y'),
    gradeSpan: low && high ? `${low}-${high}` : null,
    enrolment: null,
    latitude: null,
    longitude: null,
  });
}

function refusePart(column: string, count: number, enrolment: number, sink: Sink): void {
  const message = `${count} students are more than the ${enrolment} enrolled`;
  sink.finding('error', 'partMustNotExceedEnrolment', column, message, 'get the file from CDE again');
}

function datasetOf(year: SchoolYear): Dataset {
  const name = schoolYearName(year);
  return {
    key: `cde_upc_${name.replace('-', '_')}`,
    publisher: 'California Department of Education',
    title: `CALPADS unduplicated pupil count, ${name}`,
    schoolYear: year,
    synthetic: false,
    difference:
      'Counts primary and short-term enrolments, K-12, on census day; a district’s figure leaves out the charter schools it authorised, each of which has its own.',
  };
}
