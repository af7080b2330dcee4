import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDate, formatMoment } from './formatDate.ts';

test('2008-01-22 is January 22, 2008 and 22 de enero de 2008', () => {
  assert.equal(formatDate('2008-01-22'), 'January 22, 2008');
  assert.equal(formatDate('2008-01-22', 'es'), '22 de enero de 2008');
});

test('text that is no calendar date is refused', () => {
  for (const text of ['2008-13-01', '22.1.2008', ''])
    assert.throws(() => formatDate(text), /no calendar date/);
});

test('23:30 UTC on March 12 is 4:30 in the afternoon in California', () => {
  assert.equal(formatMoment(new Date('2025-03-12T23:30:00Z')), 'March 12, 2025 at 4:30 PM PDT');
});
