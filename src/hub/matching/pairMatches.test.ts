import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awayFromChance, cellCertainty, decidingPart } from './cellCertainty.ts';
import type { CellStatus, GridCell, GridLevel, GridProgress, Judgement } from './gridCell.ts';
import { learnFromPlaces, strongSimilar } from './learnFrom.ts';
import { matchesByMeasure, pairMatches } from './pairMatches.ts';

const judged = (effect: number, half: number, judgement: Judgement) => ({
  effect,
  interval: [effect - half, effect + half] as const,
  pValue: 0.001,
  adjusted: 0.01,
  practical: 1,
  judgement,
  districts: 900,
});
const levelOf = (effect: number, half: number, judgement: Judgement): GridLevel => ({
  ...judged(effect, half, judgement),
  value: 0,
  valueInterval: [-1, 1],
  n: 100,
  expected: -effect,
});
const progressOf = (effect: number, half: number, judgement: Judgement): GridProgress => ({
  ...judged(effect, half, judgement),
  perYear: 0,
  perYearInterval: [-1, 1],
  expectedPerYear: -effect,
  years: [2023, 2024, 2025],
});

function cell(
  measureId: string,
  group: GridCell['group'],
  status: CellStatus,
  level: GridLevel | null = null,
  progress: GridProgress | null = null,
): GridCell {
  return {
    measureId,
    group,
    schoolYear: 2025,
    status,
    unjudged: null,
    contradictory: false,
    level,
    progress,
  };
}

test('an effect of 5 with an interval of ± 1.96 lies 5 standard errors from chance', () => {
  assert.ok(Math.abs(awayFromChance(levelOf(5, 1.959963984540054, 'better')) - 5) < 1e-12);
});

test('of a level 2 and a progress 4 errors from chance, both worse, the progress decides a need; a better one never does', () => {
  const half = 1.959963984540054;
  const level = levelOf(-2, half, 'worse');
  const progress = progressOf(-4, half, 'worse');
  assert.equal(decidingPart(cell('math_dfs', 'ALL', 'need', level, progress)), progress);
  const better = progressOf(9, half, 'better');
  assert.equal(decidingPart(cell('math_dfs', 'ALL', 'need', level, better)), level);
  assert.equal(cellCertainty(cell('math_dfs', 'ALL', 'as expected', level, better)), 0);
});

test('a pair’s match is as certain as the less certain of its two cells, and asks for strong districts of whoever is in need', () => {
  const half = 1.959963984540054;
  const ours = [
    cell('math_dfs', 'EL', 'need', levelOf(-3, half, 'worse')),
    cell('math_dfs', 'ALL', 'need', levelOf(-6, half, 'worse')),
    cell('suspension', 'ALL', 'need', levelOf(2, half, 'worse')),
    cell('acgr', 'ALL', 'as expected', levelOf(0, half, 'as expected')),
  ];
  const theirs = [
    cell('math_dfs', 'EL', 'strength', levelOf(8, half, 'better')),
    cell('math_dfs', 'ALL', 'strength', levelOf(5, half, 'better')),
    cell('suspension', 'ALL', 'need', levelOf(7, half, 'worse')),
  ];
  const asked: string[] = [];
  const matches = pairMatches(ours, theirs, (needy, measureId, group) => {
    asked.push(`${needy} ${measureId} ${group}`);
    return 0;
  });
  assert.deepEqual(asked, [
    'ours math_dfs EL',
    'ours math_dfs ALL',
    'ours suspension ALL',
    'theirs suspension ALL',
  ]);
  assert.deepEqual(
    matches.map(({ suggestion, certainty }) => [suggestion.mode, suggestion.giver, Math.round(certainty)]),
    [
      ['assistance', 'theirs', 3],
      ['assistance', 'theirs', 5],
      ['external', null, 2],
    ],
  );
  const byMeasure = matchesByMeasure(matches);
  assert.deepEqual(
    byMeasure.map(({ measureId, best, groups }) => [measureId, best.group, groups.map(({ group }) => group)]),
    [
      ['math_dfs', 'ALL', ['ALL', 'EL']],
      ['suspension', 'ALL', ['ALL']],
    ],
  );
});

test('of five strong similar districts, one of them the partner, the three most alike are named, by name', () => {
  const similar = (['D', 'B', 'C', 'A', 'Partner'] as const).map((name, i) => ({
    district: { districtId: name, cds: name, level: 'district' as const, name, county: null, nces: null },
    distance: 5 - i,
    find: () => cell('math_dfs', 'ALL', 'strength'),
  }));
  const strong = strongSimilar(similar, 'math_dfs', 'ALL', new Set(['Partner']));
  assert.deepEqual(
    strong.map(({ district }) => district.name),
    ['A', 'C', 'B', 'D'],
  );
  assert.deepEqual(
    learnFromPlaces(strong).map(({ district }) => district.name),
    ['A', 'B', 'C'],
  );
  const weak = similar.map((one) => ({ ...one, find: () => cell('math_dfs', 'ALL', 'need') }));
  assert.deepEqual(strongSimilar(weak, 'math_dfs', 'ALL', new Set()), []);
});
