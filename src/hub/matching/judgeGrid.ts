import { measureById } from '../../measures/registry.ts';
import { benjaminiHochberg } from '../../stats/benjaminiHochberg.ts';
import { normalCdf } from '../../stats/normalCdf.ts';
import { normalQuantile } from '../../stats/normalQuantile.ts';
import { judgeArea } from '../../stats/shrinkage/judgeArea.ts';
import type { Direction, MeasureDefinition } from '../../vocabulary/measure.ts';
import { figureVariance, type Spreads } from '../evidence/figureVariance.ts';
import { cellStatus } from './cellStatus.ts';
import type { Expectation } from './expectation.ts';
import { type OutcomePoint, slopeOf } from './fitExpectations.ts';
import type { GridCell, GridLevel, GridProgress, Judgement, Unjudged } from './gridCell.ts';
import type { GridFigure } from './gridLines.ts';
import { fewestStudents, pointsOf } from './outcomePoints.ts';

/** Of the cells that are called, at most this share is expected to be chance. */
const falseDiscoveries = 0.1;

const reach = normalQuantile(0.975);

type Open<Part> = Omit<Part, 'adjusted' | 'judgement'>;
type OpenCell = {
  readonly expectation: Expectation;
  readonly measure: MeasureDefinition;
  readonly level: Open<GridLevel> | null;
  readonly progress: Open<GridProgress> | null;
  readonly unjudged: Unjudged | null;
};

/**
 * The grid of one district: for every level that is expected, where the district stands and how it moves. A judgement is `better` or
 * `worse` when it stays so after Benjamini & Hochberg (1995) at 10 % over all levels and progresses of the district together,
 * and when the shrunk effect is at least the practical difference. The p value is that of effect / root of its mean squared error,
 * which is too large when the true effect is 0 (the effect is shrunk further than its error): it errs on the quiet side.
 *
 * `row` is the district's design row; `figures` are by `measure group`.
 */
export function judgeGrid(
  row: readonly number[],
  figures: ReadonlyMap<string, readonly GridFigure[]>,
  expectations: readonly Expectation[],
  spreads: Spreads,
): GridCell[] {
  const progresses = new Map(
    expectations.filter(({ kind }) => kind === 'progress').map((one) => [keyOf(one), one]),
  );
  const open = expectations
    .filter(({ kind }) => kind === 'level')
    .map((expectation): OpenCell => {
      const own = figures.get(keyOf(expectation)) ?? [];
      return openCell(row, own, expectation, progresses.get(keyOf(expectation)), spreads);
    });
  const all = open.flatMap(({ level, progress }) => [level, progress]).filter((part) => part !== null);
  const { adjusted } = benjaminiHochberg(
    all.map(({ pValue }) => pValue),
    falseDiscoveries,
  );
  const byPart = new Map(all.map((part, i) => [part, adjusted[i] as number]));
  return open.map((cell) => closeCell(cell, byPart));
}

function keyOf({ measureId, group }: Expectation): string {
  return `${measureId} ${group}`;
}

function openCell(
  row: readonly number[],
  own: readonly GridFigure[],
  expectation: Expectation,
  progressExpected: Expectation | undefined,
  spreads: Spreads,
): OpenCell {
  const measure = measureById(expectation.measureId);
  const { group, schoolYear } = expectation;
  const points = pointsOf(own, (figure) => {
    const variance = figureVariance(figure, measure, group, spreads);
    return variance === null ? null : variance * expectation.overdispersion;
  });
  const newest = own.find(({ year }) => year === schoolYear);
  const point = points.find(({ year }) => year === schoolYear);
  if (!point || !newest?.n)
    return { expectation, measure, level: null, progress: null, unjudged: whyUnjudged(newest) };
  return {
    expectation,
    measure,
    unjudged: null,
    level: levelOf(row, point, newest.n, expectation, measure),
    progress: progressExpected ? progressOf(row, points, progressExpected) : null,
  };
}

function whyUnjudged(newest: GridFigure | undefined): Unjudged {
  if (!newest) return 'not reported';
  if (newest.withheld !== null) return newest.withheld;
  if (newest.n === null) return 'no number of students';
  return newest.n < fewestStudents ? 'shown of few students' : 'no variance known';
}

function levelOf(
  row: readonly number[],
  { value, variance }: OutcomePoint,
  n: number,
  expectation: Expectation,
  { unit }: MeasureDefinition,
): Open<GridLevel> {
  const { expected, ...judged } = judge(row, value, variance, expectation);
  const [low, high] = around(value, variance);
  const valueInterval =
    unit === 'percent' ? ([Math.max(0, low), Math.min(100, high)] as const) : ([low, high] as const);
  return { ...judged, value, valueInterval, n, expected };
}

function progressOf(
  row: readonly number[],
  points: readonly OutcomePoint[],
  expectation: Expectation,
): Open<GridProgress> | null {
  const used = points.filter(({ year }) => expectation.years.includes(year));
  const [slope] = slopeOf(used, expectation.schoolYear);
  if (!slope) return null;
  const { expected, ...judged } = judge(row, slope.value, slope.variance, expectation);
  return {
    ...judged,
    perYear: slope.value,
    perYearInterval: around(slope.value, slope.variance),
    expectedPerYear: expected,
    years: used.map(({ year }) => year).sort((a, b) => a - b),
  };
}

function judge(row: readonly number[], value: number, variance: number, expectation: Expectation) {
  const { columns, fit } = expectation.model;
  const { expected, effect, effectError } = judgeArea(
    fit,
    value,
    variance,
    columns.map((column) => row[column] as number),
  );
  return {
    expected,
    effect,
    interval: around(effect, effectError),
    pValue: Math.min(1, 2 * normalCdf(-Math.abs(effect) / Math.sqrt(effectError))),
    practical: expectation.practical,
    districts: expectation.districts,
  };
}

function around(value: number, variance: number): [low: number, high: number] {
  const half = reach * Math.sqrt(variance);
  return [value - half, value + half];
}

function closeCell(
  { expectation, measure, level, progress, unjudged }: OpenCell,
  adjusted: ReadonlyMap<object, number>,
): GridCell {
  const { measureId, group, schoolYear } = expectation;
  const close = <Part extends Open<GridLevel> | Open<GridProgress>>(part: Part) => {
    const found = adjusted.get(part) ?? 1;
    return { ...part, adjusted: found, judgement: judgementOf(part, found, measure.direction) };
  };
  const closedLevel = level && close(level);
  const closedProgress = progress && close(progress);
  const { status, contradictory } = closedLevel
    ? cellStatus(closedLevel.judgement, closedProgress?.judgement ?? null)
    : {
        status: unjudged === 'not reported' ? ('not reported' as const) : ('too few students' as const),
        contradictory: false,
      };
  return {
    measureId,
    group,
    schoolYear,
    status,
    unjudged,
    contradictory,
    level: closedLevel,
    progress: closedProgress,
  };
}

function judgementOf(
  { effect, practical }: { readonly effect: number; readonly practical: number },
  adjusted: number,
  direction: Direction,
): Judgement {
  if (adjusted > falseDiscoveries || Math.abs(effect) < practical || effect === 0) return 'as expected';
  return effect > 0 === (direction === 'up') ? 'better' : 'worse';
}
