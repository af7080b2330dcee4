import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarText } from './calendarText.ts';
import type { CalendarEvent } from './contactEvent.ts';

const event: CalendarEvent = {
  uid: '0189-a@tandem',
  sequence: 2,
  changedAt: new Date('2026-11-25T18:00:00Z'),
  startsAt: new Date('2026-12-04T17:00:00Z'),
  endsAt: new Date('2026-12-04T20:30:00Z'),
  summary: 'Visit: a; b, c \\ d',
  place: 'Sample Middle 1, 12 Main St; room 3',
  description: `${'Wie Schüler zählen 中文 '.repeat(12)}\nsecond; line, with\r\nbreaks\u0007`,
  organiser: { name: 'Jordan "Jo" Vale; Mr., PhD', email: 'jordan@fresno.example' },
  address: 'http://127.0.0.1:8080/links/abc',
  isCancelled: false,
};

type Line = { readonly name: string; readonly parameters: string; readonly value: string };

/** Reads a calendar as RFC 5545 says, by itself: lines end with CRLF, hold 75 octets, and go on after a blank. */
function readLines(text: string): Line[] {
  assert.ok(text.endsWith('\r\n'), 'the last line ends with CRLF');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)} octets: ${line}`);
    assert.doesNotMatch(line, /(?!\t)\p{Cc}|\ufffd/u);
  }
  const logical: string[] = [];
  for (const line of physical) {
    if (/^[ \t]/.test(line)) logical.push(`${logical.pop()}${line.slice(1)}`);
    else logical.push(line);
  }
  return logical.map((line) => {
    const match = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/.exec(line);
    assert.ok(match, `not a content line: ${line}`);
    const [, name = '', parameters = '', value = ''] = match;
    return { name, parameters, value };
  });
}

/** A text value without its escapes; one that is not escaped as it must be fails. */
function textOf(value: string): string {
  assert.doesNotMatch(value.replaceAll(/\\[\\;,nN]/g, ''), /[\\;,]/, value);
  return value.replaceAll(/\\([\\;,nN])/g, (_, one: string) => (/n/i.test(one) ? '\n' : one));
}

function valueOf(lines: readonly Line[], name: string): string {
  const found = lines.filter((line) => line.name === name);
  assert.equal(found.length, 1, name);
  return found[0]?.value ?? '';
}

test('a visit with commas, semicolons, backslashes, line breaks and 2-byte and 3-byte letters reads back as it was, in lines of 75 octets', () => {
  const lines = readLines(calendarText([event], 'Tandem'));
  assert.deepEqual(
    lines.filter(({ name }) => name === 'BEGIN' || name === 'END').map(({ value }) => value),
    ['VCALENDAR', 'VEVENT', 'VEVENT', 'VCALENDAR'],
  );
  assert.equal(valueOf(lines, 'VERSION'), '2.0');
  assert.equal(textOf(valueOf(lines, 'SUMMARY')), event.summary);
  assert.equal(textOf(valueOf(lines, 'LOCATION')), event.place);
  assert.equal(
    textOf(valueOf(lines, 'DESCRIPTION')),
    event.description.replaceAll('\r\n', '\n').replaceAll('\u0007', ' '),
  );
  assert.equal(valueOf(lines, 'URL'), event.address);
  const organiser = lines.find(({ name }) => name === 'ORGANIZER');
  assert.equal(organiser?.value, 'mailto:jordan@fresno.example');
  assert.equal(organiser?.parameters, ';CN="Jordan ’Jo’ Vale; Mr., PhD"');
});

test('times stand in UTC, the uid stays, and the sequence is the number of changes', () => {
  const lines = readLines(calendarText([event], 'Tandem'));
  assert.equal(valueOf(lines, 'DTSTART'), '20261204T170000Z');
  assert.equal(valueOf(lines, 'DTEND'), '20261204T203000Z');
  assert.equal(valueOf(lines, 'DTSTAMP'), '20261125T180000Z');
  assert.equal(valueOf(lines, 'UID'), '0189-a@tandem');
  assert.equal(valueOf(lines, 'SEQUENCE'), '2');
  assert.equal(valueOf(lines, 'METHOD'), 'PUBLISH');
  assert.equal(valueOf(lines, 'STATUS'), 'CONFIRMED');
});

test('a cancelled visit alone takes itself off the calendar; among 3 it is only marked', () => {
  const cancelled = { ...event, isCancelled: true, sequence: 3 };
  const alone = readLines(calendarText([cancelled], 'Tandem'));
  assert.equal(valueOf(alone, 'METHOD'), 'CANCEL');
  assert.equal(valueOf(alone, 'STATUS'), 'CANCELLED');
  const many = readLines(
    calendarText([cancelled, { ...event, uid: 'b@tandem' }, { ...event, uid: 'c@tandem' }], 'Tandem'),
  );
  assert.equal(valueOf(many, 'METHOD'), 'PUBLISH');
  assert.deepEqual(
    many.filter(({ name }) => name === 'STATUS').map(({ value }) => value),
    ['CANCELLED', 'CONFIRMED', 'CONFIRMED'],
  );
});

test('lines of 300 three-byte letters are cut between letters, never inside one', () => {
  const lines = readLines(calendarText([{ ...event, summary: '中'.repeat(300) }], 'Tandem'));
  assert.equal(textOf(valueOf(lines, 'SUMMARY')), '中'.repeat(300));
});
