import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flattenDetail } from './flattenDetail.ts';

test('a detail becomes its 5 leaves, ids their names, list items their numbers', () => {
  const detail = {
    measureId: 'math_dfs',
    districtId: 'id-1',
    planGoal: null,
    series: { 'id-1': { targets: [{ year: 2028, value: '-60' }, { year: 2029 }] } },
    empty: {},
  };
  assert.deepEqual(
    flattenDetail(detail, new Map([['id-1', 'Fresno']])).map(({ path, text }) => `${path} = ${text}`),
    [
      'measureId = math_dfs',
      'districtId = Fresno',
      'series › Fresno › targets › 1 › year = 2028',
      'series › Fresno › targets › 1 › value = -60',
      'series › Fresno › targets › 2 › year = 2029',
    ],
  );
});
