import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDecimal } from './parseDecimal.ts';
import { ratio, subtractRatio } from './ratio.ts';
import { roundHalfUp } from './roundHalfUp.ts';

test('6.25 rounds to 6.3, -6.25 to -6.3, -0.04 to 0.0, 0.5 to 1 and 1.005 to 1.01', () => {
  assert.equal(roundHalfUp(ratio(25, 4), 1), '6.3');
  assert.equal(roundHalfUp(ratio(-25, 4), 1), '-6.3');
  assert.equal(roundHalfUp(ratio(-4, 100), 1), '0.0');
  assert.equal(roundHalfUp(ratio(1, 2), 0), '1');
  assert.equal(roundHalfUp(ratio(1005, 1000), 2), '1.01');
  assert.equal(roundHalfUp(ratio(0, 7), 1), '0.0');
  assert.equal(roundHalfUp(ratio(1, 30), 2), '0.03');
});

test('for 1,000 ratios of up to 20 digits no other text with so many decimals is nearer, and ties go away from zero', () => {
  const parts = fc.tuple(
    fc.bigInt(-(10n ** 20n), 10n ** 20n),
    fc.bigInt(1n, 10n ** 12n),
    fc.integer({ min: 0, max: 4 }),
  );
  fc.assert(
    fc.property(parts, ([numerator, denominator, decimals]) => {
      const text = roundHalfUp(ratio(numerator, denominator), decimals);
      const rounded = parseDecimal(text);
      assert.ok(rounded);
      const off = subtractRatio(rounded, ratio(numerator, denominator));
      const size = off.numerator < 0n ? -off.numerator : off.numerator;
      const twiceOff = 2n * size * 10n ** BigInt(decimals);
      assert.ok(twiceOff <= off.denominator, 'further than half a unit');
      if (twiceOff === off.denominator)
        assert.equal(off.numerator < 0n, numerator < 0n, 'a tie towards zero');
      assert.equal(text.split('.')[1]?.length ?? 0, decimals);
    }),
    { numRuns: 1000 },
  );
});

test('a ratio over 0 or a negative number is refused, and so is 1.5 of a student', () => {
  assert.throws(() => ratio(1, 0), RangeError);
  assert.throws(() => ratio(1, -3), RangeError);
  assert.throws(() => ratio(1.5, 3), RangeError);
});

test('-75.8 is read as -758 tenths; 1e3, 1,000, a blank and a lone point are no decimal numbers', () => {
  assert.deepEqual(parseDecimal('-75.8'), { numerator: -758n, denominator: 10n });
  assert.deepEqual(parseDecimal('-0.5'), { numerator: -5n, denominator: 10n });
  assert.deepEqual(parseDecimal('70'), { numerator: 70n, denominator: 1n });
  for (const text of ['1e3', '1,000', '', ' 7', '.5', '5.', '--1'])
    assert.equal(parseDecimal(text), undefined);
});
