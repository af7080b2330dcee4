import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureById } from '../../measures/registry.ts';
import { asksAbout, selfRatings } from './selfRatings.ts';

const row = (item: string, schoolYear: number, rating: number | null) => ({
  item,
  schoolYear,
  rating,
  priority: 2,
  words: rating === null ? 'in words' : null,
  sourceId: 'a',
});

test('the newest rating of an item stands; an item without one is not rated and never 0', () => {
  const own = [
    row('Aligned materials: mathematics', 2023, 3),
    row('Aligned materials: mathematics', 2024, 4),
  ];
  assert.deepEqual(
    selfRatings(own, ['Aligned materials: mathematics', 'Professional learning: mathematics']),
    [
      { item: 'Aligned materials: mathematics', rated: { rating: 4, schoolYear: 2024 } },
      { item: 'Professional learning: mathematics', rated: null },
    ],
  );
});

test('mathematics is asked for a mathematics measure, language development for English learners too, nothing for suspension', () => {
  const math = measureById('math_dfs');
  assert.equal(asksAbout('Aligned materials: mathematics', math, 'ALL'), true);
  assert.equal(asksAbout('Aligned materials: English language development', math, 'ALL'), false);
  assert.equal(asksAbout('Aligned materials: English language development', math, 'EL'), true);
  assert.equal(
    asksAbout('Aligned materials: history and social science', measureById('science_met_pct'), 'ALL'),
    false,
  );
  assert.equal(asksAbout('Aligned materials: mathematics', measureById('suspension'), 'ALL'), false);
});
