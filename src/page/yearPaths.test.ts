import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { YearPoint } from './series.ts';
import { bandPath, linePath, yearScale } from './yearPaths.ts';

const same = (value: number) => value;
const point = (year: number, value: number | null): YearPoint => ({ year, value, text: String(value) });

test('five years lie 25 percent apart and a single one in the middle', () => {
  const x = yearScale([2021, 2022, 2025]);
  assert.deepEqual([2021, 2022, 2025].map(x.at), [0, 25, 100]);
  assert.equal(yearScale([2024]).at(2024), 50);
});

test('a year without a figure breaks the line, also when it is not listed', () => {
  const x = yearScale([2021, 2025]);
  const withNull = [point(2021, 1), point(2022, 2), point(2023, null), point(2024, 4), point(2025, 5)];
  const unlisted = withNull.filter(({ year }) => year !== 2023);
  assert.equal(linePath(withNull, x, same), 'M0,1L250,2M750,4L1000,5');
  assert.equal(linePath(unlisted, x, same), 'M0,1L250,2M750,4L1000,5');
});

test('a target runs on through the years that have none', () => {
  assert.equal(
    linePath([point(2021, 1), point(2025, 5)], yearScale([2021, 2025]), same, true),
    'M0,1L1000,5',
  );
});

test('no points give no path', () => {
  assert.equal(linePath([], yearScale([]), same), null);
});

test('a band is broken at the year it does not name', () => {
  const points = [2021, 2022, 2024, 2025].map((year) => ({ year, low: 1, high: 3, text: '1 to 3' }));
  const path = bandPath({ name: 'Similar', points }, yearScale([2021, 2025]), same) ?? '';
  assert.equal(path.match(/M/g)?.length, 2);
  assert.equal(path.match(/Z/g)?.length, 2);
});
