import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureById, measures } from '../../measures/registry.ts';
import { type OutcomeFigure, outcomeReader, parseOutcomeLines } from './outcomeFigures.ts';
import { takingsOf } from './yearlyGain.ts';

const figure = (
  measureId: string,
  year: number,
  value: number | null,
  n: number | null = 100,
): OutcomeFigure => ({
  measureId,
  year,
  value,
  n,
  sourceId: 's',
  synthetic: false,
});

test('the gain of the index is growth less the base under the same year: Fresno 684 - 670 = 14, not 684 - 666', () => {
  const figures = [
    figure('api_growth', 2007, 666),
    figure('api_growth', 2008, 684, 49980),
    figure('api_base', 2008, 670, null),
  ];
  const gain = outcomeReader(figures, { measureId: 'api_growth', group: 'ALL', taken: 'gain' });
  assert.deepEqual([gain(2008)?.value, gain(2008)?.n, gain(2008)?.figures.length], [14, 49980, 2]);
  assert.equal(gain(2007), undefined);
});

test('the gain of another measure is its change from the year before: -71.0 - -75.8 = 4.8, and none where that year is withheld', () => {
  const figures = [
    figure('math_dfs', 2023, null),
    figure('math_dfs', 2024, -75.8),
    figure('math_dfs', 2025, -71),
  ];
  const gain = outcomeReader(figures, { measureId: 'math_dfs', group: 'ALL', taken: 'gain' });
  assert.equal(gain(2025)?.value, 4.8);
  assert.equal(gain(2024), undefined);
  const level = outcomeReader(figures, { measureId: 'math_dfs', group: 'ALL', taken: 'level' });
  assert.deepEqual(
    [2023, 2024, 2025].map((year) => level(year)?.value),
    [undefined, -75.8, -71],
  );
});

test('the index may be taken as a gain only, its base not at all, context and letters neither', () => {
  assert.deepEqual(takingsOf(measureById('api_growth')), ['gain']);
  assert.deepEqual(takingsOf(measureById('api_base')), []);
  assert.deepEqual(takingsOf(measureById('math_dfs')), ['level', 'gain']);
  for (const measure of measures)
    if (measure.direction === 'context' || measure.unit === 'letter')
      assert.deepEqual(takingsOf(measure), []);
});

test('of the sources that give a slice the one of the highest place is read; a withheld figure has no value', () => {
  const lines = [
    '1\td1\tapi_growth\t2008\ts1\tt\t10\t600',
    '2\td1\tapi_growth\t2008\ts2\tf\t49980\t684',
    '2\td1\tapi_growth\t2009\ts2\tf\t5\t',
    '2\td2\tapi_growth\t2008\ts2\tf\t\t700',
  ].join('\n');
  const found = parseOutcomeLines(lines);
  assert.deepEqual(found.get('d1'), [
    { measureId: 'api_growth', year: 2008, value: 684, n: 49980, sourceId: 's2', synthetic: false },
    { measureId: 'api_growth', year: 2009, value: null, n: 5, sourceId: 's2', synthetic: false },
  ]);
  assert.equal(found.get('d2')?.[0]?.n, null);
});
