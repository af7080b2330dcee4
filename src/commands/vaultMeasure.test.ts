import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Refusal } from '../vocabulary/refusal.ts';
import { WrongUse } from './readOptions.ts';
import { vaultMeasureCommand } from './vaultMeasure.ts';
import { notMeasuredText } from './vaultMeasureText.ts';

async function run(...args: string[]) {
  const written: string[] = [];
  const io = { stdout: { write: (text: string) => written.push(text) }, stderr: { write: () => true } };
  const code = await vaultMeasureCommand(args, io);
  return { code, text: written.join('') };
}

test('--definition math_dfs prints the words, the SQL with its views and two hashes of 64 digits', async () => {
  const { code, text } = await run('--definition', 'math_dfs');
  assert.equal(code, 0);
  assert.equal(text.match(/hash +[0-9a-f]{64}/g)?.length, 2);
  assert.match(text, /penalty records of constant value -348/);
  assert.match(text, /create or replace temp table student_at_place/);
});

test('--definition of a measure that students cannot give is refused with those they can', async () => {
  await assert.rejects(run('--definition', 'da_letter'), (error) => {
    assert.ok(error instanceof Refusal);
    return /No measure called da_letter .* acgr, /.test(error.message);
  });
});

test('--export writes a text file a measure, 37 of them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-rules-'));
  const { text } = await run('--export', folder);
  assert.match(text, /^37 measures written into /);
  assert.equal(readdirSync(folder).length, 37);
  assert.match(readFileSync(join(folder, 'upc.txt'), 'utf8'), /Unduplicated pupils/);
  rmSync(folder, { recursive: true });
});

test('no folder, and a year that is none, are wrong use', async () => {
  await assert.rejects(run(), WrongUse);
  await assert.rejects(run('here', '--year', '2023-24'), /2024 for 2023-24/);
});

test('what is not measured stands under the file that is missing, with the year it is needed of', () => {
  const text = notMeasuredText({
    run: 1,
    years: [2024],
    measured: [
      { measure: 'acgr', year: 2023, slices: 4 },
      { measure: 'cci_prepared', year: 2022, slices: 0 },
    ],
    notMeasured: [
      { measure: 'acgr', year: 2024, missing: [{ file: 'CALPADS SENR', year: 2021 }] },
      { measure: 'upc', year: 2024, missing: [{ file: 'CALPADS SPRG', year: null }] },
    ],
    notTold: [
      { file: 'CALPADS SPRG', year: null, measuredYear: 2024, groups: ['SED', 'SWD'], toldByTests: true },
    ],
  });
  assert.equal(
    text,
    '\nNot measured, by the file that is missing:\n' +
      '  CALPADS SENR of 2020-21, for 2023-24: acgr\n' +
      '  CALPADS SPRG, for 2023-24: upc\n' +
      '  CALPADS SPRG: groups SED SWD, except in tests\n' +
      '\nNobody to count, or no rule for the year: cci_prepared 2021-22\n',
  );
});
