/**
 * Counts of a district to a release with proof, as `tandem vault release DIR prepare` does it: how long protection and
 * the attack from outside take, how long whoever verifies it needs, and how much is shown, beside what others do. The
 * counts are those of bench/releaseCounts.ts, or are drawn by test/drawCounts.ts. `--detail all` has every grade x
 * group at every school; the usual one tells grades x groups of the district, grades of each school, and groups of each
 * school in all grades.
 * Usage: node launch.mjs bench/release.ts [--counts FILE | --schools 100 --measures 4] [--seconds 0] [--most 600]
 *   [--detail all] [--measure ID]… [--others]
 */
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { attackRelease } from '../src/disclosure/counts/attackRelease.ts';
import type { CountedTable } from '../src/disclosure/counts/countedTable.ts';
import { saysNothing } from '../src/disclosure/counts/sharedStudents.ts';
import { tandemDefault as policy } from '../src/disclosure/policies/tandemDefault.ts';
import { loadSolver } from '../src/disclosure/solver.ts';
import { protectInThread } from '../src/vault/release/protectInThread.ts';
import { drawCounts, drawnDistrict } from '../test/drawCounts.ts';
import { drawnMeasures } from './drawnMeasures.ts';
import { othersText } from './releaseOthers.ts';

const { values } = parseArgs({
  options: {
    counts: { type: 'string' },
    schools: { type: 'string', default: '100' },
    measures: { type: 'string', default: '4' },
    measure: { type: 'string', multiple: true },
    seconds: { type: 'string', default: '0' },
    most: { type: 'string', default: '600' },
    detail: { type: 'string', default: 'usual' },
    others: { type: 'boolean', default: false },
  },
});

function readCounts(): { readonly district: string; readonly tables: readonly CountedTable[] } {
  if (values.counts !== undefined) return JSON.parse(readFileSync(values.counts, 'utf8'));
  const shape = { schools: Number(values.schools), studentsPerSchool: 0, grades: [], levels: true };
  const tables = drawCounts(shape, drawnMeasures.slice(0, Number(values.measures)), 1);
  return { district: drawnDistrict, tables };
}

const { district, tables: counted } = readCounts();
const tables = counted
  .filter(({ measure }) => !values.measure || values.measure.includes(measure))
  .map((table) => {
    const slices = table.slices.filter(
      ({ place, grade, group }) =>
        !saysNothing(table.measure, group) &&
        (values.detail === 'all' || place === district || grade === 'all' || group === 'ALL'),
    );
    return { ...table, slices };
  });

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const clock = () => performance.now() / 1000;
const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const sum = <T>(some: readonly T[], of: (one: T) => number) => some.reduce((all, one) => all + of(one), 0);
const studentsOf = (table: CountedTable) => sum(table.slices, ({ n }) => n);
const slices = sum(tables, (table) => table.slices.length);
console.log(`${tables.length} measures, ${slices} slices; machine load ${loadavg()[0]?.toFixed(1)}`);

const [began, from] = [clock(), cpu()];
const { counts, outside } = await protectInThread(
  {
    district,
    policy,
    smallestGroup: 0,
    tables,
    earlier: [],
    seconds: Number(values.seconds),
    mostSeconds: Number(values.most),
  },
  () => {},
);
const memory = () => `${(process.resourceUsage().maxRSS / 1e6).toFixed(2)} GB`;
console.log(
  `prepared in ${(clock() - began).toFixed(1)} s, ${(cpu() - from).toFixed(1)} CPU s, most memory ${memory()}`,
);
for (const table of tables) {
  const cells = counts.tables.find(({ measure }) => measure === table.measure)?.cells ?? [];
  const of = (seen: string) => cells.filter((cell) => cell.seen === seen).length;
  const seen = sum(
    cells.map((cell, at) => ({ cell, n: table.slices[at]?.n ?? 0 })),
    ({ cell, n }) => (cell.seen === 'suppressed' ? 0 : n),
  );
  const all = table.slices.length;
  console.log(
    `  ${table.measure.padEnd(24)} ${String(all).padStart(6)}: shown ${share(of('shown'), all)}, coded ${share(of('coded'), all)}; students seen ${share(seen, studentsOf(table))}`,
  );
}
const { shown, coded, studentsShown, objective, bound, lessened, narrowest } = counts.figures;
const students = sum(tables, studentsOf);
console.log(
  `all: shown ${share(shown, slices)}, coded ${share(coded, slices)}; students seen ${share(studentsShown, students)}; hidden ${objective.toFixed(0)} >= ${bound.toFixed(0)}; narrowest ${narrowest}, ${lessened} asked less`,
);
console.log(
  `  reader: ${outside.protected} protected, ${outside.trusted} trusted, ${outside.exposed} exposed, ${outside.unanswered} not worked out`,
);
for (const { measures, reason } of counts.held) console.log(`  HELD ${measures.join(', ')}: ${reason}`);
for (const { measures, reason, left } of counts.coarser)
  console.log(`  COARSER ${measures.join(', ')}: schools tell no ${left} (${reason})`);

const [verifying, used] = [clock(), cpu()];
const attack = attackRelease(await loadSolver(), {
  district,
  policy,
  tables: counts.tables,
  earlier: [],
  clock,
  seconds: Number(values.most),
  exact: false,
});
console.log(
  `verified in ${(clock() - verifying).toFixed(1)} s, ${(cpu() - used).toFixed(1)} CPU s, most memory ${memory()}: ${attack.protected} protected, ${attack.trusted} trusted, ${attack.exposed} exposed, ${attack.unanswered} not worked out, ${attack.problems.length} problems`,
);
if (values.others) for (const line of othersText(await loadSolver(), tables, district)) console.log(line);
