/**
 * How long a whole state takes: every measure of tests and enrolment, by school, district, grade and group, read from
 * Parquet. Several numbers of students show how the time grows with them. The state is drawn once into --folder and
 * stays there. Wall, processor seconds, rows and slices a second, most memory, and the ratio to one bare scan that
 * hashes every value of the same files.
 * Usage: node launch.mjs bench/stateMeasures.ts --folder DIR [--students 400000,800000] [--years 8] [--memory 6GB] [--year 2024] [--each]
 */
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { measureVault } from '../src/vault/measuring/measureVault.store.ts';
import { connectVault } from '../src/vault/store/connectVault.ts';
import { inTransaction } from '../src/vault/store/inTransaction.ts';
import { openDatabase } from '../src/vault/store/openDatabase.ts';
import { readVaultStatements } from '../src/vault/store/readVaultStatements.ts';
import { upgrade } from '../src/vault/store/upgrade.ts';

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    students: { type: 'string', default: '400000' },
    years: { type: 'string', default: '8' },
    memory: { type: 'string', default: '6GB' },
    /** Only this one of the years. */
    year: { type: 'string' },
    each: { type: 'boolean', default: false },
  },
});
const lastYear = 2024;
const years = Number(values.years);
const files = [
  'writeTraits',
  'writeEnrolment',
  'writeStudent',
  'writeInfo',
  'writeLanguage',
  'writeProgramme',
  'writeTests',
  'writeElpac',
] as const;
const views = [
  'viewEnrolment',
  'viewStudent',
  'viewInfo',
  'viewLanguage',
  'viewProgramme',
  'viewTests',
  'viewElpac',
] as const;
const statements = readVaultStatements(import.meta.url, [
  ...files,
  'dropTables',
  ...views,
  'countRows',
  'scanRows',
  'countSlices',
  'selectHeadline',
]);

if (values.folder === undefined)
  throw new Error('Say where the Parquet files lie or are to lie: --folder DIR');
const folder = resolve(values.folder);
console.log(
  `DuckDB, ${years} years, memory limit ${values.memory}; ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`,
);
for (const students of values.students.split(',').map(Number)) {
  const state = join(folder, `state-${students}-${years}`);
  await drawState(state, students);
  await measureState(state, students);
}

/** Writes the Parquet files of a state, unless they are there. */
async function drawState(state: string, students: number): Promise<void> {
  if (existsSync(state)) return;
  const unfinished = `${state}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  process.chdir(unfinished);
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: values.memory });
  const vault = connectVault(await instance.connect());
  const elementaries = Math.max(13, Math.round((students * 6) / 13 / 480));
  const districts = Math.max(3, Math.round(students / 6000));
  const facts = { students, years, seed: 1, first: lastYear - years + 1, elementaries, districts };
  for (const name of files) {
    const { parameters } = statements[name];
    const asked = Object.fromEntries(Object.entries(facts).filter(([key]) => parameters.includes(key)));
    await vault.run(statements[name], asked);
  }
  instance.closeSync();
  process.chdir(folder);
  renameSync(unfinished, state);
}

async function measureState(state: string, students: number): Promise<void> {
  process.chdir(state);
  const place = { file: join(state, 'measured.duckdb'), temporary: join(state, 'temporary') };
  rmSync(place.file, { force: true });
  const limits = { memory: values.memory, temporaryDisk: '40GB', threads: cpus().length };
  const instance = await openDatabase(place, limits, { files: [], folders: [state] });
  try {
    const connection = await instance.connect();
    await upgrade(connection, new Date(0));
    await connection.run(statements.dropTables.text);
    const vault = connectVault(connection);
    for (const name of views) await vault.run(statements[name]);
    const [rows] = await vault.rows<{ facts: number }>(statements.countRows);
    const scan = await timed(() => vault.rows(statements.scanRows));
    const times = new Map<string, number>();
    const measured = await timed(() => measureEach(connection, times));
    const [counts] = await vault.rows<{ slices: number }>(statements.countSlices);
    const million = (rows?.facts ?? 0) / 1e6;
    console.log(
      [
        `${students} students a year, ${million.toFixed(1)} M rows of facts:`,
        `  ${measured.wall.toFixed(1)} s, ${measured.cpu.toFixed(1)} CPU s;`,
        ...(values.year === undefined
          ? [`${((1e3 * million) / measured.wall).toFixed(0)} thousand rows/s;`]
          : []),
        `${counts?.slices} slices;`,
        `${(measured.wall / scan.wall).toFixed(1)} x a bare scan of ${scan.wall.toFixed(1)} s`,
        `(${(measured.cpu / scan.cpu).toFixed(1)} x its ${scan.cpu.toFixed(1)} CPU s);`,
        `most memory ${(process.resourceUsage().maxRSS / 1e6).toFixed(2)} GB; file ${(statSync(place.file).size / 1e9).toFixed(2)} GB`,
      ].join(' '),
    );
    if (!values.each) return;
    for (const [name, ms] of [...times].sort(([, a], [, b]) => b - a))
      console.log(`    ${name.padEnd(26)} ${(ms / 1000).toFixed(2)} s`);
    console.table(await vault.rows(statements.selectHeadline, { year: lastYear }));
  } finally {
    instance.closeSync();
    rmSync(place.file, { force: true });
  }
}

/** Measures all that the files allow, and adds up the time of each measure. */
async function measureEach(connection: DuckDBConnection, times: Map<string, number>): Promise<void> {
  const vault = connectVault(connection);
  let running = { name: '', since: performance.now() };
  const turn = (name: string): void => {
    const now = performance.now();
    times.set(running.name, (times.get(running.name) ?? 0) + now - running.since);
    running = { name, since: now };
  };
  await measureVault(
    { ...vault, transaction: (work) => inTransaction(connection, () => work(vault)) },
    {
      ...(values.year === undefined ? {} : { year: Number(values.year) }),
      now: () => new Date(),
      progress: (sentence) => turn(sentence.split(' ')[0] ?? ''),
    },
  );
  turn('');
}

async function timed(work: () => Promise<unknown>): Promise<{ readonly wall: number; readonly cpu: number }> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
}
