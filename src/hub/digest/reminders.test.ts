import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueReminders, mondayOf } from './reminders.ts';

const due = (state: 'open' | 'done' | 'dropped', day: string) => [{ id: 'a', state, due: day, deputy: null }];
const told = (state: 'open' | 'done' | 'dropped', day: string) =>
  dueReminders(due(state, day), '2026-11-25').map((one) => one.told);

test('the owner hears on the first day that something is late, the partner on the eighth, of what is done nobody', () => {
  assert.deepEqual(told('open', '2026-11-25'), []);
  assert.deepEqual(told('open', '2026-11-24'), ['owner']);
  assert.deepEqual(told('open', '2026-11-18'), ['owner']);
  assert.deepEqual(told('open', '2026-11-17'), ['owner', 'partner']);
  assert.deepEqual(told('done', '2026-10-01'), []);
  assert.deepEqual(told('dropped', '2026-10-01'), []);
});

test('whoever stands in hears on the same day as the owner', () => {
  const late = [{ id: 'a', state: 'open', due: '2026-11-24', deputy: {} }] as const;
  assert.deepEqual(
    dueReminders(late, '2026-11-25').map((one) => one.told),
    ['owner', 'deputy'],
  );
});

test('a day that was moved is reminded of anew, the same day once', () => {
  const abouts = ['2026-11-20', '2026-11-20', '2026-11-23'].map(
    (day) => dueReminders(due('open', day), '2026-11-25')[0]?.about,
  );
  assert.equal(new Set(abouts).size, 2);
});

test('Monday of a week is found from each of its 7 days, over the turn of a year', () => {
  const week = [
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ];
  assert.deepEqual(new Set(week.map(mondayOf)), new Set(['2026-12-28']));
  assert.equal(mondayOf('2027-01-04'), '2027-01-04');
});
