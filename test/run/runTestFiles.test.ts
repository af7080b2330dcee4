import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { batches } from './batches.ts';
import type { FileResult } from './runTestFile.ts';
import { runTestFiles } from './runTestFiles.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-batch-'));
after(() => rmSync(folder, { recursive: true }));

const good = ["test('one', () => {});", "describe('group', () => { test('two', () => {}); });"];

/** Runs the texts as files `0` to … in one process; answers each file's cases. */
async function runTexts(...texts: readonly (readonly string[])[]): Promise<string[]> {
  const files = texts.map((lines, i) => {
    const file = join(folder, `${i}.test.mjs`);
    writeFileSync(file, ["import { describe, test } from 'node:test';", ...lines].join('\n'));
    return file;
  });
  const results = await runTestFiles(files, { fileMs: 3000, idleMs: 700 });
  return results.flatMap(casesOf);
}

function casesOf({ file, cases }: FileResult): string[] {
  return cases.map(({ name, outcome, why }) =>
    `${file.replace(`${folder}/`, '')}: ${outcome}: ${name} ${why.split('\n').at(0)}`.trimEnd(),
  );
}

const goodOf = (i: number) => [`${i}.test.mjs: passed: one`, `${i}.test.mjs: passed: group > two`];

test('2 files that pass in one process are told file by file', async () => {
  assert.deepEqual(await runTexts(good, good), [...goodOf(0), ...goodOf(1)]);
});

test('of 3 files the one that fails, ends the process, hangs, cannot be loaded or holds no test is named, and the others pass', async () => {
  const bad: readonly (readonly [string, RegExp])[] = [
    ["test('bad', () => { throw new Error('planted'); });", /^1\.test\.mjs: failed: bad Error: planted/],
    [
      "test('bad', () => process.exit(0));",
      /^1\.test\.mjs: failed: the file its process ended with 0 before/,
    ],
    [
      "test('bad', () => { for (;;) {} });",
      /^1\.test\.mjs: failed: the file not finished after 3 s; the last test to begin was: bad/,
    ],
    ["import './isNotThere.mjs';", /^1\.test\.mjs: failed: the file Error.*isNotThere/],
    ['', /^1\.test\.mjs: failed: the file it holds no test/],
  ];
  for (const [line, why] of bad) {
    const told = await runTexts(good, [line], good);
    assert.deepEqual([...told.slice(0, 2), ...told.slice(3)], [...goodOf(0), ...goodOf(2)], line);
    assert.match(told[2] ?? '', why);
  }
});

test('a file that leaves something open is named', async () => {
  const told = await runTexts(good, ["test('leaves', () => { setInterval(() => {}, 1000); });"]);
  assert.deepEqual(told.slice(0, 3), [...goodOf(0), '1.test.mjs: passed: leaves']);
  assert.match(told[3] ?? '', /^1\.test\.mjs: failed: the file .*something was left open/);
});

test('files that pass alone and not beside each other are a failed case', async () => {
  const told = await runTexts(
    ["test('sets', () => { globalThis.planted = 1; });"],
    ["test('reads', () => { if (globalThis.planted) throw new Error('already set'); });"],
  );
  assert.deepEqual(told.slice(0, 2), ['0.test.mjs: passed: sets', '1.test.mjs: passed: reads']);
  assert.match(told[2] ?? '', /^0\.test\.mjs and 1 beside it: failed: .* each passes by itself/);
});

test('every file is in one group; hooks beside its tests, programs, threads and the environment keep a file alone', () => {
  const texts: Readonly<Record<string, string>> = {
    'test/browser/x.test.ts': "import { test } from 'node:test';",
    'src/a/rule.test.ts': "import { rule } from './rule.ts';",
    'src/a/other.test.ts': "import { other } from './other.ts';",
    'src/a/hook.test.ts': 'before(() => open());',
    'src/a/program.test.ts': "import { spawn } from 'node:child_process';",
    'src/a/set.test.ts': "process.env.X = 'y';",
    'src/a/rows.store.test.ts': "import { onEachEngine } from '../../test/engines.ts';",
    'test/rows.test.ts': "import { onEachEngine } from './engines.ts';",
    'src/vault/store/v.test.ts': "import { openVault } from './openVault.ts';",
  };
  const groups = batches(Object.keys(texts), (file) => texts[file] ?? '');
  assert.deepEqual(
    groups.filter(({ length }) => length > 1),
    [
      ['src/a/rows.store.test.ts', 'test/rows.test.ts'],
      ['src/a/rule.test.ts', 'src/a/other.test.ts'],
    ],
  );
  assert.deepEqual(groups.flat().toSorted(), Object.keys(texts).toSorted());
});
