import type { ElpacResultRow, StudentTables, TestResultRow } from '../studentRows.ts';
import { type ExtractFile, inHeader, yesOrNo } from './extractFile.ts';

/** Columns of the CAASPP student file of 2025, in its order: those that are read, and names of children, which are not. */
export const caaspp2025Columns: readonly string[] = [
  ...'RecordType SSID StudentLastName StudentFirstName DateofBirth Gender GradeAssessed'.split(' '),
  ...'CALPADSDistrictCode CALPADSDistrictName CALPADSSchoolCode CALPADSSchoolName SPEDAcctDist'.split(' '),
  ...'SpecialEducationforTesting ELStatus ELEntryDate RFEPDate FirstEntryDateInUSSchool ELAS'.split(' '),
  ...'EconomicDisadvantageTesting HispanicorLatino AmericanIndianorAlaskaNative Asian'.split(' '),
  ...'HawaiianOrOtherPacificIslander Filipino BlackorAfricanAmerican White TwoorMoreRaces'.split(' '),
  ...'TestStartDate1 TestStartDate2 TestStartDate3 TestStartDate4'.split(' '),
  ...'ConditionCode Attemptedness IncludeIndicator ScaleScore AchievementLevels LocalStudentID'.split(' '),
  ...'LTELorARLTEL MigrantStatusforTesting MilitaryStatusforTesting FosterStatusforTesting'.split(' '),
  ...'HomelessStatusforTesting ParentEducationLevelforTesting'.split(' '),
];

/** Columns of the ELPAC student file of 2025, alike. */
export const elpac2025Columns: readonly string[] = [
  ...caaspp2025Columns.filter(
    (name) =>
      !['SPEDAcctDist', 'ELStatus', 'RFEPDate', 'ELAS', 'ScaleScore', 'AchievementLevels'].includes(name),
  ),
  'OverallScaleScore',
  'OverallPL',
];

const recordTypes: Readonly<Record<string, string>> = {
  ELA: '01',
  MATH: '02',
  CAA_ELA: '03',
  CAA_MATH: '04',
  CAA_SCIENCE: '05',
  CAST: '06',
  CSA: '09',
  summative: '21',
  initial: 'IA',
  alternate: '23',
};

/** What columns of 2025 were called to 2024; before 2025 nobody was marked as a long-term learner. */
const namesTo2024: Readonly<Record<string, string>> = {
  MigrantStatusforTesting: 'MigrantStatus',
  MilitaryStatusforTesting: 'MilitaryStatus',
  FosterStatusforTesting: 'FosterStatus',
  HomelessStatusforTesting: 'HomelessStatus',
  ParentEducationLevelforTesting: 'ParentEducationLevel',
};

/** The columns of 2025 under the names of another year's file. */
function columnsOf(year: number, columns: readonly string[], file: 'CAASPP' | 'ELPAC'): readonly string[] {
  if (year >= 2025) return columns;
  return columns.filter((name) => name !== 'LTELorARLTEL').map((name) => nameIn(year, name, file));
}

function nameIn(year: number, name: string, file: 'CAASPP' | 'ELPAC'): string {
  if (year >= 2025) return name;
  if (file === 'ELPAC' && year <= 2023 && name === 'SpecialEducationforTesting')
    return 'IDEAIndicatorforTesting';
  return namesTo2024[name] ?? name;
}

function named(
  year: number,
  row: Readonly<Record<string, string | number | null>>,
  file: 'CAASPP' | 'ELPAC',
): Readonly<Record<string, string | number | null>> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [nameIn(year, name, file), value]));
}

/** The CAASPP student file of a year: to 2024 by the layout of 2024, else by that of 2025. */
export function caasppExtract(
  tables: StudentTables,
  year: number,
  header: readonly string[] = columnsOf(year, caaspp2025Columns, 'CAASPP'),
): ExtractFile {
  const who = peopleOf(tables);
  const rows = tables.test_result.filter((row) => row.school_year === year);
  return {
    name: `CAASPP_${year}.csv`,
    delimiter: ',',
    header,
    rows: rows.map((row) =>
      inHeader(
        header,
        named(
          year,
          {
            ...who(row),
            ...snapshot(row),
            RecordType: recordTypes[row.test] ?? '',
            GradeAssessed: row.grade_assessed,
            SPEDAcctDist: row.accountability_district,
            ELStatus: row.el_status,
            ELAS: row.el_status,
            RFEPDate: row.rfep_date,
            ScaleScore: row.scale_score,
            AchievementLevels: row.level ?? '9',
          },
          'CAASPP',
        ),
      ),
    ),
  };
}

/** The ELPAC student file of a year: to 2023 by the layout of 2023, then of 2024, else by that of 2025. */
export function elpacExtract(
  tables: StudentTables,
  year: number,
  header: readonly string[] = columnsOf(year, elpac2025Columns, 'ELPAC'),
): ExtractFile {
  const who = peopleOf(tables);
  const rows = tables.elpac_result.filter((row) => row.school_year === year);
  return {
    name: `ELPAC_${year}.csv`,
    delimiter: '^',
    header,
    rows: rows.map((row) =>
      inHeader(
        header,
        named(
          year,
          {
            ...who(row),
            ...snapshot(row),
            RecordType: recordTypes[row.kind] ?? '',
            GradeAssessed: row.grade,
            OverallScaleScore: row.scale_score,
            OverallPL: row.level ?? '9',
          },
          'ELPAC',
        ),
      ),
    ),
  };
}

function peopleOf(tables: StudentTables) {
  const students = new Map(tables.student.map((row) => [row.student_id, row]));
  const places = new Map(tables.place.map((row) => [row.cds, row.name]));
  return (row: TestResultRow | ElpacResultRow) => ({
    SSID: students.get(row.student_id)?.ssid ?? null,
    LocalStudentID: students.get(row.student_id)?.local_id ?? null,
    StudentLastName: `Núñez ${row.student_id}`,
    StudentFirstName: 'Sample',
    CALPADSDistrictCode: row.district_cds,
    CALPADSDistrictName: places.get(row.district_cds) ?? null,
    CALPADSSchoolCode: row.school_cds,
    CALPADSSchoolName: places.get(row.school_cds) ?? null,
  });
}

const words = ['Yes', 'No'] as const;

function snapshot(row: TestResultRow | ElpacResultRow) {
  const { race } = row;
  return {
    Gender: row.gender,
    SpecialEducationforTesting: yesOrNo(row.swd, words),
    ELEntryDate: row.el_entry,
    FirstEntryDateInUSSchool: row.us_entry,
    EconomicDisadvantageTesting: yesOrNo(row.sed, words),
    HispanicorLatino: yesOrNo(race === 'HI', words),
    AmericanIndianorAlaskaNative: yesOrNo(race === 'AI', words),
    Asian: yesOrNo(race === 'AS', words),
    HawaiianOrOtherPacificIslander: yesOrNo(race === 'PI', words),
    Filipino: yesOrNo(race === 'FI', words),
    BlackorAfricanAmerican: yesOrNo(race === 'AA', words),
    White: yesOrNo(race === 'WH', words),
    TwoorMoreRaces: yesOrNo(race === 'MR', words),
    TestStartDate1: row.first_test_day,
    ConditionCode: row.condition,
    Attemptedness: row.attemptedness,
    IncludeIndicator: row.include,
    LTELorARLTEL: row.ltel,
    MigrantStatusforTesting: yesOrNo(row.migrant, words),
    MilitaryStatusforTesting: yesOrNo(row.military, words),
    FosterStatusforTesting: yesOrNo(row.foster, words),
    HomelessStatusforTesting: yesOrNo(row.homeless, words),
    ParentEducationLevelforTesting: row.parent_education,
  };
}
