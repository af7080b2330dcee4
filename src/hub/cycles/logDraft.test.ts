import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLogDraft } from './logDraft.ts';

const refused = (form: Record<string, string>) => {
  const parsed = parseLogDraft(form);
  return parsed.ok ? [] : [...parsed.errors.keys()];
};

test('one press is enough to say that a test runs as planned', () => {
  const parsed = parseLogDraft({ done: 'as planned' });
  assert.ok(parsed.ok);
  assert.deepEqual(parsed.value, {
    did: { done: 'as planned', words: null },
    studied: null,
    acted: null,
  });
});

test('six inputs log all that is left: done, learned from 18 of 24 students, adopted because it worked', () => {
  const parsed = parseLogDraft({
    done: 'partly',
    different: 'Two classes of three',
    counted: 'moved up a level',
    count: '18 of 24',
    learned: 'They write more when they plan aloud.',
    act: 'worked',
  });
  assert.ok(parsed.ok);
  assert.deepEqual(parsed.value, {
    did: { done: 'partly', words: 'Two classes of three' },
    studied: {
      learned: 'They write more when they plan aloud.',
      counted: 'moved up a level',
      count: { numerator: 18, n: 24 },
    },
    acted: { reason: 'worked' },
  });
});

test('a change carried out partly says what was different; an act or a count says what was learned', () => {
  assert.deepEqual(refused({}), ['done']);
  assert.deepEqual(refused({ done: 'partly' }), ['different']);
  assert.deepEqual(refused({ done: 'as planned', act: 'did not work' }), ['learned']);
  assert.deepEqual(refused({ done: 'as planned', count: '18/24' }), ['learned']);
  assert.deepEqual(refused({ done: 'as planned', act: 'because', learned: 'x' }), ['act']);
});

test('a count is some of a number above 0: 25 of 24, 75 % and 3 of 0 are refused', () => {
  for (const count of ['25 of 24', '75 %', '3 of 0', '18', '-1 of 4'])
    assert.deepEqual(refused({ done: 'as planned', learned: 'x', count }), ['count'], count);
});
