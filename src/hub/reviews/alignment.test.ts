import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AlignedBenchmark, type AlignedEngagement, alignment } from './alignment.ts';

const benchmark = (id: string, second: string | null): AlignedBenchmark => ({
  id,
  title: `Benchmark ${id}`,
  focusArea: 'mathematics',
  districts: [
    { shortName: 'Fresno', hasTargets: true, planGoal: 'Goal 1' },
    { shortName: 'Long Beach', hasTargets: second !== null, planGoal: second },
  ],
});
const work = (id: string, change: Partial<AlignedEngagement> = {}): AlignedEngagement => ({
  id,
  title: `Work ${id}`,
  benchmarkId: 'a',
  strategy: 'rigor',
  people: [
    { shortName: 'Fresno', owner: 'Taylor Fenn' },
    { shortName: 'Long Beach', owner: 'Avery Stone' },
  ],
  money: ['Title III'],
  ...change,
});
const strategies = [
  { id: 'rigor', name: 'Rigor' },
  { id: 'external-partners', name: 'External partners' },
];

test('one benchmark with whole work has no hole but the strategy nobody works on', () => {
  const { rows, holes } = alignment([benchmark('a', 'Goal 2')], [work('1')], strategies);
  assert.equal(rows.length, 1);
  assert.deepEqual(
    [rows[0]?.planGoal, rows[0]?.person].map((cell) => cell?.state),
    ['there', 'there'],
  );
  assert.deepEqual(
    holes.map(({ kind, what }) => [kind, what]),
    [['strategy without work', 'External partners']],
  );
});

test('each of the 5 other kinds of hole is found once', () => {
  const { rows, holes } = alignment(
    [benchmark('a', null), benchmark('b', 'Goal 2')],
    [
      work('1', { money: [] }),
      work('2', {
        benchmarkId: null,
        strategy: 'external-partners',
        people: [
          { shortName: 'Fresno', owner: null },
          { shortName: 'Long Beach', owner: 'Avery Stone' },
        ],
      }),
    ],
    strategies,
  );
  assert.deepEqual(
    holes.map(({ kind, what }) => `${kind}: ${what}`),
    [
      'benchmark without work: Benchmark b',
      'benchmark without plan goal: Benchmark a, Long Beach',
      'work without benchmark: Work 2',
      'work without money: Work 1',
      'work without person: Work 2, Fresno',
    ],
  );
  assert.deepEqual(
    rows.map(({ benchmark: one, engagement }) => [one.words, engagement.words]),
    [
      ['Benchmark a', 'Work 1'],
      ['Benchmark b', 'No work'],
      ['No benchmark', 'Work 2'],
    ],
  );
  assert.equal(rows[2]?.person.state, 'part');
});
