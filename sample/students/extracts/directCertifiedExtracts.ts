import { schoolYearOfDay } from '../calendar.ts';
import type { StudentTables } from '../studentRows.ts';
import type { ExtractFile } from './extractFile.ts';

/** Direct certifications, a file a year: whoever is certified stays so, and the state says it again each year. */
export function* directCertifiedExtracts(tables: StudentTables): Generator<ExtractFile> {
  const students = new Map(tables.student.map((row) => [row.student_id, row]));
  const years = [...new Set(tables.enrolment.map((row) => row.school_year))].sort((a, b) => a - b);
  const since = new Map<number, string>();
  for (const { student_id, start_date, direct_certified } of tables.student_info)
    if (direct_certified && start_date < (since.get(student_id) ?? '9999')) since.set(student_id, start_date);
  for (const year of years) {
    const own = [...since].filter(([, start]) => schoolYearOfDay(start) <= year);
    yield {
      name: `DIRECT_${year}.csv`,
      delimiter: ',',
      header: ['ssid', 'local_id', 'school_year', 'certified_from', 'status'],
      rows: own.map(([id, start]) => [
        students.get(id)?.ssid ?? '',
        students.get(id)?.local_id ?? '',
        String(year),
        start > `${year - 1}-07-01` ? start : `${year - 1}-07-01`,
        'S',
      ]),
    };
  }
}
