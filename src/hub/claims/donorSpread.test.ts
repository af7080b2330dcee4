import assert from 'node:assert/strict';
import { test } from 'node:test';
import { donorSpread } from './donorSpread.ts';

// Four donors at three times, the last of them after the start, beside one treated unit that must not count.
const panel = {
  units: 5,
  times: 3,
  outcomes: Float64Array.of(900, -900, 0, 1, 2, 6, 3, 5, 9, 2, 2, 4, 6, 9, 9),
  treated: [0],
  firstTreated: 2,
};

test("four donors' changes 4.5, 5, 2 and 1.5 differ by 1.7559 and their gaps before the start by 0.5590, as R works out", () => {
  const { ordinaryGap, ordinaryChange } = donorSpread(panel, [1, 2, 3, 4]);
  // R 4.2.2: x <- matrix(c(1,2,6,3,5,9,2,2,4,6,9,9), 4, byrow = TRUE); b <- x[, 1:2]
  // sd(x[, 3] - rowMeans(b)); sqrt(mean((b - outer(rowMeans(b), c(0, 0), "+") - rep(colMeans(b), each = 4) + mean(b))^2))
  assert.ok(Math.abs((ordinaryChange ?? 0) - 1.755942292142123) < 1e-12);
  assert.ok(Math.abs(ordinaryGap - 0.5590169943749475) < 1e-12);
});

test('the average change of four donors ordinarily differs by half as much as that of one', () => {
  const { ordinaryChange } = donorSpread({ ...panel, treated: [5, 6, 7, 8] }, [1, 2, 3, 4]);
  assert.ok(Math.abs((ordinaryChange ?? 0) - 1.755942292142123 / 2) < 1e-12);
});

test('one donor has no changes that differ', () => {
  assert.deepEqual(donorSpread(panel, [1]), { ordinaryGap: 0, ordinaryChange: null });
});
