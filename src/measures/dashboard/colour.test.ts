import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colour } from './colour.ts';
import { colourNames, type Indicator, indicators, type Level } from './indicator.ts';
import { mayShowColour } from './mayShowColour.ts';
import { mayShowStatus } from './mayShowStatus.ts';

const levels: readonly Level[] = [5, 4, 3, 2, 1];

function grid(indicator: Indicator, students: number): string {
  const cell = (status: Level, change: Level) => '-ROYGB'[colour(indicator, status, change, students)];
  return levels
    .map((status) =>
      levels
        .toReversed()
        .map((change) => cell(status, change))
        .join(''),
    )
    .join(' ');
}

test('the grids read, status 5 to 1, as the standards print them: 25 cells each', () => {
  assert.equal(grid('ELA', 400), 'GGBBB GGGGB YYYGG OOOYY RRROO');
  assert.equal(grid('MATH', 40), 'GGBBB GGGGB YYYGG OOOYY RRROO');
  assert.equal(grid('CCI', 400), 'YGBBB OYGGB OOYGG ROOYY RRROY');
  assert.equal(grid('ELPI', 40), 'YGBBB OYGGB OOYGG ROOYY RRROY');
  assert.equal(grid('CHRO', 400), 'YGBBB OYGGB OOYGG ROOYY RRROY');
  assert.equal(grid('SUSP', 400), '-GBBB -YGGB OOYGG ROOYY RRROY');
  assert.equal(grid('GRAD', 400), '-BBBB OYGGB OOYGG ROOYY RRRRR');
});

test('below 150 students the outer columns of the four small-denominator grids repeat the inner ones', () => {
  assert.equal(grid('CHRO', 149), 'GGBBB YYGGG OOYGG OOOYY RRROO');
  assert.equal(grid('GRAD', 149), 'BBBBB YYGGG OOYGG OOOYY RRRRR');
});

test('seven indicators, six colour words by the code 0 to 5', () => {
  assert.equal(indicators.length, 7);
  assert.deepEqual(colourNames, ['none', 'Red', 'Orange', 'Yellow', 'Green', 'Blue']);
});

test('a status needs 11 students', () => {
  assert.deepEqual([null, 0, 10, 11].map(mayShowStatus), [false, false, false, true]);
});

test('a colour needs 30 students in both years, 15 for foster youth of a district and not of a school', () => {
  const may = (group: string, district: boolean, students: number | null, priorStudents: number | null) =>
    mayShowColour({ group, district, students, priorStudents });
  assert.equal(may('HI', true, 30, 30), true);
  assert.equal(may('HI', true, 30, 29), false);
  assert.equal(may('HI', true, 29, 300), false);
  assert.equal(may('HI', true, 300, null), false);
  for (const group of ['FOS', 'HOM', 'LTEL']) {
    assert.equal(may(group, true, 15, 15), true);
    assert.equal(may(group, true, 15, 14), false);
    assert.equal(may(group, false, 29, 29), false);
  }
});
