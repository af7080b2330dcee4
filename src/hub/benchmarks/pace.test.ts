import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalQuantile } from '../../stats/normalQuantile.ts';
import { type PaceQuestion, pace } from './pace.ts';

/** Fresno, mathematics, all students: distance from standard; 118 points between students, 36,000 tested. */
const fresno: PaceQuestion = {
  direction: 'up',
  baseline: { year: 2023, value: -80.6, variance: 118 ** 2 / 36_000 },
  target: { year: 2028, value: -45 },
  later: [
    { year: 2024, value: -75.8, variance: 118 ** 2 / 36_000 },
    { year: 2025, value: -71, variance: 118 ** 2 / 36_000 },
  ],
  latestYear: 2025,
};

function status(changes: Partial<PaceQuestion>): string {
  const answer = pace({ ...fresno, ...changes });
  return 'because' in answer ? `${answer.status}: ${answer.because}` : answer.status;
}

/** The same three results with another variance each. */
function withVariance(variance: number): Pick<PaceQuestion, 'baseline' | 'later'> {
  return {
    baseline: { year: 2023, value: -80.6, variance },
    later: [
      { year: 2024, value: -75.8, variance },
      { year: 2025, value: -71, variance },
    ],
  };
}

test('4.8 points a year against 26 points left in 3 years is behind: 8.67 are needed, 7.12 were planned', () => {
  const answer = pace(fresno);
  assert.equal(answer.status, 'behind');
  assert.ok(answer.status === 'behind' && answer.because === 'pace');
  assert.ok(Math.abs(answer.actual.perYear - 4.8) < 1e-9);
  assert.ok(Math.abs((answer.requiredPerYear ?? 0) - 26 / 3) < 1e-9);
  assert.ok(Math.abs(answer.plannedPerYear - 35.6 / 5) < 1e-9);
  // Three equal years: standard error sqrt(v / 2) = 0.4398, 90 % interval 4.08 to 5.52.
  assert.ok(
    Math.abs(answer.actual.interval[0] - (4.8 - 1.6448536269514722 * Math.sqrt(118 ** 2 / 72_000))) < 1e-9,
  );
  // 4.8 - 0.85 x 26 / 3
  assert.ok(Math.abs(answer.slack.value - (4.8 - (0.85 * 26) / 3)) < 1e-9);
});

test('the same results are on pace for -60 by 2028, cannot tell for -54.5, behind for -45', () => {
  assert.equal(status({ target: { year: 2028, value: -60 } }), 'on pace');
  assert.equal(status({ target: { year: 2028, value: -54.5 } }), 'cannot tell: chance');
  assert.equal(status({ target: { year: 2028, value: -45 } }), 'behind: pace');
});

test('with 36,000 students on pace, with 200 the same figures cannot tell', () => {
  const target = { year: 2028, value: -60 };
  assert.equal(status({ target, ...withVariance(118 ** 2 / 36_000) }), 'on pace');
  assert.equal(status({ target, ...withVariance(118 ** 2 / 200) }), 'cannot tell: chance');
});

test('a pace of 4.8 is on pace for 5.0 a year inside the band of 15 %, and behind without a band', () => {
  const target = { year: 2028, value: -56 };
  assert.equal(status({ target, ...withVariance(0.001) }), 'on pace');
  assert.equal(status({ target, ...withVariance(0.001), band: 0 }), 'behind: pace');
});

test('a result at -45.0 has met the target, one at -45.1 has not, however few students', () => {
  const at = (value: number) => status({ later: [{ year: 2024, value, variance: 400 }], latestYear: 2024 });
  assert.equal(at(-45), 'met');
  assert.equal(at(-45.1), 'too early');
});

test('a baseline beyond the target has not met it until a later result has', () => {
  const target = { year: 2028, value: -90 };
  assert.equal(status({ target, later: [], latestYear: 2023 }), 'too early');
  assert.equal(pace({ ...fresno, target, later: [], latestYear: 2023 }).requiredPerYear, null);
  assert.equal(status({ target }), 'met');
});

test('losing 3 points a year with little chance is moving away; with few students nobody can tell', () => {
  const losing = (variance: number) => ({
    baseline: { year: 2023, value: -80, variance },
    later: [
      { year: 2024, value: -83, variance },
      { year: 2025, value: -86, variance },
    ],
    target: { year: 2028, value: -75 },
  });
  assert.equal(status(losing(0.4)), 'moving away');
  assert.equal(status(losing(40)), 'cannot tell: chance');
});

test('chronic absence falling 2.2 a year from 35 % is on pace for 25 % by 2028; rising 2 a year moves away', () => {
  const absence = (second: number, third: number): PaceQuestion => ({
    direction: 'down',
    baseline: { year: 2023, value: 35, variance: 0.03 },
    later: [
      { year: 2024, value: second, variance: 0.03 },
      { year: 2025, value: third, variance: 0.03 },
    ],
    target: { year: 2028, value: 25 },
    latestYear: 2025,
  });
  const falling = pace(absence(32.8, 30.6));
  assert.equal(falling.status, 'on pace');
  assert.ok(Math.abs((falling.requiredPerYear ?? 0) + 5.6 / 3) < 1e-9);
  assert.ok(Math.abs((falling.actual?.perYear ?? 0) + 2.2) < 1e-9);
  assert.equal(pace(absence(37, 39)).status, 'moving away');
});

test('one later result is too early, and of two the withheld one decides: few students, or cannot tell', () => {
  const [first, second] = fresno.later;
  assert.ok(first && second);
  assert.equal(status({ later: [first], latestYear: 2024 }), 'too early');
  assert.equal(status({ later: [{ year: 2024, withheld: 'few students' }], latestYear: 2024 }), 'too early');
  assert.equal(status({ later: [first, { year: 2025, withheld: 'few students' }] }), 'too few students');
  assert.equal(
    status({ later: [first, { year: 2025, withheld: 'protects another cell' }] }),
    'too few students',
  );
  assert.equal(
    status({ later: [first, { year: 2025, withheld: 'agreement' }] }),
    'cannot tell: results withheld',
  );
  const stale = pace({
    ...fresno,
    later: [...fresno.later, { year: 2026, withheld: 'few students' }],
    latestYear: 2026,
  });
  assert.equal(stale.status, 'behind');
  assert.equal(stale.isStale, true);
});

test('results after the year the reader looks from do not count: as of 2024 it was too early', () => {
  assert.equal(status({ latestYear: 2024 }), 'too early');
});

test('a target year that is over is judged by its own result for ever', () => {
  const target = { year: 2025, value: -65 };
  assert.equal(status({ target }), 'behind: target year over');
  assert.equal(pace({ ...fresno, target }).requiredPerYear, null);
  const reachedLater = [...fresno.later, { year: 2026, value: -60, variance: 0.4 }];
  assert.equal(status({ target, later: reachedLater, latestYear: 2026 }), 'behind: target year over');
  const hidden = (withheld: 'few students' | 'not reported') =>
    status({
      target: { year: 2026, value: -60 },
      later: [...fresno.later, { year: 2026, withheld }],
      latestYear: 2026,
    });
  assert.equal(hidden('few students'), 'too few students');
  assert.equal(hidden('not reported'), 'cannot tell: no result for the target year');
});

test('without the number of students of one year no pace has an interval, so nobody can tell', () => {
  const [first] = fresno.later;
  assert.ok(first);
  const uncounted = [first, { year: 2025, value: -71, variance: null }];
  assert.equal(status({ later: uncounted }), 'cannot tell: students not counted');
  assert.equal(status({ later: uncounted, target: { year: 2028, value: -72 } }), 'met');
});

test('a result of the baseline year, two of one year and a target in the baseline year are faults', () => {
  const [first] = fresno.later;
  assert.ok(first);
  assert.throws(() => pace({ ...fresno, later: [{ ...first, year: 2023 }] }), /must follow/);
  assert.throws(() => pace({ ...fresno, later: [first, first] }), /two results/);
  assert.throws(() => pace({ ...fresno, target: { year: 2023, value: 0 } }), /must follow/);
  assert.throws(() => pace({ ...fresno, band: 15 }), /below 1/);
});

test('at the very edge of the band 4,000 seeded draws are called on pace, and behind, in 4 to 6 % each', () => {
  let x = 2008;
  const normal = () => {
    x = (16807 * x) % 2147483647;
    return normalQuantile(x / 2147483647);
  };
  const counts = { 'on pace': 0, behind: 0 };
  for (let draw = 0; draw < 4000; draw++) {
    // True pace 3 a year; at year 2 the target is 2 years off and 3 / 0.85 a year are truly needed.
    const answer = pace({
      direction: 'up',
      baseline: { year: 2020, value: normal(), variance: 1 },
      later: [1, 2].map((step) => ({ year: 2020 + step, value: 3 * step + normal(), variance: 1 })),
      target: { year: 2024, value: 6 + (2 * 3) / 0.85 },
      latestYear: 2022,
    });
    if (answer.status === 'on pace' || answer.status === 'behind') counts[answer.status]++;
  }
  for (const count of Object.values(counts)) assert.ok(count > 160 && count < 240, JSON.stringify(counts));
});
