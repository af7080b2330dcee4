import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  distanceFromStandardBounds,
  distanceFromStandardWithPenalty,
} from './distanceFromStandardWithPenalty.ts';
import { participationRate, penaltyRecords } from './participation.ts';

test('19 of 21 tested are 90 % and need 1 penalty record; 189 of 200 are 95 % and need none', () => {
  assert.equal(participationRate({ enrolled: 21, tested: 19 }), 90);
  assert.equal(penaltyRecords({ enrolled: 21, tested: 19 }), 1);
  assert.equal(participationRate({ enrolled: 200, tested: 189 }), 95);
  assert.equal(penaltyRecords({ enrolled: 200, tested: 189 }), 0);
  assert.equal(penaltyRecords({ enrolled: 200, tested: 188 }), 1);
});

test('k penalty records bring the rate to 95 % and k - 1 do not, for 1,000 schools of up to 100,000 students', () => {
  const school = fc
    .integer({ min: 1, max: 100_000 })
    .chain((enrolled) =>
      fc.record({ enrolled: fc.constant(enrolled), tested: fc.integer({ min: 0, max: enrolled }) }),
    );
  fc.assert(
    fc.property(school, ({ enrolled, tested }) => {
      const records = penaltyRecords({ enrolled, tested });
      assert.ok(participationRate({ enrolled, tested: tested + records }) >= 95);
      if (records > 0) assert.ok(participationRate({ enrolled, tested: tested + records - 1 }) < 95);
    }),
    { numRuns: 1000 },
  );
});

test('nobody enrolled has no participation rate', () => {
  assert.throws(() => participationRate({ enrolled: 0, tested: 0 }), RangeError);
});

test('19 students at 3.7 and one record of -333 are at -13.1; 100 at 0.0 and 5 records of -348 at -16.6', () => {
  assert.equal(
    distanceFromStandardWithPenalty({ subject: 'ELA', students: 19, points: '3.7', records: 1 }),
    '-13.1',
  );
  assert.equal(
    distanceFromStandardWithPenalty({ subject: 'MATH', students: 100, points: '0.0', records: 5 }),
    '-16.6',
  );
});

test('a mean printed 0.0 over 100 students may stand for -0.05 to 0.05: with 5 records -16.6 to -16.5', () => {
  assert.deepEqual(
    distanceFromStandardBounds({ subject: 'MATH', students: 100, points: '0.0', records: 5 }),
    ['-16.6', '-16.5'],
  );
});

test('without penalty records the mean stays as it is, and text that is no number is refused', () => {
  const before = { subject: 'ELA', students: 12, points: '-22.9', records: 0 } as const;
  assert.equal(distanceFromStandardWithPenalty(before), '-22.9');
  assert.throws(() => distanceFromStandardWithPenalty({ ...before, points: 'low' }), RangeError);
});
