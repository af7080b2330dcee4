import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Series } from './series.ts';
import { smallMultiples } from './smallMultiples.ts';

const one = (value: number | null): Series => ({
  name: 'Fresno',
  role: 'a',
  points: [2024, 2025].map((year) => ({
    year,
    value,
    text: value === null ? 'withheld' : value.toFixed(1),
    withheld: value === null ? 'few students' : undefined,
  })),
});
const chart = {
  id: 's',
  title: 'Mathematics',
  sentence: 'x',
  axis: { unit: 'points', domain: [-100, 0] as const },
};

test('two groups share one axis: -25 stands at pixel 36 and -75 at pixel 108 of 144', () => {
  const multiples = [
    { label: 'All students', series: [one(-25)] },
    { label: 'English learners', series: [one(-75)] },
  ];
  const markup = String(smallMultiples({ ...chart, multiples }));
  assert.match(markup, /<svg x="0%" y="36" overflow/);
  assert.match(markup, /<svg x="0%" y="108" overflow/);
  assert.equal(markup.match(/role="img"/g)?.length, 2);
  assert.match(markup, /<title id="s-2-title">Mathematics: English learners<\/title>/);
});

test('a group withheld in every year says so in words instead of a drawing', () => {
  const multiples = [{ label: 'Foster youth', series: [one(null)] }];
  const markup = String(smallMultiples({ ...chart, multiples }));
  assert.match(markup, /Fresno 2023-24 to 2024-25: too few students/);
  assert.doesNotMatch(markup, /<svg[^>]*role="img"/);
});

test('without groups a sentence stands instead of the grid', () => {
  assert.match(String(smallMultiples({ ...chart, multiples: [] })), /There are no figures to draw yet/);
});
