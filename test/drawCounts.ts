import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { CountedTable, CountsKind } from '../src/disclosure/counts/countedTable.ts';

export type DrawnDistrict = {
  readonly schools: number;
  readonly studentsPerSchool: number;
  /** Of a school; a high school's are 9 to 12 whatever is said here when `levels` is set. */
  readonly grades: readonly string[];
  /** Elementary, middle and high schools, each with its own grades. */
  readonly levels?: boolean;
};

export type DrawnMeasure = {
  readonly measure: string;
  readonly rate: number;
  readonly counts?: CountsKind;
  readonly atTesting?: boolean;
  /** Share of the students that the measure is about, and the grades it is about. */
  readonly share?: number;
  readonly grades?: readonly string[];
  /** Counted in all grades only. */
  readonly allGradesOnly?: boolean;
  readonly spans?: readonly (readonly [span: string, grades: readonly string[]])[];
};

export const drawnDistrict = '10621660000000';

type Student = {
  readonly schools: readonly string[];
  readonly grade: string;
  readonly groups: readonly string[];
};

const races = [
  ['HI', 0.58],
  ['WH', 0.14],
  ['AS', 0.11],
  ['AA', 0.08],
  ['MR', 0.04],
  ['FI', 0.02],
  ['PI', 0.01],
  ['AI', 0.01],
  ['NR', 0.01],
] as const;

/**
 * Counts of made-up students of one district, another for every seed: schools of skewed size and mix, 1 % of the
 * students at two schools, every student in the groups that the vault knows. The same seed makes the same counts.
 */
export function drawCounts(
  shape: DrawnDistrict,
  measures: readonly DrawnMeasure[],
  seed: number,
): readonly CountedTable[] {
  const random = xoroshiro128plus(seed);
  const draw = () => uniformFloat64(random);
  const students = drawStudents(shape, draw);
  return measures.map((measure) => countStudents(measure, students, draw));
}

function drawStudents(shape: DrawnDistrict, draw: () => number): readonly Student[] {
  const students: Student[] = [];
  const codes = Array.from({ length: shape.schools }, (_, at) => `1062166${String(6000001 + at)}`);
  codes.forEach((school, at) => {
    const level = at % 10 < 6 ? 0 : at % 10 < 8 ? 1 : 2;
    const grades = shape.levels
      ? [
          ['TK', 'K', '1', '2', '3', '4', '5', '6'],
          ['7', '8'],
          ['9', '10', '11', '12'],
        ][level]
      : shape.grades;
    const size = shape.levels ? [520, 750, 1600][level] : shape.studentsPerSchool;
    const mix = races.map(([code, share]) => [code, share * Math.exp(2 * (draw() + draw() - 1))] as const);
    const poverty = 0.55 + 0.42 * draw();
    const learning = 0.06 + 0.25 * draw();
    const count = Math.round((size as number) * Math.exp(0.8 * (draw() + draw() - 1)));
    for (let student = 0; student < count; student++) {
      const grade = grades?.[Math.floor(draw() * grades.length)] as string;
      const second = draw() < 0.01 ? codes[Math.floor(draw() * codes.length)] : undefined;
      const schools = second && second !== school ? [school, second] : [school];
      students.push({ schools, grade, groups: drawGroups(mix, poverty, learning, draw) });
    }
  });
  return students;
}

function drawGroups(
  mix: readonly (readonly [string, number])[],
  poverty: number,
  learning: number,
  draw: () => number,
): string[] {
  const groups = [
    'ALL',
    pick(mix, draw()),
    draw() < 0.488 ? 'F' : draw() < 0.995 ? 'M' : draw() < 0.5 ? 'X' : 'GNR',
  ];
  const language = draw();
  if (language < learning)
    groups.push('EL', 'EVER', ...(draw() < 0.3 ? ['LTEL'] : draw() < 0.2 ? ['ARL'] : []));
  else if (language < learning + 0.06) groups.push('RFP', 'EVER');
  else if (language < learning + 0.14) groups.push('EVER');
  else if (language < 0.95) groups.push('EO');
  const [foster, homeless, migrant] = [draw() < 0.008, draw() < 0.03, draw() < 0.01];
  if (foster) groups.push('FOS');
  if (homeless) groups.push('HOM');
  if (migrant) groups.push('MIG');
  if (foster || homeless || migrant || draw() < poverty) groups.push('SED');
  if (draw() < 0.13) groups.push('SWD');
  return groups;
}

function countStudents(
  { measure, rate, counts = 'rate', atTesting, share = 1, grades, allGradesOnly, spans = [] }: DrawnMeasure,
  students: readonly Student[],
  draw: () => number,
): CountedTable {
  const sums = new Map<string, [n: number, numerator: number]>();
  for (const student of students) {
    if (draw() >= share || (grades && !grades.includes(student.grade))) continue;
    const counted = draw() < rate ? 1 : 0;
    const own = atTesting ? testingGroups(student.groups) : student.groups;
    const named = [
      'all',
      ...(allGradesOnly ? [] : [student.grade]),
      ...spans.flatMap(([span, parts]) => (parts.includes(student.grade) ? [span] : [])),
    ];
    for (const place of [drawnDistrict, ...student.schools])
      for (const grade of named)
        for (const group of own) {
          const key = `${place}|${grade}|${group}`;
          const sum = sums.get(key) ?? [0, 0];
          sum[0]++;
          sum[1] += counted;
          sums.set(key, sum);
        }
  }
  const slices = [...sums].map(([key, [n, numerator]]) => {
    const [place, grade, group] = key.split('|') as [string, string, string];
    const value = ((100 * numerator) / n).toFixed(1);
    return { place, grade, group, n, numerator: counts === 'rate' ? numerator : null, value };
  });
  return { measure, definition: 'd'.repeat(64), rule: 'e'.repeat(64), schoolYear: 2024, counts, slices };
}

/** The same groups as test records tell them: EL are those who learn English and the recently reclassified. */
function testingGroups(groups: readonly string[]): readonly string[] {
  if (groups.includes('EL')) return [...groups, 'ELO'];
  return groups.includes('RFP') ? [...groups, 'EL'] : groups;
}

function pick(shares: readonly (readonly [string, number])[], at: number): string {
  const total = shares.reduce((sum, [, share]) => sum + share, 0);
  let sum = 0;
  for (const [code, share] of shares) {
    sum += share / total;
    if (at < sum) return code;
  }
  return shares.at(-1)?.[0] ?? '';
}
