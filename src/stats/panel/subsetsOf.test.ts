import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countSubsets, subsetsOf } from './subsetsOf.ts';

test('3 of 5 can be chosen in 10 ways, from 0 1 2 to 2 3 4', () => {
  const all = [...subsetsOf(5, 3)].map((subset) => subset.join(''));
  assert.deepEqual(all, ['012', '013', '014', '023', '024', '034', '123', '124', '134', '234']);
});

test('the count of subsets is the length of their list for up to 9 things, and 2,598,960 for hands of poker', () => {
  for (let count = 0; count <= 9; count++)
    for (let size = 0; size <= count + 1; size++)
      assert.equal(countSubsets(count, size), [...subsetsOf(count, size)].length, `${size} of ${count}`);
  assert.equal(countSubsets(52, 5), 2_598_960);
  assert.equal(countSubsets(40, 20), 137_846_528_820);
});
