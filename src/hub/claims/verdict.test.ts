import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Verdict, type VerdictQuestion, verdict } from './verdict.ts';

/** A clear rise of 10 with every check passed. */
const clear: VerdictQuestion = {
  estimate: 10,
  standardError: 3,
  interval: [4, 16],
  basis: 'placebo',
  treatedUnits: 1,
  placebo: { p: 1 / 39, placebos: 38 },
  preFit: { error: 1, placebos: 1, ordinary: 5 },
  smallestThatMatters: 4,
  ordinaryChange: 8,
  otherMethods: [
    { estimate: 7, interval: [-2, 16] },
    { estimate: 12, interval: [1, 23] },
  ],
  leaveOneOut: [8, 11],
  inTime: 1,
};
/** Nothing to see: the interval reaches 3. */
const calm: VerdictQuestion = {
  ...clear,
  estimate: 1,
  standardError: 1,
  interval: [-1, 3],
  placebo: { p: 0.6, placebos: 38 },
  otherMethods: [{ estimate: -1, interval: [-3, 1] }],
  leaveOneOut: [-0.5, 1.5],
};

function told(question: Partial<VerdictQuestion>, from = clear): string {
  const answer = verdict({ ...from, ...question });
  switch (answer.says) {
    case 'cannot tell':
      return answer.because.join(', ');
    case 'no change larger than':
      return `no change larger than ${answer.bound}`;
    default:
      return `${answer.says}, ${answer.size}`;
  }
}

/** The same question of an outcome with its sign turned. */
function mirrored(question: VerdictQuestion): VerdictQuestion {
  const turn = ([low, high]: readonly [number, number]) => [-high, -low] as const;
  return {
    ...question,
    estimate: -question.estimate,
    interval: question.interval && turn(question.interval),
    otherMethods: question.otherMethods.map(({ estimate, interval }) => ({
      estimate: -estimate,
      interval: interval && turn(interval),
    })),
    leaveOneOut: question.leaveOneOut && turn(question.leaveOneOut),
    inTime: question.inTime === null ? null : -question.inTime,
  };
}

test('a rise of 10, interval 4 to 16, p 1 of 39, every check passed, is higher; its mirror image lower', () => {
  assert.equal(told({}), 'higher, matters');
  assert.equal(told(mirrored(clear)), 'lower, matters');
});

const sizes: [smallest: number | null, told: string][] = [
  [4, 'higher, matters'],
  [4.1, 'higher, may be too small to matter'],
  [16.1, 'higher, too small to matter'],
  [null, 'higher, not registered'],
];
for (const [smallestThatMatters, sentence] of sizes) {
  test(`beside a smallest change of ${smallestThatMatters} the interval 4 to 16 is: ${sentence}`, () => {
    assert.equal(told({ smallestThatMatters }), sentence);
  });
}

const doubts: [change: Partial<VerdictQuestion>, reasons: string][] = [
  [{ placebo: { p: 2 / 39, placebos: 38 } }, 'placebos as large'],
  [{ otherMethods: [{ estimate: -0.1, interval: null }] }, 'methods disagree'],
  [{ leaveOneOut: [-1, 11] }, 'one donor decides'],
  [{ inTime: 5 }, 'as large before the start'],
  [{ inTime: -10 }, 'as large before the start'],
  [{ leaveOneOut: [0, 11], inTime: 8 }, 'one donor decides, as large before the start'],
];
for (const [change, reasons] of doubts) {
  test(`a clear rise is none with ${JSON.stringify(change)}: ${reasons}`, () => {
    assert.equal(told(change), reasons);
  });
}

test('a made-up start that shows 4.9 of 10 in the same direction, or 9.9 in the other, takes nothing away', () => {
  assert.equal(told({ inTime: 4.9 }), 'higher, matters');
  assert.equal(told({ inTime: -9.9 }), 'higher, matters');
});

const lacking: [change: Partial<VerdictQuestion>, reasons: string][] = [
  [{ standardError: null, interval: null, basis: null, placebo: null }, 'no standard error'],
  [{ placebo: { p: 1 / 19, placebos: 18 } }, 'too few placebos'],
  [{ placebo: null }, 'too few placebos'],
  [{ basis: 'jackknife', placebo: null, treatedUnits: 9 }, 'too few treated units'],
  [{ basis: 'bootstrap', placebo: null, treatedUnits: 2 }, 'too few treated units'],
  [{ preFit: { error: 2.1, placebos: 1, ordinary: 5 } }, 'poor fit before the start'],
  [{ preFit: { error: 5.1, placebos: null, ordinary: 5 } }, 'poor fit before the start'],
  [{ preFit: { testP: 0.05 } }, 'poor fit before the start'],
  [{ basis: 'analytic', placebo: null, treatedUnits: 9 }, 'too few treated units'],
];
for (const [change, reasons] of lacking) {
  test(`nothing is told, neither change nor none, with ${JSON.stringify(change)}: ${reasons}`, () => {
    assert.equal(told(change), reasons);
    if (change.interval !== null) assert.equal(told(change, calm), reasons);
  });
}

test('19 placebos, 10 jackknifed units, and a gap below a quarter of the ordinary one are enough', () => {
  assert.equal(told({ placebo: { p: 1 / 20, placebos: 19 } }), 'higher, matters');
  assert.equal(told({ basis: 'jackknife', placebo: null, treatedUnits: 10 }), 'higher, matters');
  assert.equal(told({ preFit: { error: 1.2, placebos: 0.1, ordinary: 5 } }), 'higher, matters');
  assert.equal(told({ preFit: { testP: 0.051 } }), 'higher, matters');
  assert.equal(told({ preFit: null }), 'higher, matters');
});

test('an interval of -1 to 3 tells of no change larger than 3 where 4, or 3, matter, and nothing where 2.9 do', () => {
  assert.equal(told({}, calm), 'no change larger than 3');
  assert.equal(told({ smallestThatMatters: 3 }, calm), 'no change larger than 3');
  assert.equal(told({ smallestThatMatters: 2.9 }, calm), 'changes that matter not ruled out');
});

test("where nobody registered what matters, donors' ordinary change stands in and is named as set by donors", () => {
  const question = { ...calm, smallestThatMatters: null, ordinaryChange: 3.5 };
  const answer = verdict(question);
  assert.equal(answer.says, 'no change larger than');
  assert.deepEqual(answer.threshold, { change: 3.5, setBy: 'donors' });
  assert.equal(told({ ...question, ordinaryChange: 2 }), 'changes that matter not ruled out');
  assert.equal(told({ ...question, ordinaryChange: null }), 'nobody said what matters');
});

const contradictions: [change: Partial<VerdictQuestion>, reasons: string][] = [
  [{ otherMethods: [{ estimate: 5, interval: [1, 9] }] }, 'methods disagree'],
  [{ otherMethods: [{ estimate: 5, interval: [-1, 11] }] }, 'no change larger than 3'],
  [{ otherMethods: [{ estimate: 3, interval: [1, 5] }] }, 'no change larger than 3'],
  [{ leaveOneOut: [-4.1, 2] }, 'one donor decides'],
  [{ inTime: 4.1 }, 'as large before the start'],
  [{ inTime: -3.9 }, 'no change larger than 3'],
];
for (const [change, reasons] of contradictions) {
  test(`beside a calm estimate ${JSON.stringify(change)} leaves: ${reasons}`, () => {
    assert.equal(told(change, calm), reasons);
  });
}

test('a change too small to matter that another method contradicts is still no change larger than 3', () => {
  const small = { ...calm, estimate: 2, interval: [1, 3] as const, placebo: { p: 0.03, placebos: 38 } };
  assert.equal(told({}, small), 'no change larger than 3');
  assert.equal(
    told({ otherMethods: [], leaveOneOut: [1, 3], inTime: 0 }, small),
    'higher, too small to matter',
  );
});

test('California 1989: -15.6 with error 9.37118 and 1 of 38 placebos as large cannot be told, nor could less than 26.3', () => {
  const california: VerdictQuestion = {
    ...clear,
    estimate: -15.605397916328574,
    standardError: 9.37118000307823,
    interval: [-33.97257320535, 2.76177737269],
    placebo: { p: 2 / 39, placebos: 38 },
    smallestThatMatters: null,
    ordinaryChange: 17.5,
    otherMethods: [
      { estimate: -19.51, interval: null },
      { estimate: -27.35, interval: null },
    ],
    leaveOneOut: [-17, -14],
    inTime: -3,
  };
  assert.equal(told(california), 'changes that matter not ruled out');
  const { smallestDetectable } = verdict(california);
  // R: (qnorm(0.975) + qnorm(0.8)) * 9.37118000307823
  assert.ok(Math.abs((smallestDetectable ?? 0) - 26.2541593728998) < 1e-12, String(smallestDetectable));
});

test('a design that can never show a change has no smallest change that it could have shown', () => {
  const of = (change: Partial<VerdictQuestion>): Verdict['smallestDetectable'] =>
    verdict({ ...clear, ...change }).smallestDetectable;
  assert.equal(of({ placebo: { p: 1 / 19, placebos: 18 } }), null);
  assert.equal(of({ standardError: null, interval: null }), null);
  assert.ok((of({ preFit: { error: 9, placebos: 1, ordinary: 5 } }) ?? 0) > 8.4);
});

test('numbers that mean nothing throw: NaN, a p of 0, an error below zero, an interval beside its estimate', () => {
  const wrong: Partial<VerdictQuestion>[] = [
    { estimate: NaN },
    { inTime: Infinity },
    { placebo: { p: 0, placebos: 38 } },
    { standardError: -1 },
    { ordinaryChange: NaN },
    { standardError: null },
    { interval: [11, 16] },
    { leaveOneOut: [NaN, 1] },
    { otherMethods: [{ estimate: 1, interval: [NaN, 2] }] },
  ];
  for (const change of wrong) assert.throws(() => verdict({ ...clear, ...change }), RangeError);
});
