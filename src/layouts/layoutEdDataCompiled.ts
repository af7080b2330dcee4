import { schoolYear } from '../vocabulary/schoolYear.ts';
import type { Dataset, FindDistrict, Layout, Place, Sink } from './layout.ts';
import { profileFacts } from './profileFacts.ts';
import { type PublicRow, publicRows } from './publicRow.ts';

const columns = [
  'District',
  'County',
  'District_type',
  'Enrollment',
  'FRL_Perc',
  'Disadv_Perc',
  'EL_Perc',
  'Grad_Perc',
  'Teach_to_stud',
  'Susp_Perc',
  'Chronic_absent',
  'Math_metAbove',
  'ELA_metAbove',
  'Per_pupil_exp',
  'Teacher_salary',
  'Avg Years Teaching (District)',
];

const year = schoolYear(2019);

/**
 * What the compiler wrote where a district had no figure: the mean of the column over all districts. A true figure that
 * happens to equal it cannot be told from it and is lost.
 */
const fillers = new Map([
  ['FRL_Perc', ['56.8']],
  ['Disadv_Perc', ['60']],
  ['EL_Perc', ['18.4']],
  ['Teach_to_stud', ['20.2']],
  ['Math_metAbove', ['37.2', '37.3']],
  ['ELA_metAbove', ['48.3']],
  ['Per_pupil_exp', ['14708']],
  ['Teacher_salary', ['76081']],
]);
const filledEnrolment = '6023';

/**
 * Districts whose test results were exchanged with a namesake's in another county: 29.37 % are 79 of the 269 students
 * tested in Pacific Union of Fresno, and cannot come of the 365 of Humboldt, where the table has them.
 */
const exchanged = new Set([
  'Pacific Union Elementary (Fresno)',
  'Pacific Union Elementary (Humboldt)',
  'Pioneer Union Elementary (Butte)',
  'Pioneer Union Elementary (El Dorado)',
]);

/**
 * A table of 2018-19 that somebody compiled from Ed-Data: names and counties without codes, gaps filled with means. A
 * row is kept when files loaded earlier know one district of its name and county.
 */
export const layoutEdDataCompiled: Layout = {
  id: 'ed-data-2018-19',
  title: 'Ed-Data districts 2018-19 (compiled table)',
  turn: 90,
  format: { kind: 'delimited', delimiter: ',', encoding: 'utf-8' },
  matches: (header) => header.length === columns.length && columns.every((name, i) => header[i] === name),
  open(header, _fileName, findDistrict) {
    const rowOf = publicRows(header, ['N/A', 'redacted']);
    return (cells, _line, sink) => {
      const row = rowOf(cells, sink);
      const place = placeOf(row, sink, findDistrict);
      if (!place) return;
      if (row.text('Enrollment') === filledEnrolment) return noteFilledRow(sink);
      const own = (column: string): boolean => isOwn(row, column, sink);
      sayProfile(row, place, own, sink);
      if (exchanged.has(row.text('District'))) return noteExchanged(sink);
      sayRate(row, 'math_met_pct', 'Math_metAbove', place, own, sink);
      sayRate(row, 'ela_met_pct', 'ELA_metAbove', place, own, sink);
    };
  },
};

function placeOf(row: PublicRow, sink: Sink, findDistrict: FindDistrict | undefined): Place | undefined {
  const county = row.text('County');
  const name = row.text('District').replace(` (${county})`, '');
  const cds = findDistrict?.(name, county);
  if (cds) return { cds, name, districtName: null, county };
  sink.finding(
    'note',
    'districtMustBeKnownByName',
    'District',
    `this table has no CDS codes, and no single district called “${name}” in ${county} County is known; the row is left out`,
    'load a file that names the district with its code, then this one again',
  );
  return undefined;
}

function noteFilledRow(sink: Sink): void {
  const message = `an enrolment of ${filledEnrolment} is the mean of all districts: this row was filled in, not measured; it is left out`;
  sink.finding('note', 'filledInRowIsLeftOut', 'Enrollment', message, 'nothing to do');
}

function isOwn(row: PublicRow, column: string, sink: Sink): boolean {
  if (!fillers.get(column)?.includes(row.text(column))) return true;
  const message = `${row.text(column)} is what the table has where a district has no figure (the mean of all districts); it is left out`;
  sink.finding('note', 'filledInFigureIsLeftOut', column, message, 'nothing to do');
  return false;
}

function noteExchanged(sink: Sink): void {
  const message =
    'the test results of this row belong to a district of the same name in another county; they are left out';
  sink.finding('note', 'namesakesResultsAreLeftOut', 'Math_metAbove', message, 'nothing to do');
}

function sayProfile(row: PublicRow, place: Place, own: (column: string) => boolean, sink: Sink): void {
  const facts = profileFacts(sink, place, year, dataset);
  facts.value('enrolment', row.count('Enrollment'));
  facts.words('district_type', row.words('District_type'));
  if (own('FRL_Perc')) facts.value('frpm_share', row.percent('FRL_Perc'));
  if (own('Disadv_Perc')) facts.value('sed_share', row.percent('Disadv_Perc'));
  if (own('EL_Perc')) facts.value('english_learner_share', row.percent('EL_Perc'));
  if (own('Teach_to_stud')) facts.value('student_teacher_ratio', row.decimal('Teach_to_stud'));
  facts.value('average_years_teaching', row.decimal('Avg Years Teaching (District)'));
  const spending = own('Per_pupil_exp') ? row.count('Per_pupil_exp') : null;
  const salary = own('Teacher_salary') ? row.count('Teacher_salary') : null;
  if (spending !== null) facts.value('per_pupil_spending_cents', spending * 100);
  if (salary !== null) facts.value('average_teacher_salary_cents', salary * 100);
}

function sayRate(
  row: PublicRow,
  measure: string,
  column: string,
  place: Place,
  own: (column: string) => boolean,
  sink: Sink,
): void {
  const value = own(column) ? row.percent(column) : null;
  if (value === null) return;
  const subject = { measure, schoolYear: year, grade: 'all', group: 'ALL' } as const;
  sink.cell(place, subject, { seen: 'shown', n: null, numerator: null, value }, dataset);
}

const dataset: Dataset = {
  key: 'ed_data_compiled_2018_19',
  publisher: 'Ed-Data',
  title: 'Ed-Data, districts, 2018-19 (compiled table)',
  schoolYear: year,
  synthetic: false,
  difference:
    'A table compiled from Ed-Data without counts and without codes; its filled-in values and four exchanged rows are left out.',
};
