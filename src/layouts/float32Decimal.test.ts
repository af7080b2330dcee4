import assert from 'node:assert/strict';
import { test } from 'node:test';
import { float32Decimal } from './float32Decimal.ts';

test('29.799999, 69.400002 and 0.60000002 are 29.8, 69.4 and 0.6 to a 32-bit float', () => {
  assert.deepEqual(['29.799999', '69.400002', '0.60000002', '9.3999996'].map(float32Decimal), [
    '29.8',
    '69.4',
    '0.6',
    '9.4',
  ]);
});

test('38, 100, 0 and 29.85 stay as they are', () => {
  assert.deepEqual(['38', '100', '0', '29.85'].map(float32Decimal), ['38', '100', '0', '29.85']);
});

test('every percentage of one decimal from 0.0 to 100.0 comes back from its 8 digits of a 32-bit float', () => {
  for (let tenths = 0; tenths <= 1000; tenths += 1) {
    const written = String(Number(Math.fround(tenths / 10).toPrecision(8)));
    assert.equal(float32Decimal(written), String(tenths / 10));
  }
});

test('a blank and a word are no numbers', () => {
  assert.throws(() => float32Decimal(''), /“” is no number/);
  assert.throws(() => float32Decimal('N/A'), /“N\/A” is no number/);
});
