import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayPublish, type PublicStatementStanding } from './mayPublish.ts';

const parties = [
  { districtId: 'f', name: 'Fresno' },
  { districtId: 'l', name: 'Long Beach' },
];
const pack = { isSignedByAll: true, isUnlocked: false };
const yes = (districtId: string) => ({ districtId, answer: 'consents' as const, reason: null });
const statement: PublicStatementStanding = {
  previewFrom: '2026-10-22',
  previewUntil: '2026-10-29',
  embargoUntil: '2026-11-05',
  isWithdrawn: false,
  consents: [yes('f'), yes('l')],
};
const reasonsOn = (day: string, change: Partial<PublicStatementStanding> = {}) => {
  const said = mayPublish(pack, { ...statement, ...change }, parties, day);
  return said.may ? [] : said.reasons;
};

test('both consented, but nothing is said before the last day of the preview and the embargo are over', () => {
  assert.equal(reasonsOn('2026-10-29').length, 2);
  assert.deepEqual(reasonsOn('2026-10-30'), ['It is under embargo until 2026-11-05.']);
  assert.deepEqual(reasonsOn('2026-11-04'), ['It is under embargo until 2026-11-05.']);
  assert.deepEqual(reasonsOn('2026-11-05'), []);
});

test('silence is no consent, a year later neither', () => {
  assert.deepEqual(reasonsOn('2027-11-05', { consents: [yes('f')] }), [
    'Long Beach has not answered yet: silence is no consent.',
  ]);
});

test('one objection is enough, and its reason is said', () => {
  const consents = [yes('f'), { districtId: 'l', answer: 'objects' as const, reason: 'it is not correct' }];
  assert.deepEqual(reasonsOn('2026-12-01', { consents }), ['Long Beach objects: it is not correct.']);
});

test('nothing is published from a pack that one district has not signed, or that was unlocked, or without a preview', () => {
  for (const weak of [
    { isSignedByAll: false, isUnlocked: false },
    { isSignedByAll: true, isUnlocked: true },
  ])
    assert.equal(mayPublish(weak, statement, parties, '2026-12-01').may, false);
  assert.deepEqual(mayPublish(pack, undefined, parties, '2026-12-01'), {
    may: false,
    reasons: ['No preview of it has been opened yet.'],
  });
});
