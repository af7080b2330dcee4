import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAskAnswer, parseWithdrawal } from './askAnswerDraft.ts';
import { parseAskDraft } from './askDraft.ts';
import type { OfferStanding } from './capacityLeft.ts';

const standing = (
  schoolYear: number,
  season: 'fall' | 'spring',
  left: { visits: number; hours: number },
): OfferStanding => ({
  focusArea: 'mathematics',
  term: { schoolYear, season },
  offered: left,
  used: { visits: 0, hours: 0 },
  until: '2027-12-31',
  personLeft: false,
});
const offers = [
  standing(2027, 'fall', { visits: 0, hours: 1 }),
  standing(2027, 'spring', { visits: 1, hours: 4 }),
];
const today = '2026-11-25';
const context = { asked: 'Long Beach', offers, today };
const whole = { term: '2027-spring', kind: 'visit', words: 'May two of us come?' };
const errorsOf = (form: Record<string, string>) => {
  const parsed = parseAskDraft({ ...whole, ...form }, context);
  return parsed.ok ? {} : Object.fromEntries(parsed.errors);
};

test('a visit in spring with words is an ask; 4 hours of calls are one, too', () => {
  const spring = { schoolYear: 2027, season: 'spring' };
  assert.deepEqual(parseAskDraft(whole, context), {
    ok: true,
    value: { term: spring, wanted: { kind: 'visit' }, words: 'May two of us come?' },
  });
  const call = parseAskDraft({ ...whole, kind: 'call', hours: '4' }, context);
  assert.ok(call.ok);
  assert.deepEqual(call.value.wanted, { kind: 'call', hours: 4 });
});

test('a visit in a term without one is refused with the next free term, and without one with whom to ask', () => {
  assert.equal(
    errorsOf({ term: '2027-fall' }).term,
    'Long Beach has no visit left in fall 2026-27. The next free term is spring 2026-27.',
  );
  assert.equal(
    errorsOf({ kind: 'call', hours: '5' }).term,
    'Long Beach has no 5 hours for calls left in spring 2026-27. No other term has any: ask their coordinator to offer one.',
  );
});

test('a term that is not offered, no kind, no hours and no words are refused at their fields', () => {
  assert.match(errorsOf({ term: '2028-fall' }).term ?? '', /Choose a term/);
  assert.deepEqual(Object.keys(errorsOf({ kind: '' })), ['kind']);
  for (const hours of ['', '0', '41', '2.5', 'x'])
    assert.deepEqual(Object.keys(errorsOf({ kind: 'call', hours })), ['hours'], hours);
  assert.deepEqual(Object.keys(errorsOf({ words: ' ' })), ['words']);
});

const answering = { today, memberIds: ['ann'] };
const answerErrors = (form: Record<string, string>) => {
  const parsed = parseAskAnswer(form, answering);
  return parsed.ok ? {} : Object.fromEntries(parsed.errors);
};

test('yes comes with a day that lies ahead, or with words', () => {
  assert.deepEqual(parseAskAnswer({ answer: 'accepted', proposedOn: '2027-02-15' }, answering), {
    ok: true,
    value: { state: 'accepted', proposedOn: '2027-02-15', words: null },
  });
  assert.equal(parseAskAnswer({ answer: 'accepted', words: 'Call me.' }, answering).ok, true);
  assert.deepEqual(Object.keys(answerErrors({ answer: 'accepted' })), ['proposedOn']);
  assert.deepEqual(Object.keys(answerErrors({ answer: 'accepted', proposedOn: '2026-11-24' })), [
    'proposedOn',
  ]);
  assert.deepEqual(Object.keys(answerErrors({ answer: 'accepted', proposedOn: '2027-02-31' })), [
    'proposedOn',
  ]);
});

test('no comes with one of 4 reasons; later says when, the wrong person names another', () => {
  for (const reason of ['no capacity', 'not our strength'])
    assert.equal(parseAskAnswer({ answer: 'declined', reason }, answering).ok, true, reason);
  assert.deepEqual(Object.keys(answerErrors({ answer: 'declined' })), ['reason']);
  assert.deepEqual(Object.keys(answerErrors({ answer: 'declined', reason: 'later' })), ['words']);
  assert.deepEqual(Object.keys(answerErrors({ answer: 'declined', reason: 'wrong person' })), ['person']);
  const other = parseAskAnswer({ answer: 'declined', reason: 'wrong person', person: 'ann' }, answering);
  assert.ok(other.ok && other.value.state === 'declined');
  assert.deepEqual(other.value.suggested, { kind: 'member', personId: 'ann' });
});

test('neither yes nor no is refused, and an ask is not withdrawn by an answer', () => {
  assert.deepEqual(Object.keys(answerErrors({})), ['answer']);
  assert.deepEqual(Object.keys(answerErrors({ answer: 'withdrawn' })), ['answer']);
  assert.deepEqual(parseWithdrawal({}), { ok: true, value: { state: 'withdrawn', words: null } });
});
