import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CellStatus } from './gridCell.ts';
import { suggestMode } from './suggestMode.ts';

test('one strong and the other in need is assistance by the strong one, with or without a third to learn from', () => {
  assert.deepEqual(suggestMode('strength', 'need', 0), {
    mode: 'assistance',
    giver: 'ours',
    learnFrom: false,
    because: 'one is strong where the other is in need',
  });
  assert.deepEqual(
    [suggestMode('need', 'strength', 2).giver, suggestMode('need', 'strength', 2).learnFrom],
    ['theirs', true],
  );
});

test('both in need is joint development beside 1 strong similar district, external work beside none', () => {
  assert.deepEqual(suggestMode('need', 'need', 1), {
    mode: 'joint',
    giver: null,
    learnFrom: true,
    because: 'both are in need',
  });
  assert.deepEqual(suggestMode('need', 'need', 0), {
    mode: 'external',
    giver: null,
    learnFrom: false,
    because: 'both are in need and no similar district is strong',
  });
});

test('one in need beside a district that is not strong has no mode, but may learn from 3 similar ones', () => {
  for (const other of ['as expected', 'too few students', 'not reported'] satisfies CellStatus[])
    assert.deepEqual(suggestMode('need', other, 3), {
      mode: null,
      giver: null,
      learnFrom: true,
      because: 'one is in need and the other is not strong',
    });
  assert.equal(suggestMode('as expected', 'need', 0).learnFrom, false);
});

test('strengths that meet no need suggest nothing, and nobody learns where nobody is in need', () => {
  assert.deepEqual(suggestMode('strength', 'strength', 4), {
    mode: null,
    giver: null,
    learnFrom: false,
    because: 'both are strong',
  });
  assert.equal(suggestMode('not reported', 'strength', 1).because, 'one is strong and nobody is in need');
  assert.equal(suggestMode('as expected', 'too few students', 1).because, 'nothing stands out');
});

test('ours and theirs may be exchanged: over all 25 pairs only the giver changes sides', () => {
  const all: CellStatus[] = ['strength', 'need', 'as expected', 'too few students', 'not reported'];
  for (const ours of all)
    for (const theirs of all) {
      const one = suggestMode(ours, theirs, 1);
      const other = suggestMode(theirs, ours, 1);
      const turned = { ours: 'theirs', theirs: 'ours' } as const;
      assert.deepEqual(other, { ...one, giver: one.giver && turned[one.giver] });
    }
});
