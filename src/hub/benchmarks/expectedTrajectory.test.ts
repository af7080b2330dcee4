import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedTrajectory } from './expectedTrajectory.ts';

test('from -80 in 2023 to -45 in 2028 the way is 7 points a year', () => {
  assert.deepEqual(expectedTrajectory({ year: 2023, value: -80 }, [{ year: 2028, value: -45 }]), [
    { year: 2023, value: -80 },
    { year: 2024, value: -73 },
    { year: 2025, value: -66 },
    { year: 2026, value: -59 },
    { year: 2027, value: -52 },
    { year: 2028, value: -45 },
  ]);
});

test('two targets, 30 % in 2025 and 20 % in 2027, bend the way at 2025, in whatever order they come', () => {
  const way = expectedTrajectory({ year: 2024, value: 36 }, [
    { year: 2027, value: 20 },
    { year: 2025, value: 30 },
  ]);
  assert.deepEqual(
    way.map((one) => one.value),
    [36, 30, 25, 20],
  );
});

test('no target, and one in the baseline year, are faults', () => {
  assert.throws(() => expectedTrajectory({ year: 2024, value: 1 }, []), /needs a target/);
  assert.throws(
    () => expectedTrajectory({ year: 2024, value: 1 }, [{ year: 2024, value: 2 }]),
    /must follow/,
  );
});
