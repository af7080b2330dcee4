import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarText } from '../contacts/calendarText.ts';
import type { Holding } from '../succession/holding.ts';
import { feedEvents } from './feedEvents.ts';

const reader = { personId: 'p1', name: 'Taylor Fenn', email: 'taylor@fresno.example' };
const now = new Date('2026-11-25T18:00:00Z');
const holding = (id: string, due: string | null, owner = reader): Holding => ({
  kind: 'commitment',
  id,
  districtId: 'd1',
  title: `Promise ${id}`,
  path: `/work/commitments/${id}`,
  due,
  owner,
  deputy: null,
  counterpart: null,
  canMove: true,
});
const reading = (holdings: readonly Holding[]) => ({
  holdings,
  contacts: [],
  reviews: [{ id: 'r1', title: 'Winter', plannedOn: '2026-12-11', version: 3, changedAt: now }],
  address: 'https://tandem.example/partnerships/a',
  now,
});

test('a feed holds the reviews and what is due of the reader’s own, as whole days; nothing of others, nothing without a day', () => {
  const other = { personId: 'p2', name: 'A', email: 'a@b.example' };
  const events = feedEvents(
    reader,
    reading([holding('1', '2026-12-04'), holding('2', null), holding('3', '2026-12-05', other)]),
  );
  const text = calendarText(events, 'Ours').replaceAll('\r\n ', '');
  assert.deepEqual(
    text.match(/^DTSTART.*$/gm)?.map((line) => line.trim()),
    ['DTSTART;VALUE=DATE:20261211', 'DTSTART;VALUE=DATE:20261204'],
  );
  assert.match(text, /SUMMARY:Review: Winter\r\n/);
  assert.match(text, /SUMMARY:Due: Promise 1\r\n/);
  assert.match(text, /SEQUENCE:2\r\n/);
});

test('a day that moves keeps its uid, so that the entry moves with it', () => {
  const uid = (day: string) => feedEvents(reader, reading([holding('1', day)])).at(-1)?.uid;
  assert.equal(uid('2026-12-04'), uid('2026-12-18'));
});
