import { fayHerriot } from '../../stats/shrinkage/fayHerriot.ts';
import { weightedSlope } from '../../stats/weightedSlope.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import { type Expectation, fewestYears, mostYears, practicalShare } from './expectation.ts';

/** One shown figure of a district: its row among the districts' profiles, and the variance of its sampling error. */
export type OutcomePoint = {
  readonly district: number;
  readonly year: number;
  readonly value: number;
  readonly variance: number;
};

/** Fewest districts for each coefficient of a model. */
const districtsPerColumn = 3;

type Slice = {
  readonly measure: MeasureDefinition;
  readonly group: StudentGroupCode;
  readonly overdispersion: number;
};

/**
 * What is expected of a district in one measure and group: its level in `newest` and, where enough districts show three years,
 * its progress. Both are area-level models over all districts that have a profile (`fayHerriot`, REML): the value, or
 * the weighted slope over the years at hand, on the design rows, with the sampling variances given. `design` is by
 * district, undefined without a profile. Too few districts make no expectation, nor does a model that does not settle.
 *
 * Deviation is the square root of the model variance (districts' own effects) plus the variance of what is expected of the
 * districts; a tenth of it is the smallest difference that is called.
 */
export function fitExpectations(
  slice: Slice,
  points: readonly OutcomePoint[],
  design: readonly (readonly number[] | undefined)[],
  newest: number,
): Expectation[] {
  const usable = points.filter(
    ({ district, year }) => design[district] && year <= newest && year > newest - mostYears,
  );
  const level = usable.filter(({ year }) => year === newest);
  const slopes = [...Map.groupBy(usable, ({ district }) => district).values()].flatMap((own) =>
    slopeOf(own, newest),
  );
  const years = [...new Set(usable.map(({ year }) => year))].sort((a, b) => a - b);
  return [
    ...fit({ ...slice, kind: 'level', years: [newest] }, newest, level, design),
    ...fit({ ...slice, kind: 'progress', years }, newest, slopes, design),
  ];
}

/** A district's change a year, where the newest and at least two more years are shown. */
export function slopeOf(
  own: readonly OutcomePoint[],
  newest: number,
): { readonly district: number; readonly value: number; readonly variance: number }[] {
  const [first] = own;
  if (!first || own.length < fewestYears || !own.some(({ year }) => year === newest)) return [];
  const line = weightedSlope(own.map(({ year, value, variance }) => ({ x: year, value, variance })));
  if (!line.ok) return [];
  return [{ district: first.district, value: line.slope, variance: line.standardError ** 2 }];
}

function fit(
  slice: Slice & { readonly kind: Expectation['kind']; readonly years: readonly number[] },
  newest: number,
  areas: readonly { readonly district: number; readonly value: number; readonly variance: number }[],
  design: readonly (readonly number[] | undefined)[],
): Expectation[] {
  const rows = areas.map(({ district }) => design[district] as readonly number[]);
  const width = rows[0]?.length ?? 0;
  let columns = Array.from({ length: width }, (_, i) => i);
  if (areas.length < districtsPerColumn * width || width === 0) return [];
  const values = areas.map(({ value }) => value);
  const variances = areas.map(({ variance }) => variance);
  const cut = () => rows.map((row) => columns.map((column) => row[column] as number));
  let fitted = fayHerriot(values, variances, cut());
  if (!fitted.ok && fitted.reason === 'columns of the design repeat each other') {
    const repeated = fitted.columns;
    columns = columns.filter((_, i) => !repeated.includes(i));
    fitted = fayHerriot(values, variances, cut());
  }
  if (!fitted.ok || !fitted.converged) return [];
  const expected = fitted.areas.map((area) => area.expected);
  const mean = expected.reduce((sum, one) => sum + one, 0) / expected.length;
  const spread = expected.reduce((sum, one) => sum + (one - mean) ** 2, 0) / expected.length;
  const deviation = Math.sqrt(fitted.model.modelVariance + spread);
  return [
    {
      measureId: slice.measure.id,
      group: slice.group,
      kind: slice.kind,
      schoolYear: newest,
      years: slice.years,
      districts: areas.length,
      overdispersion: slice.overdispersion,
      deviation,
      practical: practicalShare * deviation,
      model: { columns, fit: fitted.model },
    },
  ];
}
