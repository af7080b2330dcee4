import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Series } from './series.ts';
import { seriesWords, withheldNotes } from './seriesWords.ts';

const gone = (year: number, withheld: 'few students' | 'agreement') => ({
  year,
  value: null,
  text: 'x',
  withheld,
});
const series: Series = {
  name: 'Long Beach',
  role: 'b',
  points: [
    gone(2019, 'few students'),
    { year: 2020, value: null, text: 'no test' },
    gone(2021, 'few students'),
    { year: 2022, value: 5, text: '5.0' },
    gone(2023, 'few students'),
    gone(2024, 'agreement'),
  ],
};

test('withheld years in a row are one line, over a year without a test too; a shown year or another reason ends it', () => {
  assert.deepEqual(withheldNotes([series]), [
    'Long Beach 2018-19 to 2020-21: too few students',
    'Long Beach 2022-23: too few students',
    'Long Beach 2023-24: not in the agreement',
  ]);
});

test('the text alternative names all 6 years and says withheld for 4 of them', () => {
  const words = seriesWords([series]);
  assert.equal(words.match(/\(20\d\d-\d\d\)/g)?.length, 6);
  assert.equal(words.match(/withheld/g)?.length, 4);
});
