import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inSentence } from './inSentence.ts';
import { studentGroups } from './studentGroup.ts';

test('a name loses its capital inside a sentence unless it is a proper noun', () => {
  assert.equal(inSentence('All students'), 'all students');
  assert.equal(inSentence('Long-term English learners'), 'long-term English learners');
  assert.equal(inSentence('English learners'), 'English learners');
  assert.equal(inSentence('Hispanic or Latino'), 'Hispanic or Latino');
  assert.equal(inSentence('A-G completion, of graduates'), 'A-G completion, of graduates');
});

test('no group named after a people or a language is written small', () => {
  const small = studentGroups
    .map(({ name }) => inSentence(name))
    .filter((name) => /^(english|hispanic|african|american|asian|filipino|pacific|white)/.test(name));
  assert.deepEqual(small, []);
});
