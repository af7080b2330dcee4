import type { StudentTables } from '../studentRows.ts';
import { academicYear, type ExtractFile } from './extractFile.ts';

/** SDEM and SASS, each a file a year: who works in the district, and as what on census day. */
export function* staffExtracts(tables: StudentTables): Generator<ExtractFile> {
  const staff = new Map(tables.staff.map((row) => [row.staff_id, row]));
  const years = [...new Set(tables.staff_assignment.map((row) => row.school_year))].sort((a, b) => a - b);
  for (const year of years) {
    const jobs = tables.staff_assignment.filter((row) => row.school_year === year);
    const people = [...new Set(jobs.map((row) => row.staff_id))];
    yield {
      name: `SDEM_${academicYear(year)}.txt`,
      delimiter: '^',
      header: [
        'Record Type Code',
        'Reporting LEA',
        'Academic Year ID',
        'Statewide Educator Identifier (SEID)',
        'Local Staff ID',
      ],
      rows: people.map((id) => {
        const row = staff.get(id);
        const district = row?.district_cds.slice(0, 7) ?? '';
        return ['SDEM', district, academicYear(year), row?.seid ?? '', row?.local_id ?? ''];
      }),
    };
    yield {
      name: `SASS_${academicYear(year)}.txt`,
      delimiter: '^',
      header: [
        'Record Type Code',
        'Reporting LEA',
        'School of Assignment',
        'Academic Year ID',
        'SEID (Statewide Educator Identifier)',
        'Local Staff ID',
        'Staff Job Classification Code',
        'Staff Job Classification FTE Percentage',
        'Non Classroom Based or Support Assignment Code',
      ],
      rows: jobs.map((row) => [
        'SASS',
        row.district_cds.slice(0, 7),
        row.school_cds.slice(7),
        academicYear(year),
        staff.get(row.staff_id)?.seid ?? '',
        staff.get(row.staff_id)?.local_id ?? '',
        row.job_class,
        String(row.fte ?? ''),
        row.assignment ?? '',
      ]),
    };
  }
}
