import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { spreadLabels } from './spreadLabels.ts';

test('labels with room stay where they are', () => {
  assert.deepEqual(spreadLabels([200, 40, 100], 16, 0, 300), [200, 40, 100]);
});

test('two labels 4 apart move 6 each to be 16 apart, in the order of the input', () => {
  assert.deepEqual(spreadLabels([104, 100], 16, 0, 300), [110, 94]);
});

test('a third label that is pushed into joins the block: 100, 102, 120 become 91.33, 107.33, 123.33', () => {
  const spread = spreadLabels([100, 102, 120], 16, 0, 300);
  assert.deepEqual(
    spread.map((position) => Math.round(position * 100) / 100),
    [91.33, 107.33, 123.33],
  );
});

test('labels at the edge stay inside: 298 and 299 end at 284 and 300', () => {
  assert.deepEqual(spreadLabels([298, 299], 16, 0, 300), [284, 300]);
});

test('any labels that fit are 16 apart, inside the range and in their order', () => {
  const positions = fc.array(fc.integer({ min: -50, max: 350 }), { maxLength: 12 });
  fc.assert(
    fc.property(positions, (wanted) => {
      const spread = spreadLabels(wanted, 16, 0, 300);
      const places = wanted.map((value, index) => ({ value, at: spread[index] ?? 0 }));
      places.sort((a, b) => a.at - b.at);
      return places.every(({ at, value }, index) => {
        const before = places[index - 1];
        const apart = !before || (at - before.at >= 16 - 1e-6 && value >= before.value);
        return apart && at >= -1e-6 && at <= 300 + 1e-6;
      });
    }),
  );
});
