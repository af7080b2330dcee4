import { addDays } from '../../vocabulary/addDays.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptSentence, nextReview, type RhythmReview } from './cadence.ts';

const cadence = { level: 'sponsors', weeks: 13, firstDay: '2026-07-21' } as const;
const review = (plannedOn: string, keptOn: string | null): RhythmReview => ({
  level: 'sponsors',
  plannedOn,
  keptOn,
  isCalledOff: false,
});

test('without any review the first day of the rhythm is due, and 127 days later it is 127 days late', () => {
  assert.deepEqual(nextReview('sponsors', cadence, [], '2026-07-01'), {
    level: 'sponsors',
    dueOn: '2026-07-21',
    isPlanned: false,
    daysLate: 0,
  });
  assert.equal(nextReview('sponsors', cadence, [], '2026-11-25')?.daysLate, 127);
});

test('after one kept on October 22 for October 20, the next of 13 weeks is due on January 19', () => {
  const next = nextReview('sponsors', cadence, [review('2026-10-20', '2026-10-22')], '2026-11-25');
  assert.equal(next?.dueOn, addDays('2026-07-21', 26 * 7));
  assert.equal(next?.dueOn, '2027-01-19');
});

test('a planned review that nobody kept stays due, whatever the rhythm says', () => {
  const reviews = [review('2026-07-21', '2026-07-21'), review('2026-10-20', null)];
  const next = nextReview('sponsors', cadence, reviews, '2026-10-25');
  assert.deepEqual([next?.dueOn, next?.isPlanned, next?.daysLate], ['2026-10-20', true, 5]);
  assert.equal(
    keptSentence(reviews, '2026-10-25'),
    'Of 2 reviews due so far, 1 was kept, 1 within a week of the day.',
  );
});

test('a level without rhythm has nothing due, and one called off is not due', () => {
  assert.equal(nextReview('schools', undefined, [], '2026-10-25'), undefined);
  assert.equal(nextReview('sponsors', { ...cadence, weeks: 0 }, [], '2026-10-25'), undefined);
  const off = [{ ...review('2026-10-20', null), isCalledOff: true }];
  assert.equal(nextReview('sponsors', cadence, off, '2026-07-01')?.dueOn, '2026-07-21');
});
