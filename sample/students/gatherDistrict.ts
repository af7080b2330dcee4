import { generateStaff } from './generateStaff.ts';
import { generateStudents } from './generateStudents.ts';
import type { StudentDistrict } from './studentDistrict.ts';
import { emptyTables, type StudentTables } from './studentRows.ts';
import { newLines, studentRowsOf } from './studentRowsOf.ts';

/** The rows of a district part by part: first places and staff, then each student's. Nothing of it is kept. */
export function* generateDistrict(district: StudentDistrict): Generator<StudentTables> {
  const lines = newLines();
  const place = [
    placeOf(district.cds, 'district', district.name, false, 'unified', false),
    ...district.schools.map((school) =>
      placeOf(school.cds, 'school', school.name, school.charter, school.type, school.alternative),
    ),
  ];
  yield { ...emptyTables(), place, ...generateStaff(district, lines) };
  for (const life of generateStudents(district)) yield studentRowsOf(district, life, lines);
}

/** All rows of a district at once: for small ones. */
export function gatherDistrict(district: StudentDistrict): StudentTables {
  const tables = emptyTables();
  for (const part of generateDistrict(district)) addTables(tables, part);
  return tables;
}

/** Puts the rows of one behind those of the other. */
export function addTables(to: StudentTables, from: StudentTables): void {
  for (const table of Object.keys(to) as (keyof StudentTables)[]) {
    const rows: object[] = to[table];
    for (const row of from[table]) rows.push(row);
  }
}

function placeOf(
  cds: string,
  level: string,
  name: string,
  charter: boolean,
  type: string,
  alternative: boolean,
) {
  return { cds, level, name, charter, type, alternative };
}
