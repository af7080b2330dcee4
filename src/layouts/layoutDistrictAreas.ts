import { roundedRate } from '../measures/rate.ts';
import { parseSchoolYear, type SchoolYear, schoolYearName } from '../vocabulary/schoolYear.ts';
import { areaGroups, areaRates } from './districtAreaColumns.ts';
import { float32Decimal } from './float32Decimal.ts';
import type { Dataset, Layout, Place, Sink } from './layout.ts';
import { type ProfileFacts, profileFacts } from './profileFacts.ts';
import { hasColumns, type PublicRow, publicRows } from './publicRow.ts';

/**
 * CDE's table of district areas: one row a district with enrolment, student groups and headline rates of one year.
 * Percentages went through 32-bit floats (`29.799999`) and are read back as 29.8.
 */
export const layoutDistrictAreas: Layout = {
  id: 'district-areas',
  title: 'California school district areas',
  turn: 10,
  format: { kind: 'delimited', delimiter: ',', encoding: 'utf-8' },
  matches: (header) =>
    hasColumns(header, [
      'Year',
      'FedID',
      'CDSCode',
      'AssistStatus',
      'LocaleDistrict',
      'EnrollTotal',
      'SHAPE_Area',
      ...areaGroups.map(({ count }) => count),
      ...areaRates.map(({ rate }) => rate),
    ]),
  open(header) {
    const rowOf = publicRows(header, []);
    return (cells, _line, sink) => {
      const row = rowOf(cells, sink);
      const year = parseSchoolYear(row.text('Year'));
      const cds = row.cds('CDSCode');
      if (!year) {
        const message = `“${row.text('Year')}” is no school year such as 2018-19`;
        sink.finding('error', 'schoolYearMustFollow', 'Year', message, 'get the file from CDE again');
      }
      if (!year || !cds) return;
      const place: Place = {
        cds,
        name: row.text('DistrictName'),
        districtName: null,
        county: row.text('CountyName'),
      };
      const dataset = datasetOf(year, '', null);
      const nces = row.words('FedID');
      if (nces) sink.nces(cds, nces);
      const status = row.words('AssistStatus');
      if (status) sink.assistanceStatus(place, { schoolYear: year, status }, dataset);
      sayProfile(row, profileFacts(sink, place, year, dataset), sink);
      sayRates(row, place, year, sink);
    };
  },
};

function sayProfile(row: PublicRow, facts: ProfileFacts, sink: Sink): void {
  const enrolment = row.requiredCount('EnrollTotal');
  facts.value('enrolment', enrolment);
  facts.value('charter_enrolment', row.count('EnrollCharter'));
  facts.value('non_charter_enrolment', row.count('EnrollNonCharter'));
  facts.value('cumulative_enrolment', row.count('EnrollCumulative'));
  facts.words('district_type', row.words('DistrictType'));
  facts.words('grade_span', `${row.text('GradeLow')}-${row.text('GradeHigh')}`);
  facts.words('locale', row.words('LocaleDistrict'));
  for (const { count, percent, factor, shareFactor, of } of areaGroups) {
    const students = row.count(count);
    const share = percentOf(row, percent);
    facts.value(factor, students);
    facts.value(shareFactor, share);
    if (of === 'EnrollTotal') checkShare(percent, share, students, enrolment, sink);
  }
}

/** Ties that CDE rounded down (1 of 80 as 1.2) are kept as published. */
function checkShare(
  column: string,
  share: string | null,
  students: number | null,
  enrolment: number | null,
  sink: Sink,
): void {
  if (share === null || students === null || !enrolment) return;
  const derived = roundedRate({ numerator: students, denominator: enrolment });
  if (Number(derived) === Number(share)) return;
  sink.finding(
    'note',
    'shareMustFollowFromCount',
    column,
    `${share} is published, ${students} of ${enrolment} are ${derived}; it is kept as published`,
    'nothing to do when the difference is one in the last place',
  );
}

/** A blank rate is withheld where every district has such students; where a district may have none it says nothing. */
function sayRates(row: PublicRow, place: Place, year: SchoolYear, sink: Sink): void {
  for (const one of areaRates) {
    const dataset = datasetOf(year, `_${one.measure}`, one.difference);
    const subject = { measure: one.measure, schoolYear: year, grade: 'all', group: 'ALL' } as const;
    const value = percentOf(row, one.rate);
    if (value === null) {
      if (one.everyDistrict)
        sink.cell(place, subject, { seen: 'suppressed', n: null, reason: 'not reported' }, dataset);
      continue;
    }
    const n = one.n ? row.count(one.n) : null;
    const numerator = one.numerator ? row.count(one.numerator) : null;
    sink.cell(place, subject, { seen: 'shown', n, numerator, value }, dataset);
  }
}

function percentOf(row: PublicRow, column: string): string | null {
  const published = row.percent(column);
  return published === null ? null : float32Decimal(published);
}

function datasetOf(year: SchoolYear, suffix: string, difference: string | null): Dataset {
  const name = schoolYearName(year);
  return {
    key: `cde_district_areas_${name.replace('-', '_')}${suffix}`,
    publisher: 'California Department of Education',
    title: `California school district areas, ${name}`,
    schoolYear: year,
    synthetic: false,
    difference: difference ?? profileDifference,
  };
}

const profileDifference =
  'Counts every student on census day, those of charter schools authorised by the district included.';
