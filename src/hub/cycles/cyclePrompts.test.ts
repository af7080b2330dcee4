import assert from 'node:assert/strict';
import { test } from 'node:test';
import { studyMail } from './cycleMail.ts';
import { duePrompt, linkUntil } from './cyclePrompts.ts';

const side = { studyOn: '2026-11-25', hasActed: false, sent: [] };

test('the leader is asked on the day of study, once; again when it is 14 days late, once; then no more', () => {
  assert.equal(duePrompt(side, '2026-11-24'), null);
  assert.equal(duePrompt(side, '2026-11-25'), 'due');
  assert.equal(duePrompt({ ...side, sent: ['due'] }, '2026-11-26'), null);
  assert.equal(duePrompt({ ...side, sent: ['due'] }, '2026-12-09'), 'late');
  assert.equal(duePrompt({ ...side, sent: ['due', 'late'] }, '2027-02-01'), null);
});

test('a day on which no mails went out is made up for; a test that has ended asks nobody', () => {
  assert.equal(duePrompt(side, '2026-11-28'), 'due');
  assert.equal(duePrompt(side, '2027-01-15'), 'late');
  assert.equal(duePrompt({ ...side, hasActed: true }, '2026-11-25'), null);
});

test('the link of a mail is good 60 days after the day of study, and 30 days at least', () => {
  assert.equal(linkUntil('2026-11-25', '2026-11-25'), '2027-01-24');
  assert.equal(linkUntil('2026-11-25', '2027-01-15'), '2027-02-14');
});

test('the subject of a mail is one line, however the idea was written', () => {
  const words = {
    to: { name: 'Lee', email: 'lee@x.example' },
    from: { name: 'Jo', email: 'jo@x.example' },
    district: 'Fresno',
    partnership: 'A–B',
    idea: `One\nBcc: x@y.example\n${'long '.repeat(40)}`,
    predicted: 'x',
    studyOn: '2026-11-25',
    address: 'https://x.example/links/t',
    until: '2027-01-24',
  };
  const { subject, body } = studyMail(words, 'due');
  assert.match(body, /without an account until January 24, 2027/);
  assert.doesNotMatch(subject, /[\r\n]/);
  assert.ok(subject.length < 120);
});
