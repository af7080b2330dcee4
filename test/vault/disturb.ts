import { type SeededRandom, seededRandom } from '../../sample/seededRandom.ts';
import type { StudentTables } from '../../sample/students/studentRows.ts';

/**
 * The same rows made difficult: days moved to the edges of rules (Census Day, the ends of a school year, 15 August),
 * stays that overlap, begin together or end before they start, rows told twice, unknown grades and races, nulls
 * wherever the vault allows them, records whose district accounts for them elsewhere. About one row in `rarity`.
 */
export function disturb(tables: StudentTables, seed: number, rarity = 5): StudentTables {
  const random = seededRandom(seed, 'disturb');
  return {
    ...tables,
    enrolment: disturbed(random, rarity, tables.enrolment, {
      status: ['10', '20', '30'],
      grade: ['UE', 'US', '09', '08', '12', '10', 'TK'],
      start_date: 'day',
      end_date: 'day or null',
      exit_reason: [null, 'N420', 'T160', 'T180', 'E140', 'E300', 'E400', 'E230', 'T370'],
      completion: [null, '100', '360', '120', '330'],
      met_uc_csu: [true, null],
      seal_of_biliteracy: [true, false],
      transition_status: [true],
      workforce_readiness: [true],
      pre_apprenticeship: [true, null],
      job_programme: [true],
      school_cds: tables.place.filter(({ level }) => level === 'school').map(({ cds }) => cds),
    }),
    student_info: disturbed(random, rarity, tables.student_info, {
      start_date: 'day',
      race: [null, 'HI', 'ZZ'],
      gender: [null, 'F', 'X'],
      us_entry_date: ['2014-10-01', '2016-02-29', null, '2018-10-03', '2019-10-02'],
      parent_education: [null, '14', '15'],
      direct_certified: [null, true],
    }),
    language_status: disturbed(random, rarity, tables.language_status, {
      status: ['EL', 'RFEP', 'EO', 'IFEP', 'TBD'],
      start_date: 'day',
    }),
    programme: disturbed(random, rarity, tables.programme, {
      code: ['181', '182', '135', '144', '190', '191', '185'],
      start_date: 'day',
      end_date: 'day or null',
    }),
    attendance: disturbed(random, rarity, tables.attendance, {
      expected_days: [null, 0, 30.99, 31, 180, 12.25],
      attended_days: [null, 100.25, 0],
      out_of_school_suspension_days: [null, 3.1, 18, 1.25],
      excused_days: [null, 3.09, 17.99],
      unexcused_days: [null, 0.01],
      exempt: [true, false],
    }),
    incident_student: disturbed(random, 3, tables.incident_student, {
      result: [null, '100', '110', '200', '300'],
      days: [null, 0, 0.5, 0.99, 1],
    }),
    student_course: disturbed(random, rarity * 2, tables.student_course, {
      term: [null, 'FY', 'S1', 'Q1', 'T2'],
      state_course: [null, '2403', '2505', '9373', '9249', '2425'],
      mark: [null, 'C-', 'D+', 'F', 'NP', 'P', 'CR'],
      capstone: [true, null],
      college_credit: [true, null],
    }),
    exam: disturbed(random, rarity, tables.exam, { score: [null, 3, 4, 2], kind: ['AP', 'IB'] }),
    college_enrolment: disturbed(random, rarity, tables.college_enrolment, { from_date: 'day' }),
    staff: disturbed(random, rarity, tables.staff, { seid: [null] }, false),
    staff_assignment: disturbed(random, rarity, tables.staff_assignment, {
      assignment: ['0301', '0302', null],
      job_class: ['10', '12', '11'],
      school_cds: tables.place.filter(({ level }) => level === 'school').map(({ cds }) => cds),
    }),
    test_result: disturbed(random, rarity, tables.test_result, {
      test: ['ELA', 'MATH', 'CAA_ELA', 'CAA_MATH', 'CAST'],
      grade_assessed: ['03', '08', '11', '10', '12'],
      accountability_district: [null, '10101080000000'],
      scale_score: [null, 2500, 360],
      level: [null, 1, 2, 3, 4],
      condition: [null, 'NTE', 'NT', 'PGE', 'LOSS'],
      attemptedness: [null, 'N', 'P', 'Y'],
      include: [null, 'Y', 'T', 'E', 'R', 'N'],
      first_test_day: 'day or null',
      el_status: [null, 'EL', 'RFEP', 'EO', 'IFEP'],
      rfep_date: 'day or null',
      us_entry: 'day or null',
      sed: [null, true],
      foster: [null, true],
      race: [null, 'ZZ'],
      gender: [null, 'X'],
      parent_education: [null, '14'],
    }),
    elpac_result: disturbed(random, rarity, tables.elpac_result, {
      kind: ['summative', 'alternate', 'initial'],
      grade: ['KN', '01', '12', '09'],
      scale_score: [null, 1373, 1374, 1606, 920],
      level: [null, 1, 2, 3, 4],
      include: [null, 'Y', 'T', 'R', 'N'],
      first_test_day: 'day or null',
      us_entry: 'day or null',
    }),
  };
}

/** What a column may become: one of these values, or a day near the edge of some rule. */
type Change = readonly unknown[] | 'day' | 'day or null';

/** Changes one or two columns of some rows; of these, some stand beside the row as they were, with a line after all. */
function disturbed<Row extends { readonly line: number }>(
  random: SeededRandom,
  rarity: number,
  rows: readonly Row[],
  changes: Readonly<Record<string, Change>>,
  mayAdd = true,
): Row[] {
  const columns = Object.keys(changes);
  let line = rows.length + 2;
  return rows.flatMap((row) => {
    if (random.below(rarity) > 0) return [row];
    let changed: Row = row;
    for (let times = 1 + random.below(2); times > 0; times -= 1) {
      const column = columns[random.below(columns.length)] ?? '';
      changed = { ...changed, [column]: valueOf(random, changes[column] ?? []) };
    }
    if (!mayAdd || random.below(2) === 0) return [changed];
    line += 1;
    return [row, { ...changed, line }];
  });
}

function valueOf(random: SeededRandom, change: Change): unknown {
  if (change !== 'day' && change !== 'day or null') return change[random.below(change.length)];
  if (change === 'day or null' && random.below(4) === 0) return null;
  const year = 2019 + random.below(7);
  const edges = ['06-30', '07-01', '08-15', '08-16', '10-01', '10-02', '10-04', '10-05', '11-03', '04-01'];
  return `${year}-${edges[random.below(edges.length)]}`;
}
