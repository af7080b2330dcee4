/**
 * Counts of a made-up district to cells with proof: how long protection and the reader's own attack take, and how much
 * is shown, beside plain "n < 11" and beside hiding the next smallest as well. Students, schools and groups are drawn
 * by test/drawCounts.ts. `--detail all` has every grade x group at every school; the default tells grades x groups of
 * the district, grades of each school, and groups of each school in all grades.
 * Usage: node launch.mjs bench/release.ts [--schools 100] [--measures 4] [--seconds 20] [--detail all]
 */
import { parseArgs } from 'node:util';
import { attackRelease } from '../src/disclosure/counts/attackRelease.ts';
import type { CountedTable } from '../src/disclosure/counts/countedTable.ts';
import { protectCounts } from '../src/disclosure/counts/protectCounts.ts';
import { tandemDefault as policy } from '../src/disclosure/policies/tandemDefault.ts';
import { loadSolver } from '../src/disclosure/solver.ts';
import { type DrawnMeasure, drawCounts, drawnDistrict as district } from '../test/drawCounts.ts';
import { hideNextSmallest, hideSmall, worthOf } from '../test/plainSuppression.ts';

const { values } = parseArgs({
  options: {
    schools: { type: 'string', default: '100' },
    measures: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '20' },
    detail: { type: 'string', default: 'usual' },
  },
});
const high = ['9', '10', '11', '12'];
const tested = ['3', '4', '5', '6', '7', '8', '11'];
const cohort = { share: 0.25, grades: high, allGradesOnly: true } as const;
const dfs = { rate: 0, counts: 'mean with penalty records', atTesting: true, grades: tested } as const;
const drawn: readonly DrawnMeasure[] = [
  { measure: 'chronic_absence', rate: 0.28 },
  { measure: 'math_dfs', ...dfs },
  { measure: 'math_met_pct', rate: 0.3, atTesting: true, grades: tested },
  { measure: 'grad_dashboard', rate: 0.9, ...cohort },
  { measure: 'suspension', rate: 0.06 },
  { measure: 'ela_dfs', ...dfs },
  { measure: 'ela_met_pct', rate: 0.4, atTesting: true, grades: tested },
  { measure: 'caaspp_participation', rate: 0.97, atTesting: true, grades: tested },
  { measure: 'elpi', rate: 0.45, share: 0.2 },
  { measure: 'college_going_12m', rate: 0.6, ...cohort },
  { measure: 'stability', rate: 0.1 },
  { measure: 'grade_9_course_failures', rate: 0.35, grades: high.slice(0, 1) },
];

/** Grades x groups for the district alone; a school tells its groups in all grades, and its grades. */
function usualDetail(table: CountedTable): CountedTable {
  const isTold = ({ place, grade, group }: CountedTable['slices'][number]) =>
    place === district || grade === 'all' || group === 'ALL';
  return { ...table, slices: table.slices.filter(isTold) };
}

const clock = () => performance.now() / 1000;
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const solver = await loadSolver();
const shape = { schools: Number(values.schools), studentsPerSchool: 0, grades: [], levels: true };
const all = drawCounts(shape, drawn.slice(0, Number(values.measures)), 1);
const tables = values.detail === 'all' ? all : all.map(usualDetail);
const students = all[0]?.slices.find((one) => one.place === district && one.group === 'ALL')?.n ?? 0;
const slices = tables.reduce((sum, table) => sum + table.slices.length, 0);
console.log(`${students} students, ${values.schools} schools, ${tables.length} measures, ${slices} slices`);

const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const total = { figures: 0, shown: 0, coded: 0, students: 0, seen: 0, protect: 0, attack: 0, exposed: 0 };
for (const table of tables) {
  const began = cpu();
  const seconds = Number(values.seconds);
  const {
    tables: released,
    figures,
    held,
  } = protectCounts(solver, {
    district,
    policy,
    tables: [table],
    earlier: [],
    clock,
    seconds,
  });
  const protecting = cpu() - began;
  const attack = attackRelease(solver, {
    district,
    policy,
    tables: released,
    earlier: [],
    clock,
    seconds,
  });
  const attacking = cpu() - began - protecting;
  const { shown, coded, suppressed, studentsShown, objective, bound, lessened } = figures;
  console.log(
    [
      `${table.measure.padEnd(24)} ${String(table.slices.length).padStart(6)} slices:`,
      `shown ${share(shown, table.slices.length)}, coded ${share(coded, table.slices.length)}, suppressed ${suppressed};`,
      `students seen ${share(studentsShown, figures.students)};`,
      `${objective.toFixed(0)} >= ${bound.toFixed(0)}, ${lessened} asked less;`,
      `cpu ${protecting.toFixed(1)} + ${attacking.toFixed(1)} s;`,
      held.length > 0 ? `HELD: ${held[0]?.reason}` : '',
      `reader: ${attack.protected} protected, ${attack.trusted} trusted, ${attack.exposed} exposed, ${attack.unanswered} not worked out in ${seconds} s`,
    ].join(' '),
  );
  total.figures += table.slices.length;
  total.shown += shown;
  total.coded += coded;
  total.students += figures.students;
  total.seen += studentsShown;
  total.protect += protecting;
  total.attack += attacking;
  total.exposed += attack.exposed;
}
console.log(
  `all: shown ${share(total.shown, total.figures)}, with coded ${share(total.shown + total.coded, total.figures)}; students seen ${share(total.seen, total.students)}; cpu ${total.protect.toFixed(0)} + ${total.attack.toFixed(0)} s; ${total.exposed} exposed`,
);
for (const [name, hide] of [
  ['n < 11 alone', hideSmall],
  ['and the next smallest of each row', hideNextSmallest],
] as const) {
  const worth = tables.map((table) => worthOf(table, hide(table, district, 11), district, 11));
  const sum = (of: (one: (typeof worth)[number]) => number) => worth.reduce((all, one) => all + of(one), 0);
  console.log(
    `${name}: shown ${share(
      sum((one) => one.shown),
      total.figures,
    )}; students seen ${share(
      sum((one) => one.students),
      total.students,
    )}; ${sum((one) => one.known)} of ${sum((one) => one.small)} small groups follow exactly by subtraction`,
  );
}
