/**
 * How long two districts take from their extracts to all measures: Fresno's and Long Beach's size, each in a process of
 * its own, as two people at two vaults would. The extracts are drawn once into --folder and stay there. Wall and
 * processor seconds, rows a second, most memory, and the ratio to DuckDB's bare scan of the same files.
 * Usage: node launch.mjs bench/vaultLoad.ts --folder DIR [--students 70000,64000] [--years 5] [--seed 1] [--each]
 */
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fresnoLike, longBeachLike, type StudentDistrict } from '../sample/students/studentDistrict.ts';
import { intakeLayouts } from '../src/vault/intake/intakeLayouts.ts';
import { collectPaths } from '../src/vault/intake/fileSets.ts';
import { loadFiles } from '../src/vault/intake/loadFiles.store.ts';
import { measureVault } from '../src/vault/measuring/measureVault.store.ts';
import { openVault } from '../src/vault/store/openVault.ts';
import { readVaultStatements } from '../src/vault/store/readVaultStatements.ts';
import type { Vault } from '../src/vault/store/vault.ts';
import { vaultFolder } from '../src/vault/store/vaultFolder.ts';
import { writeExtracts } from './writeExtracts.ts';

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    students: { type: 'string', default: '70000,64000' },
    years: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    each: { type: 'boolean', default: false },
    /** Which of the two this process loads; both, each in a process of its own, when absent. */
    district: { type: 'string' },
  },
});
const { scanFile } = readVaultStatements(import.meta.url, ['scanFile']);
if (values.folder === undefined) throw new Error('Say where the extracts lie or are to lie: --folder DIR');
const folder = resolve(values.folder);
const lastYear = 2026;
const size = (at: number) => ({
  seed: Number(values.seed),
  students: Number(values.students.split(',')[at]),
  firstYear: lastYear - Number(values.years) + 1,
  lastYear,
});
const districts: readonly StudentDistrict[] = [fresnoLike(size(0)), longBeachLike(size(1))];
const extractsOf = ({ cds, students, seed }: StudentDistrict): string =>
  join(folder, `extracts-${cds.slice(0, 7)}-${students}-${values.years}-${seed}`);

if (values.district === undefined) await loadBoth();
else await loadAndMeasure(districts[Number(values.district)]);

async function loadBoth(): Promise<void> {
  for (const district of districts) writeExtracts(district, extractsOf(district));
  console.log(
    `Two districts of ${values.students} students, ${values.years} years, a process each; ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`,
  );
  const start = performance.now();
  await Promise.all(
    districts.map(
      (_, at) =>
        new Promise<void>((done, fail) => {
          const child = fork(import.meta.filename, [...process.argv.slice(2), '--district', String(at)]);
          child.once('error', fail);
          child.once('exit', (code) =>
            code === 0 ? done() : fail(new Error(`district ${at}: exit ${code}`)),
          );
        }),
    ),
  );
  console.log(`both: ${((performance.now() - start) / 1000).toFixed(1)} s wall, scans included`);
}

async function loadAndMeasure(district: StudentDistrict | undefined): Promise<void> {
  if (!district) throw new Error('--district is 0 or 1');
  const extracts = extractsOf(district);
  const place = vaultFolder(mkdtempSync(join(tmpdir(), 'tandem-bench-')));
  mkdirSync(place.open);
  try {
    const vault = await openVault(
      place,
      { cds: district.cds, name: district.name },
      { at: new Date(), limits: { memory: '3GB' }, mayRead: { folders: [extracts] } },
    );
    const scan = await timed(() => scanAll(vault, extracts));
    const load = await timed(() => loadAll(vault, extracts));
    const measure = await timed(async () => {
      const { measured } = await measureVault(vault, { now: () => new Date() });
      return measured.reduce((sum, { slices }) => sum + slices, 0);
    });
    await vault.close();
    const { maxRSS } = process.resourceUsage();
    console.log(
      [
        `${district.name}, ${district.students} students:`,
        `  bare scan ${text(scan)};`,
        `  load of ${load.answer} rows ${text(load)}, ${Math.round(load.answer / load.wall)} rows/s, ${(load.cpu / scan.cpu).toFixed(1)} x the scan's CPU;`,
        `  measures ${text(measure)}, ${measure.answer} slices;`,
        `  in all ${(load.wall + measure.wall).toFixed(1)} s, ${(load.cpu + measure.cpu).toFixed(1)} CPU s;`,
        `  most memory ${(maxRSS / 1e6).toFixed(2)} GB; vault ${(statSync(place.clear).size / 1e6).toFixed(0)} MB`,
      ].join('\n'),
    );
  } finally {
    rmSync(place.folder, { recursive: true, force: true });
  }
}

async function scanAll(vault: Vault, extracts: string): Promise<void> {
  for (const name of readdirSync(extracts)) {
    const path = join(extracts, name);
    const delimiter = readFileSync(path, 'utf8').slice(0, 200).includes('^') ? '^' : ',';
    await vault.rows(scanFile, { path, delimiter, quote: delimiter === ',' ? '"' : '' });
  }
}

/** Loads a folder of extracts; answers how many rows they had. */
async function loadAll(vault: Vault, extracts: string): Promise<number> {
  const times = new Map<string, number>();
  let [rows, since] = [0, performance.now()];
  const loading = { layouts: intakeLayouts, now: () => new Date() };
  for await (const outcome of loadFiles(vault, collectPaths([extracts]), loading)) {
    rows += outcome.rows;
    const kind = outcome.title ?? outcome.file;
    times.set(kind, (times.get(kind) ?? 0) + performance.now() - since);
    since = performance.now();
    if (outcome.status === 'loaded') continue;
    console.log(`  ${outcome.file} ${outcome.status}: ${outcome.rules.map(({ rule }) => rule).join(', ')}`);
  }
  if (values.each)
    for (const [kind, ms] of times) console.log(`    ${kind.padEnd(26)} ${(ms / 1000).toFixed(2)} s`);
  return rows;
}

type Timed<T> = { readonly answer: T; readonly wall: number; readonly cpu: number };

async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const answer = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { answer, wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
}

function text({ wall, cpu }: Timed<unknown>): string {
  return `${wall.toFixed(1)} s, ${cpu.toFixed(1)} CPU s`;
}
