import { generateDistrict } from './gatherDistrict.ts';
import { smarterScales } from './testScales.ts';
import type { StudentDistrict } from './studentDistrict.ts';
import type { StudentTables } from './studentRows.ts';

/** Headline figures of a year: mean distances from standard, and shares of 100. */
export type Headlines = {
  readonly math: number;
  readonly ela: number;
  readonly absence: number;
  readonly suspension: number;
  readonly graduation: number;
  readonly aToG: number;
};

/**
 * Headline figures of a year, counted while the district is generated. Near the measures, but simpler: no newcomers,
 * continuous enrolment or penalty records; chronic absence is of TK to grade 8; graduation is of all whose class it is,
 * with the last stay's transfers removed.
 */
export function headlineFigures(district: StudentDistrict, year: number): Headlines {
  const sums = {
    math: [0, 0],
    ela: [0, 0],
    absence: [0, 0],
    suspension: [0, 0],
    graduation: [0, 0],
    aToG: [0, 0],
  };
  const add = (figure: keyof Headlines, value: number, weight = 1) => {
    sums[figure][0] = (sums[figure][0] ?? 0) + value;
    sums[figure][1] = (sums[figure][1] ?? 0) + weight;
  };
  for (const part of generateDistrict(district)) {
    for (const row of part.test_result) {
      if (row.school_year !== year || row.scale_score === null) continue;
      if (row.test !== 'MATH' && row.test !== 'ELA') continue;
      const low = smarterScales[row.test][row.grade_assessed]?.[2] ?? 0;
      add(row.test === 'MATH' ? 'math' : 'ela', row.scale_score - low);
    }
    const stays = part.enrolment.filter((row) => row.status === '10' && !row.exit_reason?.startsWith('N'));
    const now = stays.findLast((row) => row.school_year === year);
    if (now) {
      add('suspension', isSuspended(part, year) ? 1 : 0);
      if (!/^(09|1[0-2])$/.test(now.grade))
        addAbsence(part, year, (chronic) => add('absence', chronic ? 1 : 0));
    }
    const high = stays.filter((row) => /^(09|1[0-2])$/.test(row.grade) && row.school_year <= year);
    const [first] = high;
    const last = high.at(-1);
    if (!first || !last || first.school_year + 12 - Number(first.grade) !== year) continue;
    const graduate = last.completion === '100';
    if (!graduate && /^(T180|T200|T240|T370|E130)$/.test(last.exit_reason ?? '')) continue;
    add('graduation', graduate ? 1 : 0);
    if (graduate) add('aToG', last.met_uc_csu ? 1 : 0);
  }
  const ratio = ([sum = 0, weight = 0]: readonly number[]) => sum / Math.max(1, weight);
  return {
    math: ratio(sums.math),
    ela: ratio(sums.ela),
    absence: 100 * ratio(sums.absence),
    suspension: 100 * ratio(sums.suspension),
    graduation: 100 * ratio(sums.graduation),
    aToG: 100 * ratio(sums.aToG),
  };
}

function isSuspended(part: StudentTables, year: number): boolean {
  const incidents = new Set(
    part.incident.filter((row) => row.school_year === year).map((row) => row.incident_id),
  );
  const days = part.incident_student
    .filter((row) => incidents.has(row.incident_id) && (row.result === '100' || row.result === '110'))
    .reduce((sum, row) => sum + (row.days ?? 0), 0);
  return days >= 1;
}

function addAbsence(part: StudentTables, year: number, add: (chronic: boolean) => void): void {
  const rows = part.attendance.filter((row) => row.school_year === year && !row.exempt);
  const expected = rows.reduce((sum, row) => sum + (row.expected_days ?? 0), 0);
  const attended = rows.reduce((sum, row) => sum + (row.attended_days ?? 0), 0);
  if (expected >= 31) add(10 * (expected - attended) >= expected);
}
