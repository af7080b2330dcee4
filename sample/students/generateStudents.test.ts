import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateDistrict } from './gatherDistrict.ts';
import { fresnoLike } from './studentDistrict.ts';

const small = { seed: 5, students: 140, firstYear: 2023, lastYear: 2025 };

test('the same seed gives the same rows; another seed gives others', () => {
  const text = (seed: number) => JSON.stringify([...generateDistrict(fresnoLike({ ...small, seed }))]);
  assert.equal(text(5), text(5));
  assert.notEqual(text(5), text(6));
});

test('this year’s score follows last year’s: a correlation of at least 0.6 among those tested in both', () => {
  const pairs: [number, number][] = [];
  for (const { test_result } of generateDistrict(fresnoLike({ ...small, students: 700 }))) {
    const of = (year: number) =>
      test_result.find((row) => row.test === 'MATH' && row.school_year === year)?.scale_score;
    const [before, after] = [of(2024), of(2025)];
    if (before && after) pairs.push([before, after]);
  }
  assert.ok(pairs.length > 150, `${pairs.length} pairs`);
  const r = correlation(pairs);
  assert.ok(r > 0.6 && r < 0.98, `${r}`);
});

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  const product = (a: 0 | 1, b: 0 | 1) =>
    pairs.reduce((sum, pair) => sum + (pair[a] - (a ? y : x)) * (pair[b] - (b ? y : x)), 0);
  return product(0, 1) / Math.sqrt(product(0, 0) * product(1, 1));
}
