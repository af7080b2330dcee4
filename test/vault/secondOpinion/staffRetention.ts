import type { StaffAssignmentRow, StudentTables } from '../../../sample/students/studentRows.ts';
import { type Contribution, wholeDistrict } from './tally.ts';

type StaffTables = Pick<StudentTables, 'staff' | 'staff_assignment'>;

/** Principals of a school who are its principals a year later; in the district if at any school. */
export function* principalRetention(tables: StaffTables, year: number): Generator<Contribution> {
  const person = personOf(tables);
  const staffed = schoolsWithStaff(tables, year + 1);
  const here = jobs(tables, year, isPrincipal).filter((row) => staffed.has(row.school_cds));
  const next = new Set(jobs(tables, year + 1, isPrincipal).map((row) => `${person(row)} ${row.school_cds}`));
  const stays = (row: StaffAssignmentRow) => next.has(`${person(row)} ${row.school_cds}`);
  yield* retained(here, person, stays, stays);
}

/** Teachers who teach there a year later: at the school, in the district. */
export function* teacherRetention(tables: StaffTables, year: number): Generator<Contribution> {
  const person = personOf(tables);
  const staffed = schoolsWithStaff(tables, year + 1);
  const later = jobs(tables, year + 1, isTeacher);
  const atSchool = new Set(later.map((row) => `${person(row)} ${row.school_cds}`));
  const inDistrict = new Set(later.map((row) => `${person(row)} ${row.district_cds}`));
  const here = jobs(tables, year, isTeacher).filter((row) => staffed.has(row.school_cds));
  yield* retained(
    here,
    person,
    (row) => atSchool.has(`${person(row)} ${row.school_cds}`),
    (row) => inDistrict.has(`${person(row)} ${row.district_cds}`),
  );
}

type Judge = (row: StaffAssignmentRow) => boolean;

function* retained(
  rows: readonly StaffAssignmentRow[],
  person: (row: StaffAssignmentRow) => string,
  atSchool: Judge,
  inDistrict: Judge,
): Generator<Contribution> {
  const bySchool = Map.groupBy(rows, (row) => `${row.district_cds} ${row.school_cds} ${person(row)}`);
  const byDistrict = Map.groupBy(rows, (row) => `${row.district_cds} ${wholeDistrict} ${person(row)}`);
  for (const [places, judge] of [
    [bySchool, atSchool],
    [byDistrict, inDistrict],
  ] as const) {
    for (const [key, own] of places) {
      const [district = '', school = ''] = key.split(' ');
      const numerator = own.some(judge) ? 1 : 0;
      yield { at: { district, school }, grade: null, groups: [], n: 1, numerator };
    }
  }
}

function jobs(tables: StaffTables, year: number, isOne: Judge): StaffAssignmentRow[] {
  return tables.staff_assignment.filter((row) => row.school_year === year && isOne(row));
}

function isPrincipal({ assignment }: StaffAssignmentRow): boolean {
  return assignment === '0301';
}

function isTeacher({ job_class }: StaffAssignmentRow): boolean {
  return job_class === '12';
}

function schoolsWithStaff({ staff_assignment }: StaffTables, year: number): Set<string> {
  return new Set(staff_assignment.filter((row) => row.school_year === year).map((row) => row.school_cds));
}

/** A person by the SEID, and where there is none by the district's own row. */
function personOf({ staff }: StaffTables): (row: StaffAssignmentRow) => string {
  const seids = new Map(staff.map((row) => [row.staff_id, row.seid]));
  return ({ staff_id }) => seids.get(staff_id) ?? `staff-${staff_id}`;
}
