import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CellStatus } from './gridCell.ts';
import { suggestionSentence } from './suggestionSentence.ts';
import { suggestMode } from './suggestMode.ts';

test('the seven reasons each have their sentence, with the districts in their parts', () => {
  const said = (ours: CellStatus, theirs: CellStatus, strong = 0) =>
    suggestionSentence(
      suggestMode(ours, theirs, strong),
      { name: 'Fresno', status: ours },
      { name: 'Long Beach', status: theirs },
    );
  assert.deepEqual(
    [
      said('need', 'strength', 2),
      said('need', 'need', 1),
      said('need', 'need'),
      said('need', 'as expected', 1),
      said('too few students', 'need'),
      said('strength', 'as expected'),
      said('strength', 'strength'),
      said('not reported', 'as expected'),
    ],
    [
      'Long Beach is strong where Fresno is in need: partner assistance suggests itself.',
      'Fresno and Long Beach are both in need: joint development suggests itself. Similar districts outside the partnership are strong here: learn from them.',
      'Fresno and Long Beach are both in need, and no district similar to either is strong: bring in external groups.',
      'Fresno is in need and Long Beach is not strong. Similar districts outside the partnership are strong here: learn from them.',
      'Long Beach is in need, and neither Fresno nor a similar district is strong.',
      'Fresno is strong, and Long Beach is not in need.',
      'Fresno and Long Beach are both strong: others may learn from them.',
      'Neither Fresno nor Long Beach stands out here.',
    ],
  );
});
