import { card } from '../../page/card.ts';
import type { Content } from '../../page/html.ts';
import { lineChart } from '../../page/lineChart.ts';
import type { YearPoint } from '../../page/series.ts';
import { formatPercent, formatSigned } from '../../vocabulary/formatNumber.ts';
import type { EstimateView } from './estimateView.page.ts';

/** The districts of the claim beside the others weighted to be like them, and the gap between the two. */
export function estimatePicture(view: EstimateView): readonly Content[] {
  return [card({ body: pathsChart(view) }), card({ body: gapChart(view) })];
}

function pathsChart(view: EstimateView): Content {
  const { panel, result, treated, unit, since, number } = view;
  const mean = (path: readonly number[], after: boolean) => {
    const own = path.filter((_, i) => (panel.years[i] ?? 0) >= panel.firstTreatedYear === after);
    return own.reduce((sum, value) => sum + value, 0) / own.length;
  };
  const [before, after] = [false, true].map((one) => number(mean(result.treatedPath, one)));
  const [likeBefore, likeAfter] = [false, true].map((one) => number(mean(result.syntheticPath, one)));
  const others = view.synthetic ? 'Made-up districts, weighted' : 'Other districts, weighted';
  const points = (path: readonly number[]): YearPoint[] =>
    panel.years.map((year, i) => ({ year, value: path[i] ?? null, text: number(path[i] ?? 0) }));
  return lineChart({
    id: 'paths',
    title: `${treated} beside ${view.synthetic ? 'made-up districts' : 'districts'} weighted to be like them`,
    level: 2,
    sentence: `${treated} averaged ${before} ${unit} before ${since} and ${after} from then on. The comparison averaged ${likeBefore} before and ${likeAfter} after: what it did is what would have been expected.`,
    axis: { unit },
    start: { year: panel.firstTreatedYear, label: `Start, ${since}` },
    series: [
      { name: treated, role: 'together', points: points(result.treatedPath) },
      { name: others, role: 'synthetic', points: points(result.syntheticPath) },
    ],
    height: 340,
  });
}

function gapChart(view: EstimateView): Content {
  const { panel, result, treated, unit, since } = view;
  const signed = (value: number) => formatSigned(value, result.decimals);
  const gaps = panel.years.map((_, i) => (result.treatedPath[i] ?? 0) - (result.syntheticPath[i] ?? 0));
  const point = (year: number, value: number): YearPoint => ({ year, value, text: signed(value) });
  const reaches = result.events.flatMap(({ year, reach }) =>
    reach === null ? [] : [{ year, low: -reach, high: reach, text: `${signed(-reach)} to ${signed(reach)}` }],
  );
  const outside = result.events.filter(
    ({ year, gap, reach }) => year >= panel.firstTreatedYear && reach !== null && Math.abs(gap) > reach,
  );
  const years = result.events.filter(({ year }) => year >= panel.firstTreatedYear).length;
  const trend = result.preTrend
    ? ` Before the start, ${formatPercent(100 * result.preTrend.p, 0)} of such districts lay as far from the others as ${treated}.`
    : '';
  return lineChart({
    id: 'gaps',
    title: 'The gap, year by year',
    level: 2,
    sentence: `Above zero, ${treated} did more than the comparison. The shaded range holds 95 % of districts where nothing started: ${outside.length} of ${years} years since ${since} lie outside it.${trend}`,
    axis: { unit },
    reference: { value: 0, label: '' },
    start: { year: panel.firstTreatedYear, label: `Start, ${since}` },
    band: reaches.length > 0 ? { name: 'Where nothing started', points: reaches } : undefined,
    series: [
      {
        name: 'By the registered method',
        role: 'together',
        points: panel.years.map((year, i) => point(year, gaps[i] ?? 0)),
      },
      {
        name: 'To the plain average',
        role: 'state',
        points: result.events.map(({ year, gap }) => point(year, gap)),
      },
    ],
    height: 260,
  });
}
