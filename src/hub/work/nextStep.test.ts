import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someEngagement, withProgress } from '../../../test/someEngagement.ts';
import { nextStepOf } from './nextStep.ts';
import { standingOf } from './standing.ts';

const joint = someEngagement({}, ['develops', 'develops']);
const external = someEngagement({}, ['asks', 'asks']);
const may = '2026-05-01';

test('work is planned to its first day, under way to its last, and past its end the day after', () => {
  const work = someEngagement();
  const days = ['2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01'];
  assert.deepEqual(
    days.map((day) => standingOf(work, day)),
    ['planned', 'under way', 'under way', 'past its end'],
  );
  assert.equal(standingOf(someEngagement({ state: 'suspended' }), '2026-07-01'), 'suspended');
  assert.equal(standingOf(someEngagement({ state: 'testing' }), '2026-07-01'), 'transfer test');
});

test('assistance waits for the helper with an ask and a test, for the helped with the transfer 30 days before its end', () => {
  assert.deepEqual(nextStepOf(someEngagement({ state: 'asked' }), may), { act: 'offer', waitsFor: ['a'] });
  assert.deepEqual(nextStepOf(someEngagement({ state: 'testing' }), may), {
    act: 'verdict',
    waitsFor: ['a'],
  });
  assert.deepEqual(nextStepOf(someEngagement(), '2026-05-30'), { act: 'carry on', waitsFor: [] });
  assert.deepEqual(nextStepOf(someEngagement(), '2026-05-31'), { act: 'test', waitsFor: ['b'] });
  assert.deepEqual(nextStepOf(someEngagement(), '2026-02-01'), {
    act: 'wait for the first day',
    waitsFor: [],
  });
});

test('a plan waits for the district that did not put it forward last', () => {
  const offered = someEngagement({ state: 'offered', actingId: 'a' });
  assert.deepEqual(nextStepOf(offered, may).waitsFor, ['b']);
  assert.deepEqual(nextStepOf({ ...offered, actingId: 'b' }, may).waitsFor, ['a']);
});

test('a joint product goes from a version over a pilot to 2 signatures and 2 uses; a signature is waited for where it is missing', () => {
  const steps = [
    {},
    { productVersion: 1 },
    { productVersion: 1, pilots: 1 },
    { productVersion: 1, pilots: 1, signedBy: ['a'] },
    { productVersion: 1, pilots: 1, signedBy: ['a', 'b'], usedBy: ['b'] },
    { productVersion: 1, pilots: 1, signedBy: ['a', 'b'], usedBy: ['a', 'b'] },
  ].map((progress) => nextStepOf(withProgress(joint, progress), may));
  assert.deepEqual(
    steps.map(({ act, waitsFor }) => `${act}: ${waitsFor.join()}`),
    ['product: a,b', 'pilot: a,b', 'sign-off: a,b', 'sign-off: b', 'use: a', 'close: a,b'],
  );
  const standings = [[], ['a'], ['a', 'b']].map((signedBy) =>
    standingOf(withProgress(joint, { productVersion: 2, signedBy }), may),
  );
  assert.deepEqual(standings, ['under way', 'waits for sign-off', 'signed off']);
});

test('a joint ask is worded, agreed to by both, sent, answered and secured; then nothing waits until the end', () => {
  const asked = { askVersion: 1, askAgreedBy: ['a', 'b'], askSentOn: '2026-03-05' };
  const steps = [
    {},
    { askVersion: 1, askAgreedBy: ['a'] },
    { askVersion: 1, askAgreedBy: ['a', 'b'] },
    asked,
    { ...asked, answers: 1 },
    { ...asked, answers: 1, secured: 1 },
  ].map((progress) => nextStepOf(withProgress(external, progress), may));
  assert.deepEqual(
    steps.map(({ act, waitsFor }) => `${act}: ${waitsFor.join()}`),
    ['wording: a,b', 'agree-wording: b', 'send: a,b', 'answer: a,b', 'secure: a,b', 'nothing: '],
  );
  const over = nextStepOf(withProgress(external, { ...asked, secured: 1 }), '2026-07-01');
  assert.deepEqual(over, { act: 'close', waitsFor: ['a', 'b'] });
});

test('suspended work waits for either, closed work for nobody', () => {
  const suspended = someEngagement({ state: 'suspended', reason: 'no time' });
  assert.deepEqual(nextStepOf(suspended, may), { act: 'resume', waitsFor: ['a', 'b'] });
  const closed = someEngagement({ state: 'closed', reason: 'met' });
  assert.deepEqual(nextStepOf(closed, may), { act: 'nothing', waitsFor: [] });
});
