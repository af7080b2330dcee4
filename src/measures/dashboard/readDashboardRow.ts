import type { Finding } from '../../vocabulary/finding.ts';
import { dashboardCells } from './dashboardCells.ts';
import type { DashboardLayout } from './dashboardLayout.ts';
import type { DashboardRow, FileIndicator, YearOfRow } from './dashboardRow.ts';
import { indicators, type SchoolType, schoolTypes, type Yardstick } from './indicator.ts';

/** One record of the file: its fields, and the line it begins on, counted from 1. */
export type DashboardRecord = { readonly line: number; readonly fields: readonly string[] };

const known = new Set<string>([...indicators.map((one) => one.code), 'SCIENCE']);
const rates = new Set<string>(indicators.filter((one) => one.kind === 'rate').map((one) => one.code));
const types = new Set<string>(schoolTypes);

/** The row, or everything that is wrong with it: a row with a finding is left out. */
export function readDashboardRow(
  record: DashboardRecord,
  layout: DashboardLayout,
  file: string,
): { readonly row: DashboardRow } | { readonly findings: readonly Finding[] } {
  const cells = dashboardCells(record, layout, file);
  if (record.fields.length !== layout.size) {
    const counts = `${record.fields.length} fields, the header ${layout.size}`;
    cells.object('rowMustHaveEveryColumn', null, `the row has ${counts}`, 'export the row again, complete');
    return { findings: cells.findings };
  }
  const cds = cells.text('cds');
  if (!/^\d{14}$/.test(cds)) {
    const remedy = 'give all 14 digits as text, leading zeros included';
    cells.object('cdsMustHave14Digits', 'cds', `“${cds}” is no county-district-school code`, remedy);
  }
  const indicator = cells.text('indicator');
  if (!known.has(indicator)) {
    const remedy = `use one of ${[...known].join(', ')}`;
    cells.object('indicatorMustBeKnown', 'indicator', `“${indicator}” is no indicator of 2024`, remedy);
  }
  const recordType = cells.text('rtype');
  if (!/^[XCDS]$/.test(recordType)) {
    const remedy = 'use X (state), C (county), D (district) or S (school)';
    cells.object('recordTypeMustBeKnown', 'rtype', `“${recordType}” is no record type`, remedy);
  }
  const studentgroup = cells.text('studentgroup');
  if (studentgroup === '') {
    cells.object('groupMustBeNamed', 'studentgroup', 'no student group', 'give the group, ALL for everybody');
  }
  const year = cells.text('reportingyear');
  if (year !== '' && year !== '2024') {
    const message = `the rules of ${year} are not known, only those of 2024`;
    cells.object('reportingYearMustHaveRules', 'reportingyear', message, 'give the 2024 download');
  }
  const row: DashboardRow = {
    line: record.line,
    cds,
    indicator: indicator as FileIndicator,
    studentgroup,
    district: recordType === 'D',
    yardstick: yardstickOf(indicator as FileIndicator, cells),
    current: yearOf('curr', indicator, cells),
    prior: yearOf('prior', indicator, cells),
    published: {
      change: cells.decimal('change'),
      statusLevel: cells.level('statuslevel'),
      changeLevel: changeLevelOf(cells),
      colour: cells.level('color'),
    },
  };
  return cells.findings.length > 0 ? { findings: cells.findings } : { row };
}

type Cells = ReturnType<typeof dashboardCells>;

function yardstickOf(indicator: FileIndicator, cells: Cells): Yardstick | null {
  if (indicator === 'SCIENCE') return null;
  if (indicator === 'ELA' || indicator === 'MATH') {
    return { indicator, highSchoolCutPoints: cells.text('hscutpoints') === 'Y' };
  }
  if (indicator !== 'SUSP') return { indicator };
  const type = cells.text('type');
  if (types.has(type)) return { indicator, schoolType: type as SchoolType };
  if (type !== '') {
    cells.object('schoolTypeMustBeKnown', 'type', `“${type}” is no type`, `use ${schoolTypes.join(', ')}`);
  }
  return null;
}

/** The suspension download has the column under two names. */
function changeLevelOf(cells: Cells) {
  const [one, other] = [cells.text('changelevel'), cells.text('change_level')];
  if (one !== '' && other !== '' && one !== other) {
    const message = `changelevel says ${one}, change_level ${other}`;
    cells.object('changeLevelMustBeOne', 'change_level', message, 'keep the right one of the two');
  }
  return cells.level(one === '' ? 'change_level' : 'changelevel');
}

function yearOf(year: 'curr' | 'prior', indicator: string, cells: Cells): YearOfRow {
  const status = cells.decimal(`${year}status`);
  const students = cells.count(`${year}denom`);
  const numeratorColumn = indicator === 'CCI' ? `${year}_prep` : `${year}numer`;
  const numerator = rates.has(indicator) ? cells.count(numeratorColumn) : null;
  if (rates.has(indicator) && status !== null && !(Number(status) >= 0 && Number(status) <= 100)) {
    const remedy = 'give the rate in percent, 0 to 100';
    cells.object('rateMustLieBetween0And100', `${year}status`, `a rate of ${status} %`, remedy);
  }
  if (numerator !== null && students !== null && numerator > students) {
    const message = `${numerator} students of ${students}`;
    const remedy = `correct ${numeratorColumn} or ${year}denom`;
    cells.object('numeratorMustNotExceedDenominator', numeratorColumn, message, remedy);
  }
  const enrolled = cells.count(`${year}prate_enrolled`);
  const tested = cells.count(`${year}prate_tested`);
  if (enrolled !== null && tested !== null && tested > enrolled) {
    const message = `${tested} students tested of ${enrolled} enrolled`;
    const remedy = `correct ${year}prate_tested or ${year}prate_enrolled`;
    cells.object('testedMustNotExceedEnrolled', `${year}prate_tested`, message, remedy);
  }
  return {
    students,
    numerator,
    status,
    studentsBeforePenalty: cells.count(`${year}denom_without_prloss`),
    statusBeforePenalty: cells.decimal(`${year}status_without_prloss`),
    penaltyRecords: cells.count(`${year}num_prloss`) ?? 0,
    participation: enrolled && tested !== null ? { enrolled, tested } : null,
    participationRate: cells.count(`${year}prate`),
  };
}
