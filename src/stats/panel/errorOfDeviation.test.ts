import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorOfDeviation } from './errorOfDeviation.ts';
import { populationDeviation } from './populationDeviation.ts';

test('2 4 4 4 5 5 7 9 deviate by 2, the textbook example; one number by nothing', () => {
  assert.equal(populationDeviation([2, 4, 4, 4, 5, 5, 7, 9]), 2);
  assert.equal(populationDeviation([7]), 0);
});

test('0 0 0 4 have second moment 3 and fourth 21, so their deviation has error sqrt(12 / 4) / (2 sqrt(3)) = 0.5', () => {
  assert.ok(Math.abs(errorOfDeviation([0, 0, 0, 4]) - 0.5) < 1e-15);
  assert.equal(errorOfDeviation([3, 3, 3]), 0);
});
