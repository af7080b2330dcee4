import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareFigure } from './compareFigure.ts';
import type { PublicFigure, VaultCount } from './publicFigure.ts';

const published = (value: string, n: number | null, numerator: number | null): PublicFigure => ({
  measure: 'acgr',
  year: 2024,
  school: '00000000000000',
  grade: 'all',
  group: 'ALL',
  file: 1,
  line: 2,
  dataset: 'cde_acgr_2023_24',
  publisher: 'CDE',
  title: 'ACGR',
  difference: null,
  seen: 'shown',
  n,
  numerator,
  value,
  reason: null,
});
const rate = (numerator: number, n: number): VaultCount => ({ n, numerator, sum: null, denominator: null });
const mean = (sum: string, n: number): VaultCount => ({ n, numerator: null, sum, denominator: null });
const fit = (figure: PublicFigure, count: VaultCount): string | undefined =>
  compareFigure(figure, count)?.fit;

test('Fresno 2023-24: 4,369 of 5,095 graduates are the published 85.8 %', () => {
  const same = compareFigure(published('85.8', 5095, 4369), rate(4369, 5095));
  assert.deepEqual(same, {
    fit: 'same',
    value: '85.8',
    valueDifference: '0.0',
    nDifference: 0,
    numeratorDifference: 0,
  });
});

test('one of 16 is 6.25 %: the state’s 6.2 is rounding, its 6.2 of 1 in 17 is not the same counts', () => {
  assert.equal(fit(published('6.2', 16, 1), rate(1, 16)), 'rounding');
  assert.equal(fit(published('6.3', 16, 1), rate(1, 16)), 'same');
  assert.equal(fit(published('6.2', 17, 1), rate(1, 16)), 'differs');
});

test('4,370 of 5,096 shows 85.8 % too, and counts differ; without published counts a value alone is rounding', () => {
  assert.equal(fit(published('85.8', 5095, 4369), rate(4370, 5096)), 'counts differ');
  assert.equal(fit(published('85.8', null, null), rate(4370, 5096)), 'rounding');
});

test('a mean of −75.84 is −75.8 by as many students; 80 is written for 80.0, and a tie goes away from zero', () => {
  assert.equal(fit(published('-75.8', 100, null), mean('-7584.0000', 100)), 'same');
  assert.equal(fit(published('-75.9', 100, null), mean('-7584.0000', 100)), 'differs');
  assert.equal(fit(published('-75.9', 100, null), mean('-7585.0000', 100)), 'same');
  assert.equal(fit(published('80', 25, 20), rate(20, 25)), 'same');
  const far = compareFigure(published('-70.0', 90, null), mean('-7584.0000', 100));
  assert.deepEqual([far?.valueDifference, far?.nDifference, far?.numeratorDifference], ['-5.8', 10, null]);
});

test('a withheld figure and nobody counted compare with nothing', () => {
  assert.equal(
    compareFigure({ ...published('1', 5, 1), seen: 'suppressed', value: null }, rate(1, 5)),
    undefined,
  );
  assert.equal(compareFigure(published('1', 5, 1), rate(0, 0)), undefined);
});
