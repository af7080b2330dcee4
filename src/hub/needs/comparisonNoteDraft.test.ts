import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseComparisonNote } from './comparisonNoteDraft.ts';

test('an unfair comparison has a reason of the list and own words of at most 1,000 characters', () => {
  assert.deepEqual(
    parseComparisonNote({ reason: 'unusual year', words: ' Smoke closed schools for 9 days. ' }),
    {
      ok: true,
      value: { reason: 'unusual year', words: 'Smoke closed schools for 9 days.' },
    },
  );
  const errorsOf = (form: Record<string, string>) => {
    const parsed = parseComparisonNote(form);
    return parsed.ok ? [] : [...parsed.errors.keys()];
  };
  assert.deepEqual(errorsOf({}), ['reason', 'words']);
  assert.deepEqual(errorsOf({ reason: 'bad luck', words: 'x' }), ['reason']);
  assert.deepEqual(errorsOf({ reason: 'other', words: 'x'.repeat(1001) }), ['words']);
});
