import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countValue, measureTable } from './measureTable.ts';

const count = (measure: string, n: number, more: object) => ({
  measure,
  year: 2024,
  n,
  numerator: null,
  sum: null,
  denominator: null,
  ...more,
});

test('a count is rounded once and halves go away from zero: 1 of 16 is 6.3 %, -0.25 over 1 is -0.3 points', () => {
  assert.equal(countValue(count('chronic_absence', 16, { numerator: 1 })), '6.3 %');
  assert.equal(countValue(count('math_dfs', 4, { sum: '-1.0000' })), '\u22120.3 points');
  assert.equal(countValue(count('expulsion', 2000, { numerator: 1 })), '0.5 per thousand');
  assert.equal(
    countValue(count('attendance_rate', 3, { sum: '505.0100', denominator: '601.0000' })),
    '84.0 %',
  );
});

test('the table has a line a measure and a column a year, blank where nothing was counted', () => {
  const table = measureTable([
    count('acgr', 5095, { numerator: 4369 }),
    count('math_dfs', 100, { sum: '-7580', year: 2023 }),
  ]);
  assert.deepEqual(
    table.split('\n').map((line) => line.split(/ {2,}/)),
    [
      ['All students of the district', '2022-23', '2023-24'],
      ['Four-year graduation rate', '85.8 % (n 5095)'],
      ['Mathematics, distance from standard', '\u221275.8 points (n 100)'],
    ],
  );
});
