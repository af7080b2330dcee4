import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GridFilter, filterCells, parseGridFilter } from './gridFilter.ts';
import type { GridCell } from './gridCell.ts';

const cell = (
  measureId: string,
  group: GridCell['group'],
  status: GridCell['status'],
  contradictory = false,
) =>
  ({
    measureId,
    group,
    schoolYear: 2025,
    status,
    contradictory,
    unjudged: null,
    level: null,
    progress: null,
  }) satisfies GridCell;

const cells = [
  cell('math_dfs', 'ALL', 'need'),
  cell('math_dfs', 'EL', 'as expected'),
  cell('acgr', 'EL', 'as expected', true),
  cell('suspension', 'EL', 'strength'),
  cell('suspension', 'FOS', 'too few students'),
];

const shown = (filter: Partial<GridFilter>) =>
  filterCells(cells, { area: null, group: null, show: 'called', ...filter }).map(
    ({ measureId, group }) => `${measureId} ${group}`,
  );

test('of five cells the need, the strength and the mixed one are shown unless all are asked for', () => {
  assert.deepEqual(shown({}), ['math_dfs ALL', 'acgr EL', 'suspension EL']);
  assert.equal(shown({ show: 'all' }).length, 5);
});

test('a focus area keeps its own measures, "other" those of none, a group its own cells', () => {
  assert.deepEqual(shown({ area: 'mathematics', show: 'all' }), ['math_dfs ALL', 'math_dfs EL']);
  assert.deepEqual(shown({ area: 'other', show: 'all' }), ['suspension EL', 'suspension FOS']);
  assert.deepEqual(shown({ group: 'EL' }), ['acgr EL', 'suspension EL']);
});

test('an unknown area or group in the address counts as not asked for', () => {
  const asked = (query: Record<string, string>) => parseGridFilter((name) => query[name]);
  assert.deepEqual(asked({ area: 'x', group: 'constructor', show: 'some' }), {
    area: null,
    group: null,
    show: 'called',
  });
  assert.deepEqual(asked({ area: 'college-career', group: 'EL', show: 'all' }), {
    area: 'college-career',
    group: 'EL',
    show: 'all',
  });
});
