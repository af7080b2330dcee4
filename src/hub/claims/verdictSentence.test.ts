import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type VerdictQuestion, verdict } from './verdict.ts';
import { type VerdictWords, verdictSentence, verdictWord } from './verdictSentence.ts';

const question: VerdictQuestion = {
  estimate: 3.12,
  standardError: 1.0204,
  interval: [1.12, 5.12],
  basis: 'placebo',
  treatedUnits: 2,
  placebo: { p: 0.0049751, placebos: 200 },
  preFit: null,
  smallestThatMatters: 1,
  ordinaryChange: 4,
  otherMethods: [],
  leaveOneOut: null,
  inTime: null,
};
const words: VerdictWords = {
  outcome: 'the yearly gain',
  treated: 'Fresno and Long Beach',
  since: '2008-09',
  unit: 'points',
  donors: 'districts',
  better: 'up',
};
const detectable =
  'The smallest change this design could have shown is 2.9 points (80 % power at the 5 % level).';
const calm: Partial<VerdictQuestion> = {
  estimate: -0.4,
  standardError: 1,
  interval: [-2.36, 1.56],
  placebo: { p: 0.7, placebos: 200 },
  smallestThatMatters: 2.5,
};

function say(change: Partial<VerdictQuestion>, other: Partial<VerdictWords> = {}): string {
  return verdictSentence(verdict({ ...question, ...change }), { ...words, ...other });
}

test('a gain 3.1 points higher, where up is good, sped up, with interval, p, and what matters', () => {
  assert.equal(
    say({}),
    'From 2008-09 on, Fresno and Long Beach sped up: the yearly gain ran 3.1 points higher than in comparison districts ' +
      '(95 % interval 1.1 to 5.1 higher; placebo p 0.005), no less than the 1 point named beforehand as the smallest ' +
      `change that matters. ${detectable}`,
  );
});

test('the same rise slowed where down is good, and is just higher where no direction is named', () => {
  assert.match(
    say({}, { better: 'down' }),
    /^From 2008-09 on, Fresno and Long Beach slowed: the yearly gain ran 3\.1/,
  );
  assert.match(
    say({}, { better: null }),
    /^From 2008-09 on, the yearly gain of Fresno and Long Beach ran 3\.1 points higher than in comparison districts \(/,
  );
});

test('a change of which part may not matter, of none that matters, or with nothing named, says so', () => {
  assert.match(
    say({ smallestThatMatters: 2 }),
    /higher; placebo p 0\.005\); it may be less than the 2 points named/,
  );
  assert.match(say({ smallestThatMatters: 6 }), /\), which is less than the 6 points named beforehand/);
  assert.match(
    say({ smallestThatMatters: null }),
    /; how much would matter \(changes of any 2 districts ordinarily differ by 4\.0\) was not named beforehand\./,
  );
});

test('no sign of a change larger than the end of the interval, rounded up from 2.36 to 2.4', () => {
  assert.equal(
    say(calm),
    'No sign of a change larger than 2.4 points in the yearly gain of Fresno and Long Beach from 2008-09 on: changes from ' +
      '2.5 points on were named beforehand as those that matter. The estimate is −0.4 points (95 % interval −2.4 to 1.6). ' +
      'The smallest change this design could have shown is 2.9 points (80 % power at the 5 % level).',
  );
});

test("no sign of a change beside donors' ordinary ones names them", () => {
  assert.match(
    say({ ...calm, smallestThatMatters: null, ordinaryChange: 3.21 }),
    /: changes of any 2 districts over the same time ordinarily differ by 3\.2 points\. The estimate/,
  );
});

test('cannot tell gives every reason, and what the design could have shown', () => {
  assert.equal(
    say({ ...calm, smallestThatMatters: 1 }),
    'Cannot tell whether Fresno and Long Beach sped up or slowed from 2008-09 on: the interval still holds changes that ' +
      'matter (changes from 1 point on were named beforehand as those that matter). The estimate is −0.4 points ' +
      '(95 % interval −2.4 to 1.6). The smallest change this design could have shown is 2.9 points (80 % power at the 5 % level).',
  );
  assert.match(
    say({ placebo: { p: 1 / 17, placebos: 16 } }, { better: null }),
    /^Cannot tell whether the yearly gain of Fresno and Long Beach changed from 2008-09 on: there are 16 placebos to compare with and chance cannot be ruled out at 5 % with fewer than 19\. .* could not have shown a change of any size\.$/,
  );
  const many = say({
    placebo: { p: 0.0502, placebos: 200 },
    otherMethods: [{ estimate: -1, interval: null }],
    leaveOneOut: [-1, 4],
    inTime: 3,
  });
  assert.match(
    many,
    /as large a change \(placebo p 0\.051\); other methods disagree; the answer hangs on a single one/,
  );
  assert.match(many, /; a start made up before the real one shows a change too\. The estimate/);
});

test('without a standard error the estimate is told with three digits and without an interval', () => {
  const bare = { standardError: null, interval: null, basis: null, placebo: null } as const;
  assert.match(
    say(bare),
    /The estimate is 3\.12 points, without an interval\. This design could not have shown/,
  );
  assert.match(say({ ...bare, estimate: 1234.5 }), /The estimate is 1,235 points,/);
});

test('an error of 0.0133 is told with 3 decimals, one of 237 with none, and an interval from 0.004 not as from 0.0', () => {
  const of = (estimate: number, standardError: number, interval: readonly [number, number]) =>
    say({ estimate, standardError, interval, smallestThatMatters: null }, { unit: '' });
  assert.match(
    of(-0.0365, 0.0133, [-0.0626, -0.0104]),
    /ran 0\.037 lower .* interval 0\.010 to 0\.063 lower/,
  );
  assert.match(of(1000.4, 237, [535.9, 1464.9]), /ran 1,000 higher .* interval 536 to 1,465 higher/);
  assert.match(of(2, 1.0184, [0.004, 3.996]), /interval 0\.004 to 3\.996 higher/);
});

test('the badge is one of: sped up, slowed, higher, lower, no sign of a change larger than 2.4 points, cannot tell', () => {
  const badge = (change: Partial<VerdictQuestion>, other: Partial<VerdictWords> = {}) =>
    verdictWord(verdict({ ...question, ...change }), { ...words, ...other });
  assert.equal(badge({}), 'sped up');
  assert.equal(badge({}, { better: 'down' }), 'slowed');
  assert.equal(badge({}, { better: null }), 'higher');
  assert.equal(badge({ smallestThatMatters: 6 }), 'sped up, by less than matters');
  assert.equal(badge(calm), 'no sign of a change larger than 2.4 points');
  assert.equal(badge({ ...calm, smallestThatMatters: 1 }), 'cannot tell');
});
