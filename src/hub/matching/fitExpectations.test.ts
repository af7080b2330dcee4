import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { seededRandom } from '../../../sample/seededRandom.ts';
import { measureById } from '../../measures/registry.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import type { Expectation } from './expectation.ts';
import { fitExpectations, type OutcomePoint } from './fitExpectations.ts';
import type { GridFigure } from './gridLines.ts';
import { gridGroups } from './gridMeasures.ts';
import { judgeGrid } from './judgeGrid.ts';

const districts = 150;
const years = [2023, 2024, 2025];
const math = measureById('math_dfs');
const groups = gridGroups.map(({ code }) => code).slice(0, 20);
/** Variance between students; with it a district of n has the sampling variance 10,000 / n. */
const between = 10_000;
const spreads = new Map(groups.map((group) => [`math_dfs ${group}`, between]));

type True = { readonly level: number; readonly progress: number; readonly students?: number };

/** A state in which every group's line is 10 x (first factor) - 5 x (second), with districts' own effects on top. */
function makeState(seed: number, effect: (district: number, group: number, normal: () => number) => True) {
  const random = seededRandom(seed, 'grid');
  const normal = () => random.normal();
  const design = Array.from({ length: districts }, () => [1, normal(), normal(), normal()]);
  const figures = design.map(() => new Map<string, GridFigure[]>());
  const truths = design.map(() => new Map<string, True>());
  const expectations: Expectation[] = [];
  for (const [g, group] of groups.entries()) {
    const points: OutcomePoint[] = [];
    for (const [district, row] of design.entries()) {
      const truth = effect(district, g, normal);
      truths[district]?.set(group, truth);
      const n = truth.students ?? Math.round(60 * Math.exp(2 * Math.abs(normal())));
      const own: GridFigure[] = [];
      for (const year of years) {
        const mean = -40 + 10 * (row[1] as number) - 5 * (row[2] as number) + truth.level;
        const value = mean + (year - 2025) * (2 + truth.progress) + Math.sqrt(between / n) * normal();
        points.push({ district, year, value, variance: between / n });
        own.push({ district: 0, year, n, numerator: null, value: String(value), withheld: null });
      }
      figures[district]?.set(`math_dfs ${group}`, own);
    }
    expectations.push(...fitExpectations({ measure: math, group, overdispersion: 1 }, points, design, 2025));
  }
  const gridOf = (district: number) =>
    judgeGrid(design[district] as number[], figures[district] ?? new Map(), expectations, spreads);
  return { design, expectations, gridOf, truths };
}

describe('what is expected of 150 districts in 20 groups', () => {
  test('is found again: the line 10, -5, a level that varies by 15 and a progress by 3, within a tenth or two', () => {
    const { expectations } = makeState(1, (_d, _g, normal) => ({
      level: 15 * normal(),
      progress: 3 * normal(),
    }));
    assert.equal(expectations.length, 40);
    const mean = (kind: Expectation['kind'], of: (one: Expectation) => number) => {
      const own = expectations.filter((one) => one.kind === kind);
      return own.reduce((sum, one) => sum + of(one), 0) / own.length;
    };
    const coefficient = (i: number) => (one: Expectation) => one.model.fit.coefficients[i] as number;
    assert.ok(Math.abs(mean('level', coefficient(1)) - 10) < 1);
    assert.ok(Math.abs(mean('level', coefficient(2)) + 5) < 1);
    assert.ok(Math.abs(mean('progress', coefficient(0)) - 2) < 0.5);
    assert.ok(Math.abs(Math.sqrt(mean('level', (one) => one.model.fit.modelVariance)) - 15) < 1.5);
    assert.ok(Math.abs(Math.sqrt(mean('progress', (one) => one.model.fit.modelVariance)) - 3) < 1);
    for (const { kind, deviation, practical, model } of expectations) {
      assert.ok(Math.abs(practical - deviation / 10) < 1e-12);
      assert.ok(deviation >= Math.sqrt(model.fit.modelVariance), kind);
    }
  });

  test('lets a strength of 45 points and a fall of 15 a year be found, planted in two districts of 2,000 students', () => {
    const { gridOf } = makeState(2, (district, g, normal) => ({
      level: district === 3 && g === 1 ? 45 : 8 * normal(),
      progress: district === 4 && g === 2 ? -15 : 2 * normal(),
      ...(district === 3 || district === 4 ? { students: 2000 } : {}),
    }));
    const strength = gridOf(3).find(({ group }) => group === groups[1]);
    assert.equal(strength?.level?.judgement, 'better');
    assert.notEqual(strength?.status, 'need');
    const [low = 0, high = 0] = strength?.level?.interval ?? [];
    assert.ok(low < 45 && high > 30, `${low} to ${high}`);
    const need = gridOf(4).find(({ group }) => group === groups[2]);
    assert.equal(need?.progress?.judgement, 'worse');
    assert.deepEqual(need?.progress?.years, years);
    assert.ok(need?.progress && need.progress.interval[0] < -8);
  });

  test('calls nothing in a state without any own effect: fewer than one district in ten has a call, over 5 states', () => {
    let called = 0;
    for (const seed of [11, 12, 13, 14, 15]) {
      const { gridOf } = makeState(seed, () => ({ level: 0, progress: 0 }));
      for (let district = 0; district < districts; district++)
        if (gridOf(district).some(({ status }) => status !== 'as expected')) called++;
    }
    assert.ok(called < 0.1 * 5 * districts, `${called} of ${5 * districts}`);
  });

  test('keeps calls whose truth lies on the other side, or nowhere, under a tenth where half of all effects are nothing', () => {
    const { gridOf, truths } = makeState(21, (_d, g, normal) => ({
      level: g % 2 === 0 ? 20 * normal() : 0,
      progress: g % 4 === 0 ? 4 * normal() : 0,
    }));
    const calls = { all: 0, false: 0 };
    for (let district = 0; district < districts; district++) {
      for (const { group, level, progress } of gridOf(district)) {
        const truth = truths[district]?.get(group);
        for (const [part, real] of [
          [level, truth?.level],
          [progress, truth?.progress],
        ] as const) {
          if (!part || part.judgement === 'as expected') continue;
          calls.all++;
          if (Math.sign(part.effect) !== Math.sign(real ?? 0)) calls.false++;
        }
      }
    }
    assert.ok(calls.all > 300, `only ${calls.all} calls`);
    assert.ok(calls.false <= 0.1 * calls.all, `${calls.false} of ${calls.all} calls are false`);
  });
});

test('11 districts for 4 columns make no expectation, 12 make a level, and 12 with two years no progress', () => {
  const random = seededRandom(5, 'grid');
  const make = (count: number, shown: readonly number[]) => {
    const design = Array.from({ length: count }, () => [
      1,
      random.normal(),
      random.normal(),
      random.normal(),
    ]);
    const points = design.flatMap((_, district) =>
      shown.map((year) => ({ district, year, value: random.normal() * 10, variance: 4 })),
    );
    return fitExpectations(
      { measure: math, group: 'ALL' as StudentGroupCode, overdispersion: 1 },
      points,
      design,
      2025,
    ).map(({ kind }) => kind);
  };
  assert.deepEqual(make(11, years), []);
  assert.deepEqual(make(12, years), ['level', 'progress']);
  assert.deepEqual(make(12, [2024, 2025]), ['level']);
});

test('a factor that is the same for all of these districts, or repeats another, is left out of the line and the rest stands', () => {
  const random = seededRandom(6, 'grid');
  const design = Array.from({ length: 60 }, () => {
    const x = random.normal();
    return [1, x, 2 * x, 0, random.normal()];
  });
  const points = design.map((_, district) => ({ district, year: 2025, value: random.normal(), variance: 1 }));
  const [level] = fitExpectations(
    { measure: math, group: 'ALL' as StudentGroupCode, overdispersion: 1 },
    points,
    design,
    2025,
  );
  assert.deepEqual(level?.model.columns, [0, 1, 4]);
});

test('a district without a profile, a year after the newest and a fifth year back take no part', () => {
  const random = seededRandom(7, 'grid');
  const design = Array.from({ length: 13 }, (_, i) => (i === 12 ? undefined : [1, random.normal()]));
  const points = design.flatMap((_, district) =>
    [2021, 2022, 2024, 2025, 2026].map((year) => ({ district, year, value: random.normal(), variance: 1 })),
  );
  const [level, progress] = fitExpectations(
    { measure: math, group: 'ALL' as StudentGroupCode, overdispersion: 1 },
    points,
    design,
    2025,
  );
  assert.deepEqual([level?.districts, level?.years], [12, [2025]]);
  assert.deepEqual([progress?.districts, progress?.years], [12, [2022, 2024, 2025]]);
});
