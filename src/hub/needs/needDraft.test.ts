import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { parseNeedChange, parseNeedClosing, parseNeedDraft, parseReopening } from './needDraft.ts';

const owners = ['ann', 'bob'];
const whole = { wording: ' See it taught. ', focusArea: 'mathematics', owner: 'ann' };
const errorsOf = (parsed: Parsed<unknown>) => (parsed.ok ? {} : Object.fromEntries(parsed.errors));

test('a need that the figures call one needs 3 things: words, a focus area, an owner of the district', () => {
  assert.deepEqual(parseNeedDraft(whole, { owners, isCalledNeed: true }), {
    ok: true,
    value: { wording: 'See it taught.', focusArea: 'mathematics', ownerId: 'ann', reason: null, words: null },
  });
  assert.deepEqual(
    errorsOf(parseNeedDraft({ owner: 'somebody of the partner' }, { owners, isCalledNeed: true })),
    {
      wording: 'Say in your own words what you need.',
      focusArea: 'Choose a focus area.',
      owner: 'Choose who owns the need: somebody of your district.',
    },
  );
});

test('a need that the figures do not call one needs a reason of the list and own words, too', () => {
  const context = { owners, isCalledNeed: false };
  assert.deepEqual(Object.keys(errorsOf(parseNeedDraft(whole, context))), ['reason']);
  assert.deepEqual(Object.keys(errorsOf(parseNeedDraft({ ...whole, reason: 'priority' }, context))), [
    'words',
  ]);
  assert.deepEqual(Object.keys(errorsOf(parseNeedDraft({ ...whole, reason: 'luck', words: 'x' }, context))), [
    'reason',
  ]);
  const parsed = parseNeedDraft(
    { ...whole, reason: 'own evidence', words: 'Seen in 12 classrooms.' },
    context,
  );
  assert.ok(parsed.ok);
  assert.deepEqual([parsed.value.reason, parsed.value.words], ['own evidence', 'Seen in 12 classrooms.']);
});

test('a reason is not kept where the figures call it a need', () => {
  const parsed = parseNeedDraft({ ...whole, reason: 'priority' }, { owners, isCalledNeed: true });
  assert.ok(parsed.ok);
  assert.equal(parsed.value.reason, null);
});

test('wording ends at 300 characters and own words at 1,000', () => {
  const long = { ...whole, wording: 'x'.repeat(301), words: 'y'.repeat(1001) };
  assert.deepEqual(errorsOf(parseNeedDraft(long, { owners, isCalledNeed: true })), {
    wording: 'Keep the wording under 300 characters.',
    words: 'Keep this under 1000 characters.',
  });
});

test('a change needs a reason and must change something', () => {
  const was = { wording: 'See it taught.', focusArea: 'mathematics', ownerId: 'ann' } as const;
  assert.deepEqual(Object.keys(errorsOf(parseNeedChange(whole, { owners }, was))), ['words', 'wording']);
  const parsed = parseNeedChange({ ...whole, owner: 'bob', words: 'Ann has left' }, { owners }, was);
  assert.ok(parsed.ok);
  assert.deepEqual([parsed.value.ownerId, parsed.value.words], ['bob', 'Ann has left']);
});

test('closing takes one of 5 reasons; merged names another open need, other wants words', () => {
  for (const reason of ['met', 'figures changed', 'set aside'])
    assert.deepEqual(parseNeedClosing({ reason }, []), {
      ok: true,
      value: { reason, words: null, mergedInto: null },
    });
  assert.deepEqual(Object.keys(errorsOf(parseNeedClosing({}, []))), ['reason']);
  assert.deepEqual(Object.keys(errorsOf(parseNeedClosing({ reason: 'other' }, []))), ['words']);
  assert.match(errorsOf(parseNeedClosing({ reason: 'merged' }, [])).mergedInto ?? '', /no other open need/);
  assert.match(
    errorsOf(parseNeedClosing({ reason: 'merged', mergedInto: 'x' }, ['n'])).mergedInto ?? '',
    /Choose/,
  );
  const merged = parseNeedClosing({ reason: 'merged', mergedInto: 'n' }, ['n']);
  assert.ok(merged.ok);
  assert.equal(merged.value.mergedInto, 'n');
});

test('opening again wants a reason', () => {
  assert.deepEqual(errorsOf(parseReopening({ words: ' ' })), { words: 'Say why it is opened again.' });
  assert.deepEqual(parseReopening({ words: 'It is back.' }), { ok: true, value: 'It is back.' });
});
