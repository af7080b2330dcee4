import type { StudentTables } from '../studentRows.ts';
import { type ExtractFile, yesOrNo } from './extractFile.ts';

/** The vault's own plain layouts: the list of schools, exams of college boards, enrolments in colleges. */
export function plainExtracts(tables: StudentTables): ExtractFile[] {
  const students = new Map(tables.student.map((row) => [row.student_id, row]));
  const who = ({ student_id }: { readonly student_id: number }): [string, string] => [
    students.get(student_id)?.ssid ?? '',
    students.get(student_id)?.local_id ?? '',
  ];
  return [
    {
      name: 'places.csv',
      delimiter: ',',
      header: ['cds', 'level', 'name', 'charter', 'type', 'alternative'],
      rows: tables.place.map((row) => [
        row.cds,
        row.level,
        row.name,
        yesOrNo(row.charter),
        row.type,
        yesOrNo(row.alternative),
      ]),
    },
    {
      name: 'exams.csv',
      delimiter: ',',
      header: ['ssid', 'local_id', 'school_year', 'kind', 'subject', 'score'],
      rows: tables.exam.map((row) => [
        ...who(row),
        String(row.school_year),
        row.kind,
        row.subject,
        String(row.score ?? ''),
      ]),
    },
    {
      name: 'college.csv',
      delimiter: ',',
      header: ['ssid', 'local_id', 'college_from_date'],
      rows: tables.college_enrolment.map((row) => [...who(row), row.from_date]),
    },
  ];
}
