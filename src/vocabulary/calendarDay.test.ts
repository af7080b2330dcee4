import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarDay } from './calendarDay.ts';

test('a day ends at midnight in California, in winter and in summer, not in the afternoon with UTC', () => {
  assert.equal(calendarDay(new Date('2026-12-02T07:59:59Z')), '2026-12-01');
  assert.equal(calendarDay(new Date('2026-12-02T08:00:00Z')), '2026-12-02');
  assert.equal(calendarDay(new Date('2026-07-01T06:59:59Z')), '2026-06-30');
  assert.equal(calendarDay(new Date('2026-07-01T07:00:00Z')), '2026-07-01');
});
