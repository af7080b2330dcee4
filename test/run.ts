// `npm test`: types, lint, format, then every test file, against a real PostgreSQL and a real browser.
// The last line is always `N passed, N failed`.
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium } from './chromium.ts';
import { makeMigratedDatabase } from './migratedDatabase.ts';
import { type Postgresql, startPostgresql } from './postgresql.ts';
import { makeEmbeddedFolder } from './embeddedFolder.ts';
import { batches } from './run/batches.ts';
import { fileReport } from './run/fileReport.ts';
import { type FileResult, killTestFiles } from './run/runTestFile.ts';
import { runTestFiles } from './run/runTestFiles.ts';
import { makeScratchFolder } from './run/scratchFolder.ts';
import { makeSampleStore } from './sampleStore.ts';
import { runStaticStep, staticSteps } from './run/staticSteps.ts';

/** A run that found fewer lost its tests somewhere; raise it as the tests grow. */
const fewestTestCases = 2700;
/** The longest first, so that none of them is left to run alone at the end. */
const testFiles = [
  'test/browser/*.test.ts',
  'test/walk/*.test.ts',
  'test/backup*.test.ts',
  'test/**/*.test.ts',
  'src/**/*.test.ts',
  'sample/**/*.test.ts',
];
const patience = { fileMs: 300_000, idleMs: 20_000 };
const filesAtOnce = 3;

process.chdir(resolve(import.meta.dirname, '..'));
const started = performance.now();
const tally = { passed: 0, failed: 0 };
let postgresql: Postgresql | undefined;
let removeScratch: (() => void) | undefined;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    killTestFiles();
    void Promise.resolve(postgresql?.stop()).then(() => {
      removeScratch?.();
      process.exit(130);
    });
  });
}

function readOptions(): { readonly check: boolean; readonly only: string | undefined } {
  const options = { check: { type: 'boolean', default: false }, only: { type: 'string' } } as const;
  try {
    const { values } = parseArgs({ options });
    return { check: values.check, only: values.only };
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : String(error)}\nnpm test -- [--check] [--only PART-OF-A-PATH]`,
    );
    process.exit(2);
  }
}

function count(passed: boolean): void {
  tally[passed ? 'passed' : 'failed'] += 1;
}

function fail(sentence: string): void {
  count(false);
  console.log(`FAIL  ${sentence}`);
}

async function checkStatically(): Promise<void> {
  for (const step of staticSteps) {
    const result = await runStaticStep(step);
    count(result.passed);
    console.log(`${result.passed ? '  ok' : 'FAIL'}  ${result.name}  ${result.seconds.toFixed(1)} s`);
    if (!result.passed) console.log(result.output);
  }
}

/** What many test files begin with, made once: where it is stands in the environment, and tests look there. */
async function prepare(files: readonly string[]): Promise<readonly string[]> {
  const missing: string[] = [];
  const put = async (name: string, make: () => Promise<string>): Promise<void> => {
    try {
      process.env[name] = await make();
    } catch (error) {
      missing.push(error instanceof Error ? error.message : String(error));
    }
  };
  // Of what may have to be installed, one after the other; the stores meanwhile.
  const putPrograms = async (): Promise<void> => {
    await put('TANDEM_TEST_POSTGRESQL', async () => {
      postgresql = await startPostgresql();
      return postgresql.url;
    });
    const { url } = postgresql ?? {};
    if (url) await put('TANDEM_TEST_POSTGRESQL_MIGRATED', () => makeMigratedDatabase(url));
    await put('TANDEM_TEST_CHROMIUM', findChromium);
  };
  const putStores = async (): Promise<void> => {
    await put('TANDEM_TEST_EMBEDDED', makeEmbeddedFolder);
    if (files.some((file) => file.startsWith('test/browser/')))
      await put('TANDEM_TEST_SAMPLE', makeSampleStore);
  };
  await Promise.all([putPrograms(), putStores()]);
  return missing;
}

async function runAll(files: readonly string[]): Promise<readonly FileResult[]> {
  const results: FileResult[] = [];
  const waiting = [...batches(files)];
  const takeNext = async (): Promise<void> => {
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
      for (const result of await runTestFiles(batch, patience)) {
        results.push(result);
        console.log(fileReport(result));
      }
    }
  };
  await Promise.all(Array.from({ length: filesAtOnce }, takeNext));
  return results;
}

function tallyCases(results: readonly FileResult[], fewest: number): void {
  const cases = results.flatMap((result) => result.cases.map((one) => ({ ...one, file: result.file })));
  const ran = cases.filter((one) => one.outcome !== 'skipped');
  for (const one of ran) count(one.outcome === 'passed');
  for (const one of cases.filter((each) => each.outcome === 'skipped')) {
    console.log(`SKIPPED  ${one.file}: ${one.name}: ${one.why}`);
  }
  if (ran.length < fewest) fail(`only ${ran.length} test cases ran; at least ${fewest} must`);
}

const { check, only } = readOptions();

const all = [...new Set(testFiles.flatMap((pattern) => globSync(pattern).sort()))];
const chosen = only === undefined ? all : all.filter((file) => file.includes(only));
// Begun now, so that it starts (or installs) while the steps run.
if (!check) removeScratch = makeScratchFolder();
const prepared = check ? undefined : prepare(chosen);
await checkStatically();
if (prepared) {
  for (const sentence of await prepared) fail(sentence);
  if (postgresql)
    console.log(
      `      PostgreSQL ${postgresql.version}, ${process.env.TANDEM_TEST_CHROMIUM ?? 'no browser'}`,
    );
  tallyCases(await runAll(chosen), only === undefined ? fewestTestCases : 1);
  await postgresql?.stop();
  removeScratch?.();
}
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed > 0 ? 1 : 0;
