import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { schoolTypes, type Yardstick } from './indicator.ts';
import { statusLevel } from './statusLevel.ts';

const suspension = (schoolType: (typeof schoolTypes)[number]): Yardstick => ({
  indicator: 'SUSP',
  schoolType,
});

test('distance from standard in mathematics: -95 is level 2, -95.1 level 1, 35 level 5; of a high school -115 and 25', () => {
  const district: Yardstick = { indicator: 'MATH', highSchoolCutPoints: false };
  const high: Yardstick = { indicator: 'MATH', highSchoolCutPoints: true };
  assert.deepEqual(
    [-95.1, -95, -25, 0, 34.9, 35].map((status) => statusLevel(district, status)),
    [1, 2, 3, 4, 4, 5],
  );
  assert.deepEqual(
    [-115.1, -115, -60, 0, 24.9, 25].map((status) => statusLevel(high, status)),
    [1, 2, 3, 4, 4, 5],
  );
});

test('English language arts: -5 is level 3 in a district and level 2 in a high school', () => {
  assert.equal(statusLevel({ indicator: 'ELA', highSchoolCutPoints: false }, -5), 3);
  assert.equal(statusLevel({ indicator: 'ELA', highSchoolCutPoints: true }, -5), 2);
});

test('graduation 90.4 is level 3 and 90.5 level 4; college/career 34.9 and 35; English learner progress 64.9 and 65', () => {
  assert.deepEqual(
    [90.4, 90.5].map((status) => statusLevel({ indicator: 'GRAD' }, status)),
    [3, 4],
  );
  assert.deepEqual(
    [34.9, 35].map((status) => statusLevel({ indicator: 'CCI' }, status)),
    [2, 3],
  );
  assert.deepEqual(
    [64.9, 65].map((status) => statusLevel({ indicator: 'ELPI' }, status)),
    [4, 5],
  );
});

test('chronic absence 2.5 is the best level, 20 the last but one, 20.1 the worst', () => {
  assert.deepEqual(
    [2.5, 2.6, 10, 20, 20.1].map((status) => statusLevel({ indicator: 'CHRO' }, status)),
    [5, 4, 3, 2, 1],
  );
});

test('a suspension rate of 6 is level 2, 3, 2, 2, 3, 3 in the types ED, HD, UD, ES, MS, HS', () => {
  assert.deepEqual(
    schoolTypes.map((type) => statusLevel(suspension(type), 6)),
    [2, 3, 2, 2, 3, 3],
  );
});

test('over all 12 tables a better status never has a worse level', () => {
  const yardsticks: Yardstick[] = [
    ...(['ELA', 'MATH'] as const).flatMap((indicator) =>
      [true, false].map((highSchoolCutPoints) => ({ indicator, highSchoolCutPoints })),
    ),
    { indicator: 'GRAD' },
    { indicator: 'CCI' },
    { indicator: 'ELPI' },
    { indicator: 'CHRO' },
    ...schoolTypes.map(suspension),
  ];
  const tenths = fc.integer({ min: -2000, max: 2000 });
  fc.assert(
    fc.property(fc.constantFrom(...yardsticks), tenths, tenths, (yardstick, a, b) => {
      const down = yardstick.indicator === 'CHRO' || yardstick.indicator === 'SUSP';
      const [worse, better] = a < b === down ? [b, a] : [a, b];
      assert.ok(statusLevel(yardstick, worse / 10) <= statusLevel(yardstick, better / 10));
    }),
  );
});
