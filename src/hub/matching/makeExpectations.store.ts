import { z } from 'zod';
import { measureById } from '../../measures/registry.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import { figureVariance, indexSpreads, type Spreads } from '../evidence/figureVariance.ts';
import { copyLine } from '../loading/copyLine.ts';
import { readStatements } from '../store/statements.ts';
import type { OperatorView } from '../store/view.ts';
import { type DistrictProfile, designRow, type SharedSpace } from './districtProfile.ts';
import { type Expectation, mostYears } from './expectation.ts';
import { fitExpectations } from './fitExpectations.ts';
import { gridGroups, gridMeasures } from './gridMeasures.ts';
import { type OutcomeFigure, parseOutcomeLines } from './outcomeLines.ts';
import { pointsOf } from './outcomePoints.ts';
import { rateOverdispersion } from './rateOverdispersion.ts';

const sql = readStatements(import.meta.url, ['selectOutcomeLines', 'selectSpreads', 'deleteExpectations']);

const OutcomeLines = z.object({ measureId: z.string(), group: z.string(), lines: z.string() });
const Spread = z.object({ measureId: z.string(), group: z.string(), withinVariance: z.number() });

/** A level that is older than this, counted from the year of the profiles, is not today's. */
const oldest = 2;

/** Makes anew what is expected of a district with a given profile, for every measure and group with enough districts. Answers how many. */
export async function makeExpectations(
  view: OperatorView,
  profiles: readonly DistrictProfile[],
  space: SharedSpace,
): Promise<number> {
  await view.run(sql.deleteExpectations, {});
  const now = Math.max(...profiles.map(({ schoolYear }) => schoolYear));
  const slices = await view.rows(
    sql.selectOutcomeLines,
    {
      districtIds: profiles.map(({ districtId }) => districtId),
      measureIds: gridMeasures.map(({ id }) => id),
      groups: gridGroups.map(({ code }) => code),
      fromYear: now - oldest - mostYears + 1,
    },
    OutcomeLines,
  );
  const spreads = indexSpreads(await view.rows(sql.selectSpreads, {}, Spread));
  const design = profiles.map((profile) => designRow(profile, space));
  const lines: string[] = [];
  for (const ofMeasure of Map.groupBy(slices, ({ measureId }) => measureId).values()) {
    for (const expectation of expectationsOf(ofMeasure, design, spreads, now))
      lines.push(expectationLine(expectation));
  }
  await view.copyIn(
    'copy expectation (measure_id, student_group, kind, school_year, years, districts, overdispersion, deviation, practical, model) from stdin',
    inPieces(lines),
  );
  return lines.length;
}

function expectationsOf(
  slices: readonly z.infer<typeof OutcomeLines>[],
  design: readonly (readonly number[] | undefined)[],
  spreads: Spreads,
  now: number,
): Expectation[] {
  const figures = new Map(slices.map(({ group, lines }) => [group, parseOutcomeLines(lines)]));
  const measure = measureById(slices[0]?.measureId ?? '');
  const newest = newestYear(figures.get('ALL') ?? []);
  if (newest === undefined || newest < now - oldest) return [];
  const ofAll = overdispersionOf(measure.unit, figures.get('ALL') ?? []) ?? 1;
  return [...figures].flatMap(([code, own]) => {
    const group = code as StudentGroupCode;
    const overdispersion = overdispersionOf(measure.unit, own) ?? ofAll;
    const points = pointsOf(own, (figure) => {
      const variance = figureVariance(figure, measure, group, spreads);
      return variance === null ? null : variance * overdispersion;
    });
    return fitExpectations({ measure, group, overdispersion }, points, design, newest);
  });
}

function overdispersionOf(unit: string, figures: readonly OutcomeFigure[]): number | undefined {
  return unit === 'percent' ? rateOverdispersion(figures) : 1;
}

/** The newest year in which at least half as many districts show all students' figure as in the year that most do. */
function newestYear(figures: readonly OutcomeFigure[]): number | undefined {
  const shown = Map.groupBy(
    figures.filter(({ value }) => value !== null),
    ({ year }) => year,
  );
  const most = Math.max(0, ...[...shown.values()].map((own) => own.length));
  const full = [...shown].filter(([, own]) => own.length >= most / 2).map(([year]) => year);
  return full.length === 0 ? undefined : Math.max(...full);
}

function expectationLine(one: Expectation): string {
  return copyLine([
    one.measureId,
    one.group,
    one.kind,
    one.schoolYear,
    `{${one.years.join(',')}}`,
    one.districts,
    one.overdispersion,
    one.deviation,
    one.practical,
    JSON.stringify(one.model),
  ]);
}

async function* inPieces(lines: readonly string[]): AsyncGenerator<string> {
  for (let i = 0; i < lines.length; i += 100) yield lines.slice(i, i + 100).join('');
}
