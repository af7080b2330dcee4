import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binsOf, distribution } from './distribution.ts';
import { strip } from './strip.ts';

test('every value falls into one bin, those on an edge above it, the highest into the last', () => {
  const bins = binsOf([-2, -1.5, 0, 0.4, 1, 3], 12);
  assert.equal(
    bins.reduce((sum, { count }) => sum + count, 0),
    6,
  );
  assert.equal(bins[0]?.low, -2);
  assert.equal(bins.at(-1)?.high, 3);
  assert.equal(bins.find(({ low }) => low === 0)?.count, 2);
  for (const [i, bin] of bins.slice(1).entries()) assert.equal(bin.low, bins[i]?.high);
});

test('no value, one value and 1,000 equal values have 0, 1 and 1 bins that hold something', () => {
  const full = (values: number[]) => binsOf(values, 24).filter(({ count }) => count > 0).length;
  assert.deepEqual([full([]), full([5]), full(Array.from({ length: 1000 }, () => -0.3))], [0, 1, 1]);
});

const own = { name: 'Fresno & Long Beach', value: -3.2, text: '−3.2' };
const common = { id: 'x', title: 'Could it be chance?', sentence: 'No.', axis: { unit: 'points a year' } };

test('a distribution has its counts in a table and in words, and marks the one value among them', () => {
  const values = [-4, -2, -1, 0, 1, 2, 2, 5];
  const markup = String(distribution({ ...common, values, name: 'placebos', decimals: 0, own }));
  assert.match(markup, /<desc id="x-desc">Fresno &amp; Long Beach: −3\.2\. 8 placebos: −4 to −3: 1;/);
  assert.match(markup, /<line class="own-value"/);
  const counts = [...markup.matchAll(/<td class="number">(\d+)<\/td>/g)].map(([, count]) => Number(count));
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    8,
  );
});

test('a distribution and a strip of nothing say so instead of a drawing', () => {
  const empty = distribution({ ...common, values: [], name: 'placebos', decimals: 1, own });
  assert.match(String(empty), /There are no figures to draw yet/);
  const none = strip({ ...common, rowName: 'Without', name: 'Estimate', values: [], own });
  assert.match(String(none), /There are no figures to draw yet/);
});

test('a strip names every mark where it is pointed at, in its words and in its table', () => {
  const values = [
    { label: 'Oakland Unified', value: -3.4, text: '−3.4' },
    { label: 'Lodi <Unified>', value: -3.1, text: '−3.1' },
  ];
  const markup = String(strip({ ...common, rowName: 'Without', name: 'Estimate without', values, own }));
  assert.match(markup, /<title>Oakland Unified: −3\.4<\/title>/);
  assert.match(
    markup,
    /<th scope="row" class="header">Lodi &lt;Unified&gt;<\/th><td class="number">−3\.1<\/td>/,
  );
  assert.match(markup, /Oakland Unified −3\.4; Lodi &lt;Unified&gt; −3\.1\./);
});
