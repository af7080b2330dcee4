import assert from 'node:assert/strict';
import { test } from 'node:test';
import { californiaClock, californiaMoment, parseTime, spanText } from './californiaTime.ts';

test('9:00 in California is 17:00 UTC in winter and 16:00 in summer', () => {
  assert.equal(californiaMoment('2026-12-04', '09:00')?.toISOString(), '2026-12-04T17:00:00.000Z');
  assert.equal(californiaMoment('2026-07-04', '09:00')?.toISOString(), '2026-07-04T16:00:00.000Z');
  assert.equal(californiaMoment('2026-12-31', '23:30')?.toISOString(), '2027-01-01T07:30:00.000Z');
});

test('the hour that clocks skip on March 14, 2027 is none; the one that comes twice on November 7 is the first', () => {
  assert.equal(californiaMoment('2027-03-14', '02:30'), undefined);
  assert.equal(californiaMoment('2027-03-14', '03:00')?.toISOString(), '2027-03-14T10:00:00.000Z');
  assert.equal(californiaMoment('2027-11-07', '01:30')?.toISOString(), '2027-11-07T08:30:00.000Z');
});

test('every hour of 2026 and 2027 comes back as it was, but the 2 that are skipped', () => {
  let skipped = 0;
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2028, 0, 1); at += 3_600_000) {
    const written = new Date(at).toISOString();
    const [day, time] = [written.slice(0, 10), written.slice(11, 16)];
    const moment = californiaMoment(day, time);
    if (moment) assert.deepEqual(californiaClock(moment), { day, time });
    else skipped++;
  }
  assert.equal(skipped, 2);
});

test('a time is read in 6 writings; 5 others are none', () => {
  const read = ['09:00', '9:00', '9:00 AM', '2 pm', '12:15 a.m.', '14:30'].map(parseTime);
  assert.deepEqual(read, ['09:00', '09:00', '09:00', '14:00', '00:15', '14:30']);
  for (const text of ['', '9', '24:00', '13 pm', '9:60']) assert.equal(parseTime(text), undefined, text);
});

test('a span names weekday, day, both times and the zone', () => {
  assert.equal(
    spanText(new Date('2026-12-04T17:00:00Z'), new Date('2026-12-04T20:30:00Z')),
    'Friday, December 4, 2026, 9:00 AM to 12:30 PM PST',
  );
});
