import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeLevel } from './changeLevel.ts';
import { clampChangeLevel, isSmallDenominator, publishedChangeLevel } from './clampChangeLevel.ts';
import { schoolTypes } from './indicator.ts';

test('mathematics: -15.1, -15, -3, -2.9, 2.9, 3, 14.9, 15 are change levels 1, 2, 2, 3, 3, 4, 4, 5', () => {
  assert.deepEqual(
    [-15.1, -15, -3, -2.9, 2.9, 3, 14.9, 15].map((change) =>
      changeLevel({ indicator: 'MATH', highSchoolCutPoints: false }, change),
    ),
    [1, 2, 2, 3, 3, 4, 4, 5],
  );
});

test('graduation keeps -5 in level 2; college/career puts -9 and English learner progress -10 in level 1', () => {
  assert.deepEqual(
    [-5.1, -5, -1, 0.9, 1, 5].map((change) => changeLevel({ indicator: 'GRAD' }, change)),
    [1, 2, 2, 3, 4, 5],
  );
  assert.deepEqual(
    [-9, -8.9, -2, 2, 9].map((change) => changeLevel({ indicator: 'CCI' }, change)),
    [1, 2, 2, 4, 5],
  );
  assert.deepEqual(
    [-10, -9.9, 1.9, 10].map((change) => changeLevel({ indicator: 'ELPI' }, change)),
    [1, 2, 3, 5],
  );
});

test('chronic absence: a rise of 3.1, 3, 0.5 and falls of 0.4, 0.5, 3 are levels 1, 2, 2, 3, 4, 5', () => {
  assert.deepEqual(
    [3.1, 3, 0.5, -0.4, -0.5, -3].map((change) => changeLevel({ indicator: 'CHRO' }, change)),
    [1, 2, 2, 3, 4, 5],
  );
});

test('suspension by type: a fall of 2 is significant in ED, UD, ES and HS only; a rise of 0.4 is maintained in HD only', () => {
  const levels = (change: number) =>
    schoolTypes.map((schoolType) => changeLevel({ indicator: 'SUSP', schoolType }, change));
  assert.deepEqual(levels(-2), [5, 4, 5, 5, 4, 5]);
  assert.deepEqual(levels(0.4), [2, 3, 2, 2, 2, 2]);
  assert.deepEqual(levels(2.1), [1, 2, 1, 1, 2, 2]);
  assert.deepEqual(levels(4.1), [1, 1, 1, 1, 1, 1]);
});

test('149 students clamp levels 1 and 5 to 2 and 4 in graduation and not in mathematics; 150 clamp nothing', () => {
  assert.equal(isSmallDenominator('GRAD', 149), true);
  assert.equal(isSmallDenominator('GRAD', 150), false);
  assert.equal(isSmallDenominator('ELPI', 20), false);
  assert.equal(clampChangeLevel('GRAD', 1, 149), 2);
  assert.equal(clampChangeLevel('SUSP', 5, 149), 4);
  assert.equal(clampChangeLevel('SUSP', 3, 149), 3);
  assert.equal(clampChangeLevel('CHRO', 5, 150), 5);
  assert.equal(clampChangeLevel('MATH', 5, 40), 5);
});

test('graduation publishes the level 1 that suspension publishes as 2', () => {
  assert.equal(publishedChangeLevel('GRAD', 1, 40), 1);
  assert.equal(publishedChangeLevel('SUSP', 1, 40), 2);
});
