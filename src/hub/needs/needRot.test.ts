import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AskState, askStanding } from './askStanding.ts';
import { rotOf } from './needRot.ts';

const now = new Date('2026-11-25T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);
const ask = (state: AskState, days: number) => ({ state, madeAt: daysAgo(days), changedAt: daysAgo(days) });
const need = { isOpen: true, ownerId: 'ann', changedAt: daysAgo(10), asks: [] };
const people = new Set(['ann']);

test('an ask is overdue after 7 whole days, on the day itself not yet, and never once it is answered', () => {
  assert.equal(askStanding({ state: 'asked', madeAt: daysAgo(7) }, now), 'asked');
  assert.equal(askStanding({ state: 'asked', madeAt: daysAgo(8) }, now), 'overdue');
  for (const state of ['accepted', 'declined', 'withdrawn'] as const)
    assert.equal(askStanding({ state, madeAt: daysAgo(80) }, now), state);
});

test('a need whose owner has left, with an ask of 8 days and untouched for 183 rots in 3 ways', () => {
  assert.deepEqual(rotOf(need, people, now), []);
  assert.deepEqual(rotOf(need, new Set(), now), ['no owner']);
  assert.deepEqual(rotOf({ ...need, asks: [ask('asked', 8)] }, people, now), ['unanswered']);
  assert.deepEqual(rotOf({ ...need, changedAt: daysAgo(182) }, people, now), []);
  assert.deepEqual(rotOf({ ...need, changedAt: daysAgo(183) }, people, now), ['older than a term']);
});

test('an answer of last week keeps an old need alive, and a closed one rots no more', () => {
  const old = { ...need, changedAt: daysAgo(400) };
  assert.deepEqual(rotOf({ ...old, asks: [ask('declined', 6)] }, people, now), []);
  assert.deepEqual(rotOf({ ...old, isOpen: false, asks: [ask('asked', 30)] }, new Set(), now), []);
});
