import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatChange, formatValue } from './formatValue.ts';

test('52.4 %, a real minus before 75.8 points, 0.3 per thousand, 723, 3.60, 12.5 hours, B', () => {
  assert.equal(formatValue('52.4', 'percent'), '52.4 %');
  assert.equal(formatValue('-75.8', 'points'), '\u221275.8 points');
  assert.equal(formatValue('0.3125', 'per thousand'), '0.3 per thousand');
  assert.equal(formatValue('723', 'index', 0), '723');
  assert.equal(formatValue('3.6', 'rating', 2), '3.60');
  assert.equal(formatValue('12.5', 'hours'), '12.5 hours');
  assert.equal(formatValue('B', 'letter'), 'B');
});

test('2,291 of 4,369 reads 52.4 % and 3 of 9,600 reads 0.3 per thousand', () => {
  assert.equal(formatValue({ numerator: 2291, denominator: 4369 }, 'percent'), '52.4 %');
  assert.equal(formatValue({ numerator: 3, denominator: 9600 }, 'per thousand'), '0.3 per thousand');
});

test('a change of 4.8 carries a plus, -3 percent are percentage points, -0.04 has no sign', () => {
  assert.equal(formatChange('4.8', 'points'), '+4.8 points');
  assert.equal(formatChange('-3', 'percent'), '\u22123.0 percentage points');
  assert.equal(formatChange('-0.04', 'points'), '0.0 points');
});

test('“few”, and counts of points, are refused', () => {
  assert.throws(() => formatValue('few', 'percent'), /no decimal number/);
  assert.throws(() => formatValue({ numerator: 1, denominator: 2 }, 'points'), /do not make/);
});
