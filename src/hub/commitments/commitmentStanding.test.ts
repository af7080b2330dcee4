import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commitmentStanding, orderCommitments, standingWords } from './commitmentStanding.ts';

const today = '2026-11-25';
const open = (due: string) => ({ state: 'open', due }) as const;

test('a commitment is overdue from the day after its own, due soon from 7 days before it, and over when somebody says so', () => {
  const standings = [
    ['2026-11-24', 'overdue', 'Overdue by 1 day'],
    ['2026-11-25', 'due soon', 'Due today'],
    ['2026-11-26', 'due soon', 'Due in 1 day'],
    ['2026-12-02', 'due soon', 'Due in 7 days'],
    ['2026-12-03', 'open', 'Open'],
    ['2026-10-25', 'overdue', 'Overdue by 31 days'],
  ] as const;
  for (const [due, standing, words] of standings) {
    assert.equal(commitmentStanding(open(due), today), standing, due);
    assert.equal(standingWords(open(due), today), words, due);
  }
  assert.equal(commitmentStanding({ state: 'done', due: '2026-01-01' }, today), 'done');
  assert.equal(commitmentStanding({ state: 'dropped', due: '2026-01-01' }, today), 'dropped');
});

test('mine come first, overdue ones before others, and of 6 the two that are over come last, the newest of them first', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day));
  const all = [
    { id: 'later', ...open('2027-01-15'), changedAt: at(1) },
    { id: 'done early', state: 'done', due: '2026-10-01', changedAt: at(2) },
    { id: 'overdue', ...open('2026-11-01'), changedAt: at(3) },
    { id: 'mine, later', ...open('2027-01-20'), changedAt: at(4) },
    { id: 'mine, overdue', ...open('2026-11-20'), changedAt: at(5) },
    { id: 'dropped', state: 'dropped', due: '2027-01-01', changedAt: at(20) },
  ] as const;
  assert.deepEqual(
    orderCommitments(all, ({ id }) => id.startsWith('mine'), today).map(({ id }) => id),
    ['mine, overdue', 'mine, later', 'overdue', 'later', 'dropped', 'done early'],
  );
});
