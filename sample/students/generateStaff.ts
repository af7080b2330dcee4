import { seededRandom } from '../seededRandom.ts';
import type { StudentDistrict } from './studentDistrict.ts';
import type { StudentTables } from './studentRows.ts';
import type { Lines } from './studentRowsOf.ts';

type Job = {
  readonly school: string;
  readonly job: string;
  readonly assignment: string | null;
  holder: number;
};

/** Principals and teachers of each school, most of whom stay; some move to another school of the district. */
export function generateStaff(
  district: StudentDistrict,
  lines: Lines,
): Pick<StudentTables, 'staff' | 'staff_assignment'> {
  const tables: Pick<StudentTables, 'staff' | 'staff_assignment'> = { staff: [], staff_assignment: [] };
  const { uniform, below } = seededRandom(district.seed, 'staff');
  const perSchool = Math.max(3, Math.round(district.students / 22 / district.schools.length));
  const hire = (): number => {
    const staff_id = tables.staff.length + 1;
    const seid = uniform() < 0.98 ? String(2_000_000_000 + staff_id * 3) : null;
    const of = { staff_id, seid, local_id: `S${staff_id}`, district_cds: district.cds };
    tables.staff.push({ ...of, ...lines('staff') });
    return staff_id;
  };
  const jobs: Job[] = district.schools.flatMap(({ cds }) => [
    { school: cds, job: '10', assignment: '0301', holder: hire() },
    { school: cds, job: '10', assignment: '0302', holder: hire() },
    ...Array.from({ length: perSchool }, () => ({
      school: cds,
      job: '12',
      assignment: null,
      holder: hire(),
    })),
  ]);
  for (let year = district.firstYear; year <= district.lastYear; year += 1) {
    for (const { school, job, assignment, holder } of jobs) {
      tables.staff_assignment.push({
        staff_id: holder,
        school_year: year,
        district_cds: district.cds,
        school_cds: school,
        job_class: job,
        assignment,
        fte: uniform() < 0.9 ? 100 : 50,
        ...lines('staff_assignment'),
      });
    }
    for (const one of jobs) {
      const drawn = uniform();
      if (drawn > 0.18) continue;
      const other = jobs[below(jobs.length)] as Job;
      if (drawn < 0.06 && other.job === one.job && other.assignment === one.assignment)
        [one.holder, other.holder] = [other.holder, one.holder];
      else one.holder = hire();
    }
  }
  return tables;
}
