/**
 * Disclosure control: the reference tables, a whole state, larger linked tables made up here, and random ones attacked.
 * Times of the first two are medians of 5 runs after one to warm up; they need ../shared/reference/numerics.
 * Usage: node launch.mjs bench/disclosure.ts [reference] [state] [linked] [random]
 */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { auditTable } from '../src/disclosure/auditTable.ts';
import { parseTable } from '../src/disclosure/parseTable.ts';
import { protectTable } from '../src/disclosure/protectTable.ts';
import { loadSolver } from '../src/disclosure/solver.ts';
import type { Objective, Table } from '../src/disclosure/table.ts';
import { independentInterval } from '../test/independentAttack.ts';
import { linkedTables, partitionsOfStudents } from '../test/linkedTables.ts';
import { randomTables } from '../test/randomTables.ts';

const folder = '../shared/reference/numerics';
const began = performance.now();
const solver = await loadSolver();
console.log(`solver loaded in ${((performance.now() - began) / 1000).toFixed(2)} s`);
const asked = new Set(process.argv.slice(2));
const isAsked = (part: string) => asked.size === 0 || asked.has(part);

type Seconds = { readonly cpu: number; readonly wall: number };

function timed<T>(work: () => T): { readonly result: T } & Seconds {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  const result = work();
  const { user, system } = process.cpuUsage(cpu);
  return { result, cpu: (user + system) / 1e6, wall: (performance.now() - wall) / 1000 };
}

function median(values: readonly number[]): string {
  return ([...values].sort((a, b) => a - b)[values.length >> 1] ?? 0).toFixed(2);
}

function report(what: string, work: () => string): void {
  work();
  const runs = Array.from({ length: 5 }, () => timed(work));
  const cpu = median(runs.map((run) => run.cpu));
  const wall = median(runs.map((run) => run.wall));
  console.log(`${what.padEnd(44)} ${runs[0]?.result.padEnd(46)} cpu ${cpu} s, wall ${wall} s`);
}

function read(name: string): Table {
  const bytes = readFileSync(`${folder}/${name}`);
  const parsed = parseTable((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString());
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.table;
}

function protect(table: Table, objective: Objective, seconds: number): string {
  const clock = () => performance.now() / 1000;
  const result = protectTable(solver, table, { objective, clock, seconds });
  if (!result.ok) return result.reason;
  const exposed = result.audit.filter((one) => !one.protected).length;
  const gap = (100 * (result.objective - result.bound)) / Math.max(result.objective, 1);
  return `${result.secondary.length} cells, ${result.objective} >= ${result.bound.toFixed(0)} (${gap.toFixed(2)} %), ${exposed} exposed`;
}

function referenceTables(): void {
  for (const objective of ['value', 'count'] as const)
    report(`tau-ARGUS Simple2D, proof by ${objective}`, () =>
      protect(read('tau_simple2d.table.json'), objective, 60),
    );
  report('sdcTable problemdata, proof', () => protect(read('sdctable_problemdata.table.json'), 'value', 60));
  for (const levels of ['lpl10_upl5', 'lpl8_upl17'])
    report(`Fischetti-Salazar ${levels}, proof`, () =>
      protect(read(`fischettisalazar3x3_${levels}.table.json`), 'value', 60),
    );
  const e1 = read('E1.table.json');
  for (const objective of ['value', 'count'] as const)
    report(`E1, proof by ${objective}`, () => protect(e1, objective, 60));
  report('E1, first suppression', () => protect(e1, 'value', 0));
  const { patterns } = JSON.parse(readFileSync(`${folder}/E1_patterns.json`, 'utf8')) as {
    patterns: Record<string, string>;
  };
  const cells = e1.cells.map((cell, at) =>
    patterns['GaussSuppression 1.2.3']?.[at] === 'x' ? { ...cell, status: 'suppressed' as const } : cell,
  );
  report('E1, all intervals (GaussSuppression)', () => {
    const { status, audit } = auditTable(solver, { ...e1, cells }, false);
    return `${status}, ends add up to ${audit.reduce((sum, { lower, upper }) => sum + lower + upper, 0)}`;
  });
}

/** Down by half and at least 3, up to 11: what PRIVACY asks for. */
function asPolicy(table: Table): Table {
  const cells = table.cells.map((cell) => {
    if (cell.status !== 'sensitive') return cell;
    const down = Math.min(cell.value, Math.max(3, Math.ceil(cell.value / 2)));
    return { ...cell, protectLower: down, protectUpper: 11 - cell.value };
  });
  return { ...table, cells };
}

function state(): void {
  report('E4, read', () => `${read('E4.table.json.gz').cells.length} cells`);
  const table = read('E4.table.json.gz');
  report('E4, first suppression and all intervals', () => protect(table, 'value', 0));
  report('E4, proof and all intervals', () => protect(table, 'value', 60));
  const strict = timed(() => protect(asPolicy(table), 'value', 60));
  console.log(`E4, down by half, up to 11 (one run): ${strict.result}, cpu ${strict.cpu.toFixed(2)} s`);
}

function linked(): void {
  const shape = { grades: 6, studentsPerSchool: 350, partitions: partitionsOfStudents, protect: 1 };
  const race = partitionsOfStudents.slice(0, 1);
  const shapes = {
    '10 districts x 12 schools, race': { ...shape, districts: 10, schoolsPerDistrict: 12, partitions: race },
    '1 district x 81 schools, 4 partitions': { ...shape, districts: 1, schoolsPerDistrict: 81 },
    '20 districts x 12 schools, race': { ...shape, districts: 20, schoolsPerDistrict: 12, partitions: race },
    '12 districts x 12 schools, 4 partitions': { ...shape, districts: 12, schoolsPerDistrict: 12 },
    '1 district x 150 schools, 4 partitions': { ...shape, districts: 1, schoolsPerDistrict: 150 },
    '12 x 12 schools, 4 partitions, by 3': { ...shape, districts: 12, schoolsPerDistrict: 12, protect: 3 },
  };
  for (const [name, one] of Object.entries(shapes)) {
    const table = linkedTables(one, 1);
    for (const seconds of [0, 25]) {
      const { result, cpu, wall } = timed(() => protect(table, 'value', seconds));
      const what = `${name}, ${table.cells.length} cells, ${seconds} s`;
      console.log(`${what.padEnd(62)} ${result}, cpu ${cpu.toFixed(1)} s, wall ${wall.toFixed(1)} s`);
    }
  }
}

function random(): void {
  const most = 10_000;
  const counts = { tables: 0, infeasible: 0, attacked: 0, exposed: 0 };
  const { cpu } = timed(() => {
    for (let seed = 1; seed <= most; seed++) {
      const table = randomTables(seed);
      const result = protectTable(solver, table, { clock: () => 0, seconds: 0 });
      counts.tables++;
      if (!result.ok) counts.infeasible++;
      if (!result.ok || result.suppressed.length > 30) continue;
      const hidden = new Set(result.suppressed);
      for (const { cell } of result.audit) {
        const { lower, upper } = independentInterval(table, hidden, cell);
        const { value, protectLower, protectUpper, protectWidth } = table.cells[
          cell
        ] as Table['cells'][number];
        const safe =
          lower <= value - protectLower + 1e-6 &&
          upper >= value + protectUpper - 1e-6 &&
          upper - lower >= protectWidth - 1e-6;
        counts.attacked++;
        if (!safe) counts.exposed++;
      }
    }
  });
  const { tables, infeasible, attacked, exposed } = counts;
  console.log(
    `${tables} random linked tables (${infeasible} impossible): ${exposed} of ${attacked} cells exposed to the independent attack, cpu ${cpu.toFixed(0)} s`,
  );
}

if (!existsSync(folder)) console.log(`${folder} is not there: the reference tables are NOT measured`);
if (isAsked('reference') && existsSync(folder)) referenceTables();
if (isAsked('state') && existsSync(folder)) state();
if (isAsked('linked')) linked();
if (isAsked('random')) random();
