import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findProfileFactor, profileFactors } from './profileFactor.ts';

test('no two profile factors share an id, and one that says cents or share has that unit', () => {
  assert.equal(new Set(profileFactors.map(({ id }) => id)).size, profileFactors.length);
  for (const { id, unit } of profileFactors) {
    assert.equal(unit === 'cents', id.endsWith('_cents'), id);
    assert.equal(unit === 'percent', id.endsWith('_share'), id);
  }
});

test('every share has its count under the plain name, but for the unduplicated pupils, whose count has its own', () => {
  const ids = new Set<string>(profileFactors.map(({ id }) => id));
  const alone = profileFactors
    .map(({ id }) => id)
    .filter((id) => id.endsWith('_share'))
    .filter((id) => !ids.has(id.replace(/_share$/, '')) && !ids.has(id.replace(/_share$/, 's')));
  assert.deepEqual(alone, ['upc_share']);
});

test('a factor is found by its id, and an unknown one is not', () => {
  assert.equal(findProfileFactor('per_pupil_spending_cents')?.unit, 'cents');
  assert.equal(findProfileFactor('test_scores'), undefined);
});
