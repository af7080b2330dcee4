import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileReport } from './fileReport.ts';
import { type FileResult, runTestFile } from './runTestFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-run-'));
after(() => rmSync(folder, { recursive: true }));

async function runText(
  name: string,
  lines: readonly string[],
  fileMs = 20_000,
  idleMs = 10_000,
): Promise<FileResult> {
  const file = join(folder, `${name}.test.mjs`);
  writeFileSync(file, ["import { describe, test } from 'node:test';", ...lines].join('\n'));
  return runTestFile(file, { fileMs, idleMs });
}

function outcomes(result: FileResult): string[] {
  return result.cases.map((one) => `${one.outcome}: ${one.name}`);
}

test('passes, failures, skips and parts are told one by one, with the names of what holds them', async () => {
  const result = await runText('mixed', [
    "test('one', () => {});",
    "describe('group', () => { test('two', () => { throw new Error('the reason'); }); });",
    "test('three', { skip: 'no data here' }, () => {});",
    "test('four', (t) => t.skip('none today'));",
    "test('five', async (t) => { await t.test('part', () => {}); });",
    "test('six', { todo: true }, () => {});",
  ]);
  assert.deepEqual(outcomes(result), [
    'passed: one',
    'failed: group > two',
    'skipped: three',
    'skipped: four',
    'passed: five > part',
    'passed: five',
    'skipped: six',
  ]);
  assert.match(result.cases[1]?.why ?? '', /the reason[\s\S]*mixed\.test\.mjs:3/);
  assert.equal(result.cases[2]?.why, 'no data here');
});

test('a file without a test fails', async () => {
  assert.deepEqual(outcomes(await runText('empty', [])), ['failed: the file']);
});

test('a file that cannot be loaded fails and shows why', async () => {
  const result = await runText('unloadable', ["import './isNotThere.mjs';"]);
  assert.deepEqual(outcomes(result), ['failed: the file']);
  assert.match(fileReport(result), /^FAIL[\s\S]*isNotThere/);
});

test('an error after the last test fails the file', async () => {
  const result = await runText('late', [
    "test('one', () => { setTimeout(() => { throw new Error('too late'); }, 50); });",
  ]);
  assert.deepEqual(outcomes(result), ['passed: one', 'failed: the file']);
  assert.match(result.cases[1]?.why ?? '', /too late/);
});

test('a test that ends the process fails the file', async () => {
  const result = await runText('quits', ["test('one', () => process.exit(0));"]);
  assert.deepEqual(outcomes(result), ['failed: the file']);
  assert.match(result.cases[0]?.why ?? '', /ended with 0 before its tests did/);
});

test('a promise that never settles ends with the patience for the file, by name', async () => {
  const result = await runText('unsettled', ["test('one', () => new Promise(() => {}));"], 1000);
  assert.match(result.cases[0]?.why ?? '', /not finished after 1 s; the last test to begin was: one/);
});

test('a file that hangs is killed with all it started, and the test that hung is named', async () => {
  const result = await runText(
    'hangs',
    [
      "import { spawn } from 'node:child_process';",
      "test('one', () => {});",
      "test('the slow one', () => {",
      "  const child = spawn('sleep', ['60'], { stdio: 'inherit' });",
      "  console.log('sleeper ' + child.pid);",
      "  process.on('SIGTERM', () => {});",
      '  for (;;) {}',
      '});',
    ],
    1500,
  );
  assert.ok(result.seconds < 6, `${result.seconds} s`);
  assert.match(
    result.cases.at(-1)?.why ?? '',
    /not finished after 1\.5 s; the last test to begin was: the slow one/,
  );
  const sleeper = Number(/sleeper (\d+)/.exec(result.output)?.[1]);
  assert.match(
    spawnSync('ps', ['-o', 'stat=', '-p', String(sleeper)], { encoding: 'utf8' }).stdout,
    /^(Z.*)?\s*$/,
  );
});

test('a file that leaves something open fails although its tests passed', async () => {
  const result = await runText('open', ["test('one', () => { setInterval(() => {}, 1000); });"], 20_000, 500);
  assert.deepEqual(outcomes(result), ['passed: one', 'failed: the file']);
  assert.match(result.cases[1]?.why ?? '', /something was left open/);
});

test('a file whose tests pass is reported in one line with its count', async () => {
  const result = await runText('good', [
    "test('one', () => {});",
    "test('two', () => console.log('noise'));",
  ]);
  assert.match(fileReport(result), /^ {2}ok {2}\S+good\.test\.mjs {2}2 cases {2}[\d.]+ s$/);
});
