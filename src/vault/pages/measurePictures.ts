import { dotInterval } from '../../page/dotInterval.ts';
import type { DotRow } from '../../page/dotRow.ts';
import { type Html, html } from '../../page/html.ts';
import { lineChart } from '../../page/lineChart.ts';
import type { ReferenceLine, Series } from '../../page/series.ts';
import { smallMultiples } from '../../page/smallMultiples.ts';
import type { Axis } from '../../page/valueScale.ts';
import { formatInterval } from '../../vocabulary/formatNumber.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { SeriesRole } from '../../vocabulary/seriesRole.ts';
import { countValue } from '../measuring/measureTable.ts';
import { countInterval, countNumber } from './countNumber.ts';
import { type Slice, wholeDistrict } from './measureCounts.store.ts';
import { spreadSentence, trendSentence } from './measureWords.ts';
import { shortValue } from './shortValue.ts';
import { groupName } from './sliceChoice.ts';

const source = 'Raw counts of this vault, not for sharing.';
const mostSchools = 30;

/** One group of a place over the years, beside all of the place's students. */
export function trendPicture(
  slices: readonly Slice[],
  all: readonly Slice[],
  measure: MeasureDefinition,
  where: string,
): Html {
  const group = groupName(slices[0]?.group ?? 'ALL');
  const isAll = slices[0]?.group === 'ALL';
  const series = [
    seriesOf(isAll ? group : 'This group', 'a', slices, measure),
    ...(isAll ? [] : [seriesOf('All students', 'state', all, measure)]),
  ];
  return lineChart({
    id: 'trend',
    title: `${measure.shortName}: ${inSentence(group)}, ${where}`,
    level: 2,
    sentence: trendSentence(slices, measure),
    axis: trendAxis(measure, series),
    series,
    source,
    ...(referenceOf(measure) ? { reference: referenceOf(measure) } : {}),
  });
}

/** Each group of a place over the years, beside all of its students. */
export function groupPictures(slices: readonly Slice[], measure: MeasureDefinition, where: string): Html {
  const byGroup = Map.groupBy(slices, ({ group }) => group);
  const all = byGroup.get('ALL');
  const newest = Math.max(...slices.map(({ year }) => year));
  const multiples = [...byGroup]
    .filter(([group]) => group !== 'ALL')
    .map(([group, own]) => ({
      label: groupName(group),
      series: [
        ...(all ? [seriesOf('All students', 'state', all, measure)] : []),
        seriesOf('This group', 'a', own, measure),
      ],
    }));
  const ofNewest = slices.filter(({ year, group }) => year === newest && group !== 'ALL');
  return smallMultiples({
    id: 'groups',
    title: `${measure.shortName} by group, ${where}`,
    level: 2,
    sentence: html`${trendSentence(all ?? [], measure)} ${spreadSentence(ofNewest, measure, `groups in ${schoolYearName(newest)}`, ({ group }) => inSentence(groupName(group)))}`,
    axis: axisOf(measure),
    multiples,
    source,
    ...(referenceOf(measure) ? { reference: referenceOf(measure) } : {}),
  });
}

/** Each school in one year against the district; of many the lowest and the highest. */
export function schoolPicture(
  slices: readonly Slice[],
  measure: MeasureDefinition,
  year: number,
): Html | string {
  const ofYear = slices.filter((one) => one.year === year);
  const valueOf = (one: Slice): number => countNumber(one, measure.unit) ?? Number.NaN;
  const schools = ofYear
    .filter((one) => one.school !== wholeDistrict && !Number.isNaN(valueOf(one)))
    .toSorted((a, b) => valueOf(b) - valueOf(a));
  if (schools.length === 0) return '';
  const district = ofYear.find(({ school }) => school === wholeDistrict);
  const half = mostSchools / 2;
  const isCut = schools.length > mostSchools;
  const shown = isCut ? [...schools.slice(0, half), ...schools.slice(-half)] : schools;
  const group = groupName(schools[0]?.group ?? 'ALL');
  const cut = isCut ? ` Shown are the ${half} highest and the ${half} lowest of ${schools.length}.` : '';
  const withIntervals = shown.some((one) => countInterval(one, measure.unit));
  return dotInterval({
    id: 'schools',
    title: `${measure.shortName} by school, ${inSentence(group)}, ${schoolYearName(year)}`,
    level: 2,
    sentence: `${district ? `The district as a whole: ${countValue(district)}. ` : ''}${spreadSentence(schools, measure, 'schools', ({ place }) => place)}${cut}`,
    axis: axisOf(measure),
    rowName: 'School',
    rows: shown.map((one) => dotOf(one, measure)),
    source: withIntervals
      ? `${source} The lines are 95 % intervals: as far as chance in who sat there could move a school of its size.`
      : source,
    ...(district && !Number.isNaN(valueOf(district))
      ? { reference: { value: valueOf(district), label: 'the district' } }
      : {}),
  });
}

function dotOf(slice: Slice, measure: MeasureDefinition): DotRow {
  const interval = countInterval(slice, measure.unit);
  return {
    label: slice.place,
    dots: [
      {
        name: 'School',
        role: 'a',
        value: countNumber(slice, measure.unit),
        text: `${shortValue(slice)}, n ${slice.n}`,
        ...(interval
          ? { interval: { ...interval, text: formatInterval(interval.low, interval.high, 1) } }
          : {}),
      },
    ],
  };
}

function seriesOf(
  name: string,
  role: SeriesRole,
  slices: readonly Slice[],
  measure: MeasureDefinition,
): Series {
  return {
    name,
    role,
    points: slices.map((one) => ({
      year: one.year,
      value: countNumber(one, measure.unit),
      text: shortValue(one),
    })),
  };
}

/** A share that hardly moves is not drawn as one that leaps: the axis of percents holds ten of them at least. */
function trendAxis(measure: MeasureDefinition, series: readonly Series[]): Axis {
  const axis = axisOf(measure);
  const values = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (measure.unit !== 'percent' || values.length === 0 || high - low >= 10) return axis;
  const from = Math.max(0, Math.min(90, Math.floor((low + high) / 2) - 5));
  return { ...axis, domain: [Math.min(from, Math.floor(low)), Math.max(from + 10, Math.ceil(high))] };
}

function axisOf({ unit, unitNote }: MeasureDefinition): Axis {
  if (unit === 'percent') return { unit: 'percent', tickSuffix: '%' };
  if (unit === 'points') return { unit: 'points from the standard' };
  return { unit: unit === 'per thousand' ? 'in a thousand' : unitNote };
}

function referenceOf({ unit }: MeasureDefinition): ReferenceLine | undefined {
  return unit === 'points' ? { value: 0, label: 'standard met' } : undefined;
}
