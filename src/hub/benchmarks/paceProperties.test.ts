import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type PaceQuestion, pace } from './pace.ts';

const result = fc.record({
  year: fc.integer({ min: 2021, max: 2027 }),
  value: fc.integer({ min: -30, max: 30 }),
  variance: fc.integer({ min: 1, max: 30 }),
});
const withheldResult = fc.record({
  year: fc.integer({ min: 2021, max: 2027 }),
  withheld: fc.constantFrom('few students' as const, 'agreement' as const),
});
const question: fc.Arbitrary<PaceQuestion> = fc.record({
  direction: fc.constantFrom('up' as const, 'down' as const),
  baseline: result.map((one) => ({ ...one, year: 2020 })),
  target: fc.record({
    year: fc.integer({ min: 2024, max: 2036 }),
    value: fc.integer({ min: -50, max: 50 }),
  }),
  later: fc.uniqueArray(
    fc.oneof({ weight: 4, arbitrary: result }, { weight: 1, arbitrary: withheldResult }),
    { selector: (one) => one.year, minLength: 1, maxLength: 7 },
  ),
  latestYear: fc.integer({ min: 2022, max: 2028 }),
});

/** The question with every value, and every variance, put through a function. */
function mapped(
  asked: PaceQuestion,
  value: (of: number) => number,
  variance = (of: number) => of,
): PaceQuestion {
  const year = <T extends { year: number }>(one: T): T =>
    'value' in one && 'variance' in one
      ? { ...one, value: value(one.value as number), variance: variance(one.variance as number) }
      : one;
  return {
    ...asked,
    baseline: year(asked.baseline),
    later: asked.later.map(year),
    target: { ...asked.target, value: value(asked.target.value) },
  };
}

/** Rounding may tip a decision only where an interval ends at zero to the last digits. */
function isAtEdge(asked: PaceQuestion): boolean {
  const answer = pace(asked);
  if (!('slack' in answer)) return false;
  return [...answer.slack.interval, ...answer.actual.interval].some((end) => Math.abs(end) < 1e-7);
}

function check(holds: (asked: PaceQuestion) => void): void {
  fc.assert(
    fc.property(question, (asked) => {
      fc.pre(!isAtEdge(asked));
      holds(asked);
    }),
    { seed: 2008, numRuns: 1000 },
  );
}

function near(a: number | null | undefined, b: number | null | undefined): void {
  if (a === null || b === null || a === undefined || b === undefined) assert.equal(a ?? null, b ?? null);
  else assert.ok(Math.abs(a - b) < 1e-7, `${a} ${b}`);
}

test('the questions made here reach all seven statuses, each at least 20 times in 1,000', () => {
  const tally = new Map<string, number>();
  check((asked) => void tally.set(pace(asked).status, (tally.get(pace(asked).status) ?? 0) + 1));
  assert.equal(tally.size, 7);
  for (const [name, count] of tally) assert.ok(count >= 20, `${name}: ${count}`);
});

test('adding the same number to every value changes neither status nor any pace', () => {
  check((asked) => {
    const [before, after] = [pace(asked), pace(mapped(asked, (value) => value + 333))];
    assert.equal(after.status, before.status);
    near(after.requiredPerYear, before.requiredPerYear);
    near(after.actual?.perYear, before.actual?.perYear);
    near(after.actual?.interval[0], before.actual?.interval[0]);
  });
});

test('a measure that shall fall, upside down, is one that shall rise: same status, paces negated', () => {
  check((asked) => {
    const direction = asked.direction === 'up' ? 'down' : 'up';
    const [before, after] = [pace(asked), pace({ ...mapped(asked, (value) => -value), direction })];
    assert.equal(after.status, before.status);
    near(after.requiredPerYear, before.requiredPerYear === null ? null : -before.requiredPerYear);
    near(after.actual?.interval[0], before.actual ? -before.actual.interval[1] : null);
  });
});

test('percent or per thousand: ten times every value is the same status and ten times the pace', () => {
  check((asked) => {
    const scaled = mapped(
      asked,
      (value) => value * 10,
      (variance) => variance * 100,
    );
    const [before, after] = [pace(asked), pace(scaled)];
    assert.equal(after.status, before.status);
    near((after.actual?.perYear ?? 0) / 10, before.actual?.perYear ?? 0);
  });
});

test('more students never turn on pace, behind or moving away into cannot tell, nor change anything else', () => {
  check((asked) => {
    const sharper = mapped(
      asked,
      (value) => value,
      (variance) => variance / 7,
    );
    const [before, after] = [pace(asked), pace(sharper)];
    if (before.status === 'cannot tell') return;
    // A district that is behind may turn out to move away: both say not enough.
    if (before.status === 'behind') assert.ok(after.status === 'behind' || after.status === 'moving away');
    else assert.equal(after.status, before.status);
    near(after.actual?.perYear, before.actual?.perYear);
  });
});

test('the order in which results are given is nothing', () => {
  check((asked) => assert.deepEqual(pace({ ...asked, later: asked.later.toReversed() }), pace(asked)));
});

test('a wider band never makes a status worse', () => {
  const rank = { behind: 0, 'cannot tell': 1, 'on pace': 2 } as const;
  check((asked) => {
    const [narrow, wide] = [pace(asked), pace({ ...asked, band: 0.5 })];
    if (!('slack' in narrow) || !('slack' in wide)) return;
    if (narrow.status === 'moving away') assert.equal(wide.status, 'moving away');
    else if (wide.status !== 'moving away') {
      assert.ok(wide.slack.value > narrow.slack.value);
      if (narrow.status === 'on pace') assert.ok(rank[wide.status] >= rank[narrow.status]);
    }
  });
});
