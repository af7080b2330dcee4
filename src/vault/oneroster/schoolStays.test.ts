import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClassDays, schoolStays } from './schoolStays.ts';

const year = ['2025-08-14', '2026-06-05'] as const;
const fall = ['2025-08-14', '2025-12-19'] as const;
const spring = ['2026-01-06', '2026-06-05'] as const;

function days(
  [termStart, termEnd]: readonly [string, string],
  start = termStart,
  end: string | null = null,
): ClassDays {
  return { start, end, termStart, termEnd, line: 2 };
}
const of = (...all: readonly ClassDays[]): string[] =>
  schoolStays(all).map(({ start, end }) => `${start} ${end}`);

test('classes at the same time are one stay; one that nobody ended stays open', () => {
  assert.deepEqual(of(days(year), days(fall), days(fall, '2025-09-02', '2025-10-01')), ['2025-08-14 null']);
  assert.deepEqual(of(days(year, '2025-08-14', '2026-06-05'), days(fall)), ['2025-08-14 2026-06-05']);
});

test('the winter recess between two semesters is no leaving, a day between two ends of their own is', () => {
  assert.deepEqual(of(days(fall), days(spring)), ['2025-08-14 null']);
  assert.deepEqual(of(days(fall, '2025-08-14', '2025-12-18'), days(spring)), [
    '2025-08-14 2025-12-18',
    '2026-01-06 null',
  ]);
  assert.deepEqual(of(days(fall), days(spring, '2026-01-20')), ['2025-08-14 2025-12-19', '2026-01-20 null']);
  assert.deepEqual(of(days(year, '2025-08-14', '2025-10-01'), days(year, '2025-10-02', '2025-11-01')), [
    '2025-08-14 2025-11-01',
  ]);
  assert.deepEqual(of(days(year, '2025-08-14', '2025-10-01'), days(year, '2025-10-03', '2025-11-01')), [
    '2025-08-14 2025-10-01',
    '2025-10-03 2025-11-01',
  ]);
});

test('a trimester left out is a leaving: a recess has at most 31 days', () => {
  const [first, third] = [['2025-08-14', '2025-11-07'] as const, ['2026-03-02', '2026-06-05'] as const];
  assert.deepEqual(of(days(first), days(third)), ['2025-08-14 2025-11-07', '2026-03-02 null']);
});
