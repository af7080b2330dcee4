import assert from 'node:assert/strict';
import { test } from 'node:test';
import { capacityLeft, isAnythingFree, isFree, nextFreeTerm, type OfferStanding } from './capacityLeft.ts';
import { amountText } from './capacityWords.ts';

const offer = (
  schoolYear: number,
  season: 'fall' | 'spring',
  visits: number,
  hours: number,
  used = { visits: 0, hours: 0 },
): OfferStanding => ({
  focusArea: 'mathematics',
  term: { schoolYear, season },
  offered: { visits, hours },
  used,
  until: season === 'fall' ? `${schoolYear - 1}-12-31` : `${schoolYear}-06-30`,
  personLeft: false,
});
const today = '2026-11-25';

test('what is left is what is offered without what is used, never below 0', () => {
  assert.deepEqual(capacityLeft(offer(2027, 'fall', 2, 6, { visits: 1, hours: 6 })), { visits: 1, hours: 0 });
  assert.deepEqual(capacityLeft(offer(2027, 'fall', 0, 1, { visits: 1, hours: 2 })), { visits: 0, hours: 0 });
});

test('of 1 visit and 3 hours a visit and 3 hours are free, 4 hours are not, and nothing is after the last day or once the person has left', () => {
  const one = offer(2027, 'fall', 1, 3);
  assert.equal(isFree(one, { kind: 'visit' }, today), true);
  assert.equal(isFree(one, { kind: 'call', hours: 3 }, today), true);
  assert.equal(isFree(one, { kind: 'call', hours: 4 }, today), false);
  assert.equal(isFree(one, { kind: 'visit' }, '2026-12-31'), true);
  assert.equal(isAnythingFree(one, '2027-01-01'), false);
  assert.equal(isAnythingFree({ ...one, personLeft: true }, today), false);
});

test('the next free term is the earliest that still holds what is wanted', () => {
  const offers = [
    offer(2028, 'fall', 3, 0),
    offer(2027, 'fall', 1, 0, { visits: 1, hours: 0 }),
    offer(2027, 'spring', 1, 2),
  ];
  assert.deepEqual(nextFreeTerm(offers, { kind: 'visit' }, today), { schoolYear: 2027, season: 'spring' });
  assert.deepEqual(nextFreeTerm(offers, { kind: 'call', hours: 2 }, today), {
    schoolYear: 2027,
    season: 'spring',
  });
  assert.equal(nextFreeTerm(offers, { kind: 'call', hours: 3 }, today), undefined);
});

test('amounts are said in words', () => {
  assert.deepEqual(
    [
      { visits: 1, hours: 0 },
      { visits: 2, hours: 1 },
      { visits: 0, hours: 6 },
      { visits: 0, hours: 0 },
    ].map(amountText),
    ['1 visit', '2 visits and 1 hour of calls', '6 hours of calls', 'no visit and no call'],
  );
});
