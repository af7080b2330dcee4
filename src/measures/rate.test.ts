import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roundedChange, roundedRate } from './rate.ts';

test('seven published rates of Fresno and Long Beach come from their counts, 85.8 to 3.9', () => {
  const published: [numerator: number, denominator: number, rate: string][] = [
    [4369, 5095, '85.8'],
    [4593, 5538, '82.9'],
    [2291, 4369, '52.4'],
    [2678, 4593, '58.3'],
    [22803, 74215, '30.7'],
    [4992, 76011, '6.6'],
    [2635, 66940, '3.9'],
  ];
  for (const [numerator, denominator, rate] of published) {
    assert.equal(roundedRate({ numerator, denominator }), rate);
  }
});

test('1 of 16 is 6.3 %, 3 of 9,600 is 0.3 per thousand, 1 of 3 with 2 decimals 33.33 %', () => {
  assert.equal(roundedRate({ numerator: 1, denominator: 16 }), '6.3');
  assert.equal(roundedRate({ numerator: 3, denominator: 9600 }, 1, 1000), '0.3');
  assert.equal(roundedRate({ numerator: 1, denominator: 3 }, 2), '33.33');
});

test('from 1 of 3 to 2 of 3 the change is 33.3, although 66.7 less 33.3 is 33.4', () => {
  const [one, two] = [
    { numerator: 1, denominator: 3 },
    { numerator: 2, denominator: 3 },
  ];
  assert.equal(roundedChange(two, one), '33.3');
  assert.equal(roundedChange(one, two), '-33.3');
  assert.equal(roundedChange(one, one), '0.0');
});

test('Carmel 2024: 137 of 210 prepared after 179 of 235 is a change of -10.9', () => {
  assert.equal(
    roundedChange({ numerator: 137, denominator: 210 }, { numerator: 179, denominator: 235 }),
    '-10.9',
  );
});

test('a rate of 0 students is refused', () => {
  assert.throws(() => roundedRate({ numerator: 0, denominator: 0 }), RangeError);
});
