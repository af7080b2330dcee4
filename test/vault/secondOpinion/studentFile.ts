import type { StudentTables } from '../../../sample/students/studentRows.ts';

/** Everything the tables say of one student, in the order in which the files said it. */
export type StudentFile = Pick<
  StudentTables,
  | 'enrolment'
  | 'student_info'
  | 'language_status'
  | 'programme'
  | 'attendance'
  | 'student_course'
  | 'exam'
  | 'college_enrolment'
  | 'test_result'
  | 'elpac_result'
> & {
  readonly id: number;
  readonly results: {
    readonly year: number;
    readonly district: string;
    readonly school: string;
    readonly result: string | null;
    readonly days: number | null;
  }[];
};

/** The tables taken apart by student. */
export function studentFiles(tables: StudentTables): StudentFile[] {
  const files = new Map<number, StudentFile>();
  const of = ({ student_id }: { readonly student_id: number }): StudentFile => {
    const known = files.get(student_id) ?? emptyFile(student_id);
    files.set(student_id, known);
    return known;
  };
  const rows = tables;
  for (const row of inOrder(rows.enrolment)) of(row).enrolment.push(row);
  for (const row of inOrder(rows.student_info)) of(row).student_info.push(row);
  for (const row of inOrder(rows.language_status)) of(row).language_status.push(row);
  for (const row of inOrder(rows.programme)) of(row).programme.push(row);
  for (const row of inOrder(rows.attendance)) of(row).attendance.push(row);
  for (const row of inOrder(rows.student_course)) of(row).student_course.push(row);
  for (const row of inOrder(rows.exam)) of(row).exam.push(row);
  for (const row of inOrder(rows.college_enrolment)) of(row).college_enrolment.push(row);
  for (const row of inOrder(rows.test_result)) of(row).test_result.push(row);
  for (const row of inOrder(rows.elpac_result)) of(row).elpac_result.push(row);
  const incidents = new Map(rows.incident.map((row) => [row.incident_id, row]));
  for (const row of inOrder(rows.incident_student)) {
    const incident = incidents.get(row.incident_id);
    if (!incident) continue;
    of(row).results.push({
      year: incident.school_year,
      district: incident.district_cds,
      school: incident.school_cds,
      result: row.result,
      days: row.days,
    });
  }
  return [...files.values()];
}

type Lined = { readonly file_id: number; readonly line: number };

function inOrder<Row extends Lined>(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => a.file_id - b.file_id || a.line - b.line);
}

function emptyFile(id: number): StudentFile {
  return {
    id,
    enrolment: [],
    student_info: [],
    language_status: [],
    programme: [],
    attendance: [],
    student_course: [],
    exam: [],
    college_enrolment: [],
    test_result: [],
    elpac_result: [],
    results: [],
  };
}
