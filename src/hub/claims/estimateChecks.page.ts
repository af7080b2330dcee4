import { card } from '../../page/card.ts';
import { distribution } from '../../page/distribution.ts';
import { dotInterval } from '../../page/dotInterval.ts';
import { type Content, html } from '../../page/html.ts';
import { strip } from '../../page/strip.ts';
import { table } from '../../page/table.ts';
import { formatInterval, formatNumber } from '../../vocabulary/formatNumber.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { MethodFinding } from './claimResult.ts';
import { methodMeans, methodNames } from './claimWords.ts';
import type { EstimateView } from './estimateView.page.ts';

/** A p as it is told: never zero, never rounded across 0.05. */
export function placeboText(p: number): string {
  if (p < 0.001) return 'below 0.001';
  return formatNumber(p > 0.05 ? Math.ceil(p * 1000) / 1000 : p, 3);
}

/** Where the estimate lies among the estimates for districts where nothing started. */
export function placeboCard(view: EstimateView): Content {
  const { result, treated, unit, number, terms } = view;
  const own = result.methods.find(({ method }) => method === result.method);
  if (!own?.placebo) return '';
  const { p, placebos } = own.placebo;
  const asLarge = result.placeboEffects.filter((effect) => Math.abs(effect) >= Math.abs(own.estimate)).length;
  const size = terms.treated.length;
  const each = size === 1 ? 'Each other district in turn' : `Every choice of ${size} other districts`;
  const how =
    result.placebosMade === 'drawn'
      ? `${formatNumber(placebos)} choices of ${size} other districts, drawn with a fixed seed, are`
      : `${each} is`;
  return card({
    body: distribution({
      id: 'placebos',
      title: 'Could it be chance?',
      level: 3,
      sentence: `${how} treated as if something had started there. Of ${formatNumber(placebos)} such placebos ${formatNumber(asLarge)} show a change at least as large, up or down: p ${placeboText(p)}.`,
      axis: { unit },
      name: 'placebos',
      values: result.placeboEffects,
      decimals: result.decimals,
      own: { name: treated, value: own.estimate, text: number(own.estimate) },
    }),
  });
}

/** The estimate without each of the districts it leans on, and at a start made up before the real one. */
export function robustnessCard(view: EstimateView): Content {
  const { result, unit, number, nameOf, panel } = view;
  const own = result.methods.find(({ method }) => method === result.method);
  if (!own) return '';
  const estimates = result.leaveOneOut.map(({ estimate }) => estimate);
  const [low, high] = [Math.min(...estimates), Math.max(...estimates)];
  const inTime = result.inTime
    ? `At a start made up in ${schoolYearName(result.inTime.firstTreatedYear)}, before the real one, the same method finds ${number(result.inTime.estimate)}: the nearer to zero, the better.`
    : `There are too few years before ${schoolYearName(panel.firstTreatedYear)} to make up an earlier start.`;
  return card({
    body: html`${strip({
      id: 'leave-one-out',
      title: 'Does it hang on one district?',
      level: 3,
      sentence:
        estimates.length === 0
          ? 'No single district carries weight.'
          : `Without any one of the ${formatNumber(estimates.length)} districts it leans on, the estimate lies between ${number(low)} and ${number(high)}.`,
      axis: { unit },
      rowName: 'Without',
      name: 'Estimate without one district',
      values: result.leaveOneOut
        .map(({ cds, estimate }) => ({ label: nameOf(cds), value: estimate, text: number(estimate) }))
        .sort((a, b) => (a.label < b.label ? -1 : 1)),
      own: { name: 'Estimate', value: own.estimate, text: number(own.estimate) },
      reference: { value: 0, label: 'no change' },
    })}<p>${inTime}</p>`,
  });
}

/** All methods side by side: only the registered one says something, the others can only take away. */
export function methodsCard(view: EstimateView): Content {
  const { result, treated, unit, number, terms } = view;
  const decimals = result.decimals;
  const rows = [...result.methods].sort(
    (a, b) => Number(b.method === result.method) - Number(a.method === result.method),
  );
  const label = ({ method }: MethodFinding) =>
    `${methodNames[method]}${method === terms.method ? ' (registered)' : ''}`;
  const range = (interval: MethodFinding['interval']) =>
    interval ? formatInterval(interval[0], interval[1], decimals) : 'none';
  const signs = new Set(rows.map(({ estimate }) => Math.sign(estimate)));
  return card({
    body: html`${dotInterval({
      id: 'methods',
      title: 'All methods side by side',
      level: 2,
      sentence: `The method was fixed beforehand; the other two are shown so that nobody can choose among them. ${signs.size === 1 ? 'All three point the same way.' : 'They do not all point the same way.'}`,
      axis: { unit },
      rowName: 'Method',
      reference: { value: 0, label: 'no change' },
      rows: rows.map((one) => ({
        label: methodNames[one.method],
        dots: [
          {
            name: treated,
            role: 'together' as const,
            value: one.estimate,
            text: number(one.estimate),
            interval: one.interval
              ? { low: one.interval[0], high: one.interval[1], text: range(one.interval) }
              : undefined,
          },
        ],
      })),
    })}${table<MethodFinding>({
      caption: 'What each method found',
      captionHidden: true,
      columns: [
        {
          header: 'Method',
          kind: 'header',
          cell: (one) => html`${label(one)}<br><span class="quiet">${methodMeans[one.method]}</span>`,
        },
        { header: 'Change', kind: 'number', cell: ({ estimate }) => number(estimate) },
        {
          header: '95 % interval',
          kind: 'number',
          cell: ({ interval }) => html`<span class="nowrap">${range(interval)}</span>`,
        },
        {
          header: 'Placebo p',
          kind: 'number',
          cell: ({ placebo }) => (placebo ? placeboText(placebo.p) : 'none'),
        },
        {
          header: 'Misfit before',
          kind: 'number',
          cell: ({ preFitError }) => number(preFitError),
        },
      ],
      rows,
      note: `In ${unit}. Misfit before: how far the two lines lay apart in the years before the start, on average.`,
    })}`,
  });
}
