import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from './addDays.ts';
import { daysBetween } from './daysBetween.ts';

test('days are counted over the end of February, of a year and of summer time, forwards and back', () => {
  for (const [from, until, days] of [
    ['2028-02-28', '2028-03-01', 2],
    ['2026-12-31', '2027-01-01', 1],
    ['2026-03-07', '2026-03-09', 2],
    ['2026-11-25', '2026-11-25', 0],
  ] as const) {
    assert.equal(daysBetween(from, until), days);
    assert.equal(daysBetween(until, from), 0 - days);
    assert.equal(addDays(from, days), until);
    assert.equal(addDays(until, -days), from);
  }
});
