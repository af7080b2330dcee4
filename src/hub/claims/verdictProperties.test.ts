import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Verdict, type VerdictQuestion, verdict } from './verdict.ts';
import { verdictSentence, verdictWord } from './verdictSentence.ts';

const z = 1.959963984540054;
const change = fc.double({ min: -10, max: 10, noNaN: true });
const size = fc.double({ min: 0.01, max: 10, noNaN: true });
const ends = fc
  .tuple(change, change)
  .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);

const anyQuestions: fc.Arbitrary<VerdictQuestion> = fc
  .record({
    estimate: change,
    standardError: size,
    basis: fc.constantFrom('placebo', 'jackknife', 'bootstrap' as const),
    treatedUnits: fc.constantFrom(1, 2, 10, 40),
    placebo: fc.option(
      fc.record({
        p: fc.constantFrom(0.002, 0.03, 0.05, 0.051, 0.4),
        placebos: fc.constantFrom(5, 18, 19, 200),
      }),
    ),
    preFit: fc.option(fc.record({ error: size, placebos: fc.option(size), ordinary: size })),
    smallestThatMatters: fc.option(size),
    ordinaryChange: fc.option(size),
    otherMethods: fc.array(fc.record({ estimate: change, interval: fc.option(ends) }), { maxLength: 2 }),
    leaveOneOut: fc.option(ends),
    inTime: fc.option(change),
  })
  .map((question) => ({ ...question, interval: around(question.estimate, question.standardError) }));

/** Few of those pass every check: half of the questions have one doubt at most. */
const questions = fc.oneof(
  anyQuestions,
  fc
    .record({
      any: anyQuestions,
      kept: fc.constantFrom('placebo', 'preFit', 'otherMethods', 'leaveOneOut', 'inTime'),
    })
    .map(({ any, kept }): VerdictQuestion => {
      const none = {
        placebo: { p: 0.01, placebos: 99 },
        preFit: null,
        otherMethods: [],
        leaveOneOut: null,
        inTime: null,
      };
      return { ...any, ...none, [kept]: any[kept as 'inTime'] };
    }),
);

function around(estimate: number, error: number): readonly [number, number] {
  return [estimate - z * error, estimate + z * error];
}

/** Of a change, then of none, then of nothing. */
function strength({ says }: Verdict): number {
  if (says === 'cannot tell') return 0;
  return says === 'no change larger than' ? 1 : 2;
}

const runs = { seed: 20261125, numRuns: 20_000 };

test('20,000 wider intervals never give a stronger word', () => {
  const seen = new Map<number, number>();
  fc.assert(
    fc.property(questions, fc.double({ min: 1, max: 6, noNaN: true }), (question, factor) => {
      const standardError = factor * (question.standardError ?? 0);
      const wider = { ...question, standardError, interval: around(question.estimate, standardError) };
      const before = strength(verdict(question));
      seen.set(before, (seen.get(before) ?? 0) + 1);
      assert.ok(strength(verdict(wider)) <= before);
    }),
    runs,
  );
  for (const word of [0, 1, 2]) assert.ok((seen.get(word) ?? 0) > 100, `word ${word} was hardly tried`);
});

const weakenings: [what: string, weaken: (question: VerdictQuestion) => VerdictQuestion][] = [
  ['no placebo left', (one) => ({ ...one, placebo: one.placebo && { ...one.placebo, placebos: 3 } })],
  ['a larger p', (one) => ({ ...one, placebo: one.placebo && { ...one.placebo, p: 0.2 } })],
  ['a worse fit', (one) => ({ ...one, preFit: one.preFit && { error: 100, placebos: 1, ordinary: 1 } })],
  [
    'one more method',
    (one) => ({ ...one, otherMethods: [...one.otherMethods, { estimate: -one.estimate, interval: null }] }),
  ],
  ['a wider range without a donor', (one) => ({ ...one, leaveOneOut: one.leaveOneOut && [-11, 11] })],
  ['a change before the start', (one) => ({ ...one, inTime: 11 })],
  ['no standard error', (one) => ({ ...one, standardError: null, interval: null })],
  [
    'a smaller change that matters',
    (one) => ({ ...one, smallestThatMatters: one.smallestThatMatters && one.smallestThatMatters / 3 }),
  ],
];
for (const [what, weaken] of weakenings) {
  test(`${what} never gives a stronger word`, () => {
    fc.assert(
      fc.property(questions, (question) => {
        assert.ok(strength(verdict(weaken(question))) <= strength(verdict(question)));
      }),
      { ...runs, numRuns: 5000 },
    );
  });
}

test('a verdict of change has an interval without zero and a placebo p of at most 0.05; one of no change lies within its threshold', () => {
  fc.assert(
    fc.property(questions, (question) => {
      const answer = verdict(question);
      const [low, high] = question.interval ?? [0, 0];
      if (answer.says === 'higher') assert.ok(low > 0 && (question.placebo?.p ?? 0) <= 0.05);
      if (answer.says === 'lower') assert.ok(high < 0 && (question.placebo?.p ?? 0) <= 0.05);
      if (answer.says === 'no change larger than') {
        assert.ok(-answer.bound <= low && high <= answer.bound);
        assert.ok(answer.bound <= (answer.threshold?.change ?? -1));
      }
    }),
    runs,
  );
});

test('every sentence carries the smallest change the design could have shown, follows its verdict and never says why', () => {
  const words = {
    outcome: 'the rate',
    treated: 'Fresno',
    since: '2009',
    unit: 'points',
    donors: 'districts',
  };
  fc.assert(
    fc.property(questions, fc.constantFrom('up' as const, 'down' as const, null), (question, better) => {
      const answer = verdict(question);
      const sentence = verdictSentence(answer, { ...words, better });
      const word = verdictWord(answer, { ...words, better });
      assert.match(sentence, /could (not )?have shown/);
      assert.doesNotMatch(
        `${sentence} ${word}`,
        /prove|caus|because|due to|thanks|impact|effect|NaN|undefined|null/,
      );
      const starts = sentence.startsWith('Cannot tell') ? 0 : sentence.startsWith('No sign') ? 1 : 2;
      assert.equal(starts, strength(answer));
      if (better !== null && starts === 2) {
        const isFaster = answer.says === (better === 'up' ? 'higher' : 'lower');
        assert.match(word, isFaster ? /^sped up/ : /^slowed/);
        assert.ok(sentence.includes(isFaster ? 'Fresno sped up' : 'Fresno slowed'));
      }
      if (starts === 2) assert.doesNotMatch(sentence, /interval 0\.?0* to/);
    }),
    { ...runs, numRuns: 5000 },
  );
});
