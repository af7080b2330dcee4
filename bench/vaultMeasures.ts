/**
 * How long all measures of made-up students take, by school, grade and group: rows of facts and slices a second, the
 * most memory, and the ratio to one bare scan that hashes every value of the same rows. The students are drawn in
 * DuckDB by hashes, so that a run repeats; several numbers of students show how the time grows with them.
 * Usage: node launch.mjs bench/vaultMeasures.ts [--students 66000,132000] [--years 5] [--memory 4GB] [--only tests] [--each]
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureVault } from '../src/vault/measuring/measureVault.store.ts';
import { connectVault } from '../src/vault/store/connectVault.ts';
import { inTransaction } from '../src/vault/store/inTransaction.ts';
import { openDatabase } from '../src/vault/store/openDatabase.ts';
import { readVaultStatements } from '../src/vault/store/readVaultStatements.ts';
import { upgrade } from '../src/vault/store/upgrade.ts';

const { values } = parseArgs({
  options: {
    students: { type: 'string', default: '66000' },
    years: { type: 'string', default: '5' },
    memory: { type: 'string', default: '4GB' },
    only: { type: 'string' },
    each: { type: 'boolean', default: false },
  },
});
const lastYear = 2024;
const years = Number(values.years);
const fills = [
  'fillStudent',
  'fillEnrolment',
  'fillInfo',
  'fillLanguage',
  'fillProgramme',
  'fillTests',
  'fillElpac',
] as const;
const moreFills = [
  'fillAttendance',
  'fillIncident',
  'fillResult',
  'fillCourses',
  'fillExams',
  'fillCollege',
] as const;
const statements = readVaultStatements(import.meta.url, [
  ...fills,
  ...moreFills,
  'countRows',
  'countCounts',
  'scanRows',
]);

console.log(
  `DuckDB, ${years} years, memory limit ${values.memory}; ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`,
);
for (const students of values.students.split(',').map(Number)) await measureStudents(students);

async function measureStudents(students: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  const place = { file: join(folder, 'vault.duckdb'), temporary: join(folder, 'temporary') };
  const limits = { memory: values.memory, temporaryDisk: '20GB', threads: cpus().length };
  const instance = await openDatabase(place, limits, { files: [], folders: [] });
  try {
    const connection = await instance.connect();
    await upgrade(connection, new Date(0));
    const vault = connectVault(connection);
    const facts = { students, years, first: lastYear - years + 1, schools: Math.ceil(students / 700) };
    const filled = performance.now();
    for (const name of values.only === 'tests' ? fills : [...fills, ...moreFills]) {
      const statement = statements[name];
      const asked = Object.fromEntries(
        Object.entries(facts).filter(([key]) => statement.parameters.includes(key)),
      );
      await vault.run(statement, asked);
    }
    const filling = (performance.now() - filled) / 1000;
    const [rows] = await vault.rows<{ facts: number }>(statements.countRows);
    const scanStart = performance.now();
    await vault.rows(statements.scanRows);
    const scan = (performance.now() - scanStart) / 1000;

    const cpu = process.cpuUsage();
    const start = performance.now();
    const times = new Map<string, number>();
    let running = { name: '', since: start };
    const turn = (name: string) => {
      const now = performance.now();
      times.set(running.name, (times.get(running.name) ?? 0) + now - running.since);
      running = { name, since: now };
    };
    await measureVault(
      { ...vault, transaction: (work) => inTransaction(connection, () => work(vault)) },
      { now: () => new Date(), progress: (sentence) => turn(sentence.split(' ')[0] ?? '') },
    );
    turn('');
    const seconds = (performance.now() - start) / 1000;
    const used = process.cpuUsage(cpu);
    const [counts] = await vault.rows<{ slices: number }>(statements.countCounts);
    const million = (rows?.facts ?? 0) / 1e6;
    console.log(
      [
        `${students} students a year, ${million.toFixed(2)} M rows (drawn in ${filling.toFixed(1)} s):`,
        `  ${seconds.toFixed(1)} s, ${((used.user + used.system) / 1e6).toFixed(1)} CPU s;`,
        `${((1e3 * million) / seconds).toFixed(0)} thousand rows/s; ${counts?.slices} slices;`,
        `${(seconds / scan).toFixed(1)} x a bare scan of ${scan.toFixed(2)} s;`,
        `most memory ${(process.resourceUsage().maxRSS / 1e6).toFixed(2)} GB; file ${(statSync(place.file).size / 1e9).toFixed(2)} GB`,
      ].join(' '),
    );
    if (values.each) {
      for (const [name, ms] of [...times].sort(([, a], [, b]) => b - a))
        console.log(`    ${name.padEnd(26)} ${(ms / 1000).toFixed(2)} s`);
    }
  } finally {
    instance.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}
