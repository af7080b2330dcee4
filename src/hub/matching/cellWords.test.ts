import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureById } from '../../measures/registry.ts';
import {
  effectInterval,
  effectText,
  expectedText,
  levelSentence,
  progressSentence,
  shortEffect,
  statusSentence,
} from './cellWords.ts';
import type { GridCell, GridLevel, GridProgress } from './gridCell.ts';

const math = measureById('math_dfs');
const suspension = measureById('suspension');

const level: GridLevel = {
  value: -71,
  valueInterval: [-72.2, -69.8],
  n: 34_047,
  expected: -64.4,
  effect: -6.6,
  interval: [-12, -1.2],
  pValue: 0.017,
  adjusted: 0.05,
  practical: 4.96,
  judgement: 'worse',
  districts: 902,
};
const progress: GridProgress = {
  perYear: 4.8,
  perYearInterval: [3.9, 5.7],
  expectedPerYear: 3.7,
  effect: 1.1,
  interval: [-0.1, 2.4],
  pValue: 0.08,
  adjusted: 0.2,
  practical: 0.36,
  judgement: 'as expected',
  districts: 888,
  years: [2023, 2024, 2025],
};
const cell: GridCell = {
  measureId: 'math_dfs',
  group: 'ALL',
  schoolYear: 2025,
  status: 'need',
  unjudged: null,
  contradictory: false,
  level,
  progress,
};

test('a level of −71.0 where −64.4 is expected says 6.6 below with its interval, and worse', () => {
  assert.equal(
    levelSentence('Fresno', cell, math),
    'Fresno stands at −71.0 points in 2024-25 (34,047 students); of a district that serves such students −64.4 points is expected. Allowing for chance it stands 6.6 below (−12.0 to −1.2): worse than expected.',
  );
});

test('a progress that chance may make says so, one that is too small to act on says that, a missing one why', () => {
  assert.equal(
    progressSentence('Fresno', cell, math),
    'From 2022-23 to 2024-25 it moved by +4.8 points a year, where +3.7 points is expected. Allowing for chance the difference is +1.1 a year (−0.1 to 2.4): as expected: chance may make such a difference.',
  );
  const small = { ...cell, progress: { ...progress, adjusted: 0.01 } };
  assert.match(progressSentence('Fresno', small, math), /as expected: too little to act on\.$/);
  assert.match(
    progressSentence('Fresno', { ...cell, progress: null }, math),
    /fewer than three years are shown/,
  );
});

test('a withheld figure and a missing one are said as they are, and nothing is said of their progress', () => {
  const without = { ...cell, level: null, progress: null };
  assert.equal(
    levelSentence('Fresno', { ...without, status: 'too few students', unjudged: 'few students' }, math),
    'Fresno in 2024-25: the figure is withheld to protect so few students.',
  );
  assert.equal(
    levelSentence('Fresno', { ...without, status: 'not reported', unjudged: 'not reported' }, math),
    'Fresno in 2024-25: no figure is reported.',
  );
  for (const unjudged of ['no number of students', 'shown of few students', 'no variance known'] as const)
    assert.doesNotMatch(statusSentence({ ...without, status: 'too few students', unjudged }), /withheld/);
  assert.equal(progressSentence('Fresno', { ...without, status: 'not reported' }, math), '');
});

test('what decides is named: level, progress, both, or one against the other', () => {
  const says = (
    status: GridCell['status'],
    own: GridLevel['judgement'],
    pace: GridLevel['judgement'],
    both = false,
  ) =>
    statusSentence({
      ...cell,
      status,
      contradictory: both,
      level: { ...level, judgement: own },
      progress: { ...progress, judgement: pace },
    });
  assert.equal(
    says('need', 'worse', 'as expected'),
    'A need: the level is worse than expected, the progress as expected.',
  );
  assert.equal(
    says('need', 'as expected', 'worse'),
    'A need: the progress is worse than expected, the level as expected.',
  );
  assert.equal(
    says('strength', 'better', 'better'),
    'A strength: level and progress are better than expected.',
  );
  assert.match(says('as expected', 'worse', 'better', true), /^The level is worse and the progress better/);
  assert.match(says('as expected', 'better', 'worse', true), /^The level is better and the progress worse/);
  assert.match(says('as expected', 'as expected', 'as expected'), /neither level nor progress stands out/);
  assert.equal(statusSentence({ ...cell, progress: null }), 'A need: the level is worse than expected.');
});

test('where 0.04 a year matters a change has two decimals: −0.70 percentage points; an expected rate is never below 0', () => {
  const slow = { ...progress, practical: 0.04 };
  assert.equal(effectText(-0.7, slow, suspension), '−0.70 percentage points');
  assert.equal(shortEffect(-0.7, slow, suspension), '−0.70');
  assert.equal(effectInterval([-0.91, 0.004], slow, suspension), '−0.91 to 0.00');
  assert.equal(expectedText(-0.3, suspension), '0.0 %');
});
