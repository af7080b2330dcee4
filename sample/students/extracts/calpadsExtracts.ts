import type { StudentTables } from '../studentRows.ts';
import { academicYear, compactDay, type ExtractFile, inHeader, yesOrNo } from './extractFile.ts';

type Row = Readonly<Record<string, string | number | null>>;

const student = [
  'Record Type Code',
  'Transaction Type Code',
  'Local Record ID',
  'Reporting LEA',
  'School of Attendance',
  'Academic Year ID',
  'SSID',
  'Local Student ID',
];
const named = ['Student Legal First Name', 'Student Legal Last Name'];

const headers = {
  SENR: [
    ...student,
    ...named,
    'Student Birth Date',
    'Student Gender Code',
    'Enrollment Start Date',
    'Enrollment Status Code',
    'Grade Level Code',
    'Enrollment Exit Date',
    'Student Exit Reason Code',
    'Student School Completion Status',
    'Student Met All UC and/or CSU Requirements Indicator',
    'Student Golden State Seal Merit Diploma Indicator',
    'Student Seal of Biliteracy Indicator',
    'Postsecondary/Transition Status Indicator',
    'Workforce Readiness (Strategic Skills) Certificate Program Completion Indicator',
    'Food Handler Certification Program Completion Indicator',
    'Pre-Apprenticeship Certification Program Completion Indicator',
    'Pre-Apprenticeship Program (non-certified) Completion Indicator',
    'State or Federal Job Program Completion Indicator',
  ],
  SINF: [
    ...student,
    ...named,
    'Effective Start Date',
    'Student Birth Date',
    'Student Gender Code',
    'Hispanic Ethnicity Indicator',
    'Student Race 1 Code',
    'Student Race 2 Code',
    'Student Initial U.S. School Enrollment Date K-12',
    'Parent Guardian Highest Education Level Code',
  ],
  SPRG: [
    ...student,
    'Education Program Code',
    'Education Program Membership Code',
    'Education Program Membership Start Date',
    'Education Program Membership End Date',
  ],
  SELA: [
    ...student,
    'English Language Acquisition Status Code',
    'English Language Acquisition Status Start Date',
    'Primary Language Code',
  ],
  STAS: [
    ...student,
    'Student Absence Summary Data Collection Exemption Indicator',
    'Expected Attendance Days',
    'Days Attended',
    'Days Absent Out-of-School Suspension',
    'Days in Attendance In-School Suspension',
    'Days Absent Excused Non-Suspension',
    'Days Absent Unexcused Non-Suspension',
    'Incomplete Independent Study Days',
  ],
  SINC: [...student, 'Incident ID Local', 'Incident Occurrence Date'],
  SIRS: [...student, 'Incident ID Local', 'Incident Result Code', 'Incident Result Duration Days'],
  SOFF: [...student, 'Incident ID Local', 'Student Offense Code'],
} as const;

type StudentRecordType = keyof typeof headers;

/** The record types of students, a file a type and year; SINF, SELA and SPRG are whole histories in one file of the last. */
export function* calpadsExtracts(tables: StudentTables): Generator<ExtractFile> {
  const years = [...new Set(tables.enrolment.map((row) => row.school_year))].sort((a, b) => a - b);
  const last = years.at(-1);
  if (last === undefined) return;
  const write = writer(tables);
  const schools = new Map(tables.enrolment.map((row) => [row.student_id, row.school_cds]));
  const at = (id: number, year: number) => ({
    student_id: id,
    school_year: year,
    school_cds: schools.get(id) ?? '',
  });
  for (const year of years) {
    const inYear = <R extends { readonly school_year: number }>(rows: readonly R[]) =>
      rows.filter((row) => row.school_year === year);
    yield write('SENR', year, inYear(tables.enrolment), enrolmentCells);
    yield write('STAS', year, yearsAtSchool(inYear(tables.attendance)), attendanceCells);
    const incidents = new Map(inYear(tables.incident).map((row) => [row.incident_id, row]));
    const of = <R extends { readonly incident_id: number }>(rows: readonly R[]) =>
      rows.flatMap((row) => {
        const incident = incidents.get(row.incident_id);
        const { school_cds = '', local_id = '' } = incident ?? {};
        return incident ? [{ ...row, school_year: year, school_cds, local_id }] : [];
      });
    yield write('SINC', year, [...incidents.values()], (row) => ({
      'Incident ID Local': row.local_id,
      'Incident Occurrence Date': compactDay(row.occurred_on),
    }));
    yield write('SIRS', year, of(tables.incident_student), (row) => ({
      'Incident ID Local': row.local_id,
      'Incident Result Code': row.result,
      'Incident Result Duration Days': row.days,
    }));
    yield write('SOFF', year, of(tables.offence), (row) => ({
      'Incident ID Local': row.local_id,
      'Student Offense Code': row.code,
    }));
  }
  const infos = tables.student_info.map((row) => ({ ...row, ...at(row.student_id, last) }));
  yield write('SINF', last, infos, infoCells);
  const statuses = tables.language_status.map((row) => ({ ...row, ...at(row.student_id, last) }));
  yield write('SELA', last, statuses, (row) => ({
    'English Language Acquisition Status Code': row.status,
    'English Language Acquisition Status Start Date': compactDay(row.start_date),
    'Primary Language Code': row.primary_language,
  }));
  const programmes = tables.programme.map((row) => ({ ...row, school_year: last }));
  yield write('SPRG', last, programmes, (row) => ({
    'Education Program Code': row.code,
    'Education Program Membership Code': row.membership,
    'Education Program Membership Start Date': compactDay(row.start_date),
    'Education Program Membership End Date': compactDay(row.end_date),
  }));
}

type Attendance = StudentTables['attendance'][number];

/** CALPADS takes one row of a student's year at a school: two stays there are summed. */
function yearsAtSchool(rows: readonly Attendance[]): Attendance[] {
  const found = new Map<string, Attendance>();
  for (const row of rows) {
    const key = `${row.student_id} ${row.school_cds} ${row.exempt}`;
    const before = found.get(key);
    found.set(key, before ? added(before, row) : row);
  }
  return [...found.values()];
}

function added(one: Attendance, other: Attendance): Attendance {
  const sum = (a: number | null, b: number | null) => (a ?? 0) + (b ?? 0);
  return {
    ...one,
    expected_days: sum(one.expected_days, other.expected_days),
    attended_days: sum(one.attended_days, other.attended_days),
    out_of_school_suspension_days: sum(
      one.out_of_school_suspension_days,
      other.out_of_school_suspension_days,
    ),
    in_school_suspension_days: sum(one.in_school_suspension_days, other.in_school_suspension_days),
    excused_days: sum(one.excused_days, other.excused_days),
    unexcused_days: sum(one.unexcused_days, other.unexcused_days),
    incomplete_independent_study_days: sum(
      one.incomplete_independent_study_days,
      other.incomplete_independent_study_days,
    ),
  };
}

type Placed = { readonly school_year: number; readonly school_cds: string; readonly student_id?: number };

function writer(tables: StudentTables) {
  const students = new Map(tables.student.map((row) => [row.student_id, row]));
  const district = tables.place.find((row) => row.level === 'district')?.cds.slice(0, 7) ?? '';
  return <R extends Placed>(
    type: StudentRecordType,
    year: number,
    rows: readonly R[],
    cells: (row: R) => Row,
  ): ExtractFile => ({
    name: `${type}_${academicYear(year)}.txt`,
    delimiter: '^',
    header: headers[type],
    rows: rows.map((row) => {
      const who = students.get(row.student_id ?? 0);
      return inHeader(headers[type], {
        'Record Type Code': type,
        'Transaction Type Code': 'R',
        'Reporting LEA': district,
        'School of Attendance': row.school_cds.slice(7),
        'Academic Year ID': academicYear(row.school_year),
        SSID: who?.ssid ?? null,
        'Local Student ID': who?.local_id ?? null,
        'Student Legal First Name': 'Sample',
        'Student Legal Last Name': `Núñez ${row.student_id}`,
        ...cells(row),
      });
    }),
  });
}

function enrolmentCells(row: StudentTables['enrolment'][number]): Row {
  return {
    'Enrollment Start Date': compactDay(row.start_date),
    'Enrollment Status Code': row.status,
    'Grade Level Code': row.grade,
    'Enrollment Exit Date': compactDay(row.end_date),
    'Student Exit Reason Code': row.exit_reason,
    'Student School Completion Status': row.completion,
    'Student Met All UC and/or CSU Requirements Indicator': yesOrNo(row.met_uc_csu),
    'Student Golden State Seal Merit Diploma Indicator': yesOrNo(row.merit_diploma),
    'Student Seal of Biliteracy Indicator': yesOrNo(row.seal_of_biliteracy),
    'Postsecondary/Transition Status Indicator': yesOrNo(row.transition_status),
    'Workforce Readiness (Strategic Skills) Certificate Program Completion Indicator': yesOrNo(
      row.workforce_readiness,
    ),
    'Food Handler Certification Program Completion Indicator': yesOrNo(row.food_handler),
    'Pre-Apprenticeship Certification Program Completion Indicator': yesOrNo(row.pre_apprenticeship),
    'Pre-Apprenticeship Program (non-certified) Completion Indicator': yesOrNo(row.pre_apprenticeship_other),
    'State or Federal Job Program Completion Indicator': yesOrNo(row.job_programme),
  };
}

const raceDigits: Readonly<Record<string, readonly string[]>> = {
  AA: ['600'],
  AI: ['100'],
  AS: ['206'],
  FI: ['400'],
  HI: ['700'],
  PI: ['301'],
  WH: ['700'],
  MR: ['600', '700'],
};

function infoCells(row: StudentTables['student_info'][number]): Row {
  const [first = '', second = ''] = raceDigits[row.race ?? ''] ?? [];
  return {
    'Effective Start Date': compactDay(row.start_date),
    'Student Birth Date': compactDay(row.birth_date),
    'Student Gender Code': row.gender,
    'Hispanic Ethnicity Indicator': row.race === 'HI' ? 'Y' : 'N',
    'Student Race 1 Code': first,
    'Student Race 2 Code': second,
    'Student Initial U.S. School Enrollment Date K-12': compactDay(row.us_entry_date),
    'Parent Guardian Highest Education Level Code': row.parent_education,
  };
}

function attendanceCells(row: StudentTables['attendance'][number]): Row {
  return {
    'Student Absence Summary Data Collection Exemption Indicator': yesOrNo(row.exempt),
    'Expected Attendance Days': row.expected_days,
    'Days Attended': row.attended_days,
    'Days Absent Out-of-School Suspension': row.out_of_school_suspension_days,
    'Days in Attendance In-School Suspension': row.in_school_suspension_days,
    'Days Absent Excused Non-Suspension': row.excused_days,
    'Days Absent Unexcused Non-Suspension': row.unexcused_days,
    'Incomplete Independent Study Days': row.incomplete_independent_study_days,
  };
}
