import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someEngagement, withProgress } from '../../../test/someEngagement.ts';
import { closingReasonsFor } from './engagementReasons.ts';
import {
  agreeing,
  changing,
  changingPartners,
  closing,
  judging,
  offering,
  resuming,
  suspending,
  testing,
} from './moves.ts';

const own = { brings: 'Rooms', owner: null, deputy: null };
const consent = { ...own, words: null };
const days = { startsOn: '2026-04-01', endsOn: '2026-05-31' };

test('help is offered by the helper alone, once, with its days', () => {
  const asked = someEngagement({ state: 'asked', actingId: 'b' });
  const offered = offering('a', { ...consent, ...days })(asked);
  assert.deepEqual([offered?.state, offered?.startsOn, offered?.actingId], ['offered', '2026-04-01', 'a']);
  assert.equal(offering('b', { ...consent, ...days })(asked), undefined);
  assert.equal(offering('a', { ...consent, ...days })(someEngagement({ state: 'offered' })), undefined);
});

test('nobody agrees to their own plan; whoever changes a plan that waits has to wait themselves', () => {
  const offered = someEngagement({ state: 'offered', actingId: 'a' });
  assert.equal(agreeing('a', consent)(offered), undefined);
  assert.equal(agreeing('b', consent)(offered)?.state, 'agreed');
  const { title, purpose, product, focusArea, strategy, needId, benchmarkId, partners } = offered;
  const what = { title, purpose, product, focusArea, strategy, needId, benchmarkId, partners };
  const change = { ...what, ...days, own, words: 'Later.' };
  const changed = changing('b', change)(offered);
  assert.deepEqual([changed?.state, changed?.actingId, changed?.words], ['offered', 'b', 'Later.']);
});

test('suspended work keeps its reason when its plan changes, and is taken up to an end that lies after its beginning', () => {
  const suspended = suspending('a', { reason: 'staff left', words: null })(someEngagement());
  assert.deepEqual([suspended?.state, suspended?.reason], ['suspended', 'staff left']);
  const resting = someEngagement({ state: 'suspended', reason: 'staff left' });
  assert.equal(changingPartners('b', [])(resting)?.reason, 'staff left');
  assert.equal(resuming('b', { endsOn: '2026-02-01', words: null })(resting), undefined);
  const resumed = resuming('b', { endsOn: '2026-12-01', words: null })(resting);
  assert.deepEqual([resumed?.state, resumed?.reason, resumed?.endsOn], ['agreed', null, '2026-12-01']);
  assert.equal(suspending('a', { reason: 'no time', words: null })(resting), undefined);
});

test('only a passed test closes work as transferred: no district chooses that reason', () => {
  assert.equal(testing('a')(someEngagement()), undefined);
  assert.equal(testing('b')(someEngagement())?.state, 'testing');
  const waiting = someEngagement({ state: 'testing' });
  assert.equal(judging('b', { isPassed: true, words: null })(waiting), undefined);
  const passed = judging('a', { isPassed: true, words: null })(waiting);
  assert.deepEqual([passed?.state, passed?.reason], ['closed', 'capacity transferred']);
  assert.equal(judging('a', { isPassed: false, words: 'No deputy.' })(waiting)?.state, 'agreed');
  assert.equal(closing('a', { reason: 'capacity transferred', words: null })(someEngagement()), undefined);
});

test('the reasons to close follow what was reached: of 15, those that are true now', () => {
  const ids = (...args: Parameters<typeof closingReasonsFor>) =>
    closingReasonsFor(...args).map(({ id }) => id);
  const proposed = someEngagement({ state: 'proposed', actingId: 'a' }, ['develops', 'develops']);
  assert.deepEqual(ids(proposed, 'b'), ['met', 'merged', 'declined', 'other']);
  assert.deepEqual(ids(proposed, 'a'), ['met', 'merged', 'taken back', 'other']);
  const joint = someEngagement({}, ['develops', 'develops']);
  assert.ok(!ids(joint, 'a').includes('joint product'));
  const signed = withProgress(joint, { productVersion: 1, signedBy: ['a', 'b'], usedBy: ['a', 'b'] });
  assert.ok(ids(signed, 'a').includes('joint product'));
  const external = someEngagement({}, ['asks', 'asks']);
  assert.ok(!ids(external, 'a').includes('resources secured'));
  assert.ok(ids(withProgress(external, { secured: 1 }), 'a').includes('resources secured'));
  assert.ok(!ids(external, 'a').includes('not alone yet'));
});
