import type { StudentCourseRow, StudentTables } from '../studentRows.ts';
import { academicYear, type ExtractFile } from './extractFile.ts';

const sectionHeader = [
  'Record Type Code',
  'Reporting LEA',
  'School of Course Delivery',
  'Academic Year ID',
  'CRS-State Course Code',
  'CRS-Local Course ID',
  'Course Section ID',
  'Course Section Instructional Level Code',
  'AP/IB Course Code Cross Reference',
] as const;
const courseHeader = [
  'Record Type Code',
  'Reporting LEA',
  'School of Course Delivery',
  'Academic Year ID',
  'SSID',
  'Local Student ID',
  'Local Course ID',
  'Course Section ID',
  'Academic Term Code',
  'Student Credits Attempted',
  'Student Credits Earned',
  'Student Course Final Grade',
  'UC/CSU Admission Requirement Code',
] as const;

/**
 * CRSC and SCSC, each a file a year, and a table of the courses that are taught, in the columns of the state's own
 * `course_group_master_combos`: pathway and capstone stand nowhere else.
 */
export function* courseExtracts(tables: StudentTables): Generator<ExtractFile> {
  const students = new Map(tables.student.map((row) => [row.student_id, row]));
  const years = [...new Set(tables.student_course.map((row) => row.school_year))].sort((a, b) => a - b);
  if (years.length > 0) yield courseTable(tables.student_course);
  for (const year of years) {
    const rows = tables.student_course.filter((row) => row.school_year === year);
    const sections = new Map(
      rows.map((row) => [`${row.school_cds} ${row.local_course} ${row.section}`, row] as const),
    );
    const place = (row: StudentCourseRow) => [
      row.district_cds.slice(0, 7),
      row.school_cds.slice(7),
      academicYear(year),
    ];
    yield {
      name: `CRSC_${academicYear(year)}.txt`,
      delimiter: '^',
      header: sectionHeader,
      rows: [...sections.values()].map((row) => [
        'CRSC',
        ...place(row),
        row.state_course ?? '',
        row.local_course ?? '',
        row.section ?? '',
        row.level ?? '',
        row.ap_ib ?? '',
      ]),
    };
    yield {
      name: `SCSC_${academicYear(year)}.txt`,
      delimiter: '^',
      header: courseHeader,
      rows: rows.map((row) => [
        'SCSC',
        ...place(row),
        students.get(row.student_id)?.ssid ?? '',
        students.get(row.student_id)?.local_id ?? '',
        row.local_course ?? '',
        row.section ?? '',
        row.term ?? '',
        String(row.credits_attempted ?? ''),
        String(row.credits_earned ?? ''),
        row.mark ?? '',
        row.uc_csu ?? '',
      ]),
    };
  }
}

function courseTable(courses: readonly StudentCourseRow[]): ExtractFile {
  const byCode = new Map(courses.map((row) => [row.state_course ?? '', row] as const));
  return {
    name: 'course_group_master_combos.csv',
    delimiter: ',',
    header: [
      'Course Group State Code',
      'CTE Pathway Code',
      'CTE Capstone Course Indicator',
      'AP',
      'IB',
      'First Academic Year Effective',
      'Last Academic Year Effective',
    ],
    rows: [...byCode].map(([code, row]) => [
      code,
      row.cte_pathway ?? 'N/A',
      row.capstone ? 'Yes' : 'N/A',
      'N',
      'N',
      '1990-1991',
      'N/A',
    ]),
  };
}
