import { badge } from '../../page/badge.ts';
import { card } from '../../page/card.ts';
import { details } from '../../page/details.ts';
import { figure } from '../../page/figure.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import type { Pack, PackBenchmark, PackFigure } from '../../vocabulary/pack.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { benchmarkTitle } from './agenda.ts';
import { packSourcesView } from './packSourcesView.page.ts';
import { packTally } from './packTally.ts';
import { packWorkView } from './packWorkView.page.ts';

/** A pack as a page, from what it holds and nothing else: figures, work, promises, agreements, sources. */
export function packView(pack: Pack, afterHeadline: Content = ''): Html {
  return html`${pack.isSample ? html`<p>${badge('synthetic', 'Sample: invented')} People and promises are invented; figures are those of the sample.</p>` : ''}<div class="columns columns-three">${headline(pack)}</div>${afterHeadline}${section(
    {
      title: 'Benchmarks and pace',
      id: 'benchmarks',
      body: card({ body: benchmarkTable(pack) }),
    },
  )}${packWorkView(pack)}${packSourcesView(pack)}`;
}

function headline(pack: Pack): Content {
  const { students, year, paces, onPace, promises, done, overdue } = packTally(pack);
  return html`${
    students > 0 && year
      ? figure({
          label: 'Students in both districts',
          value: formatNumber(students),
          change: `enrolled at some time in ${schoolYearName(year)}`,
        })
      : ''
  }${figure({
    label: 'Benchmarks on pace or met',
    value: `${onPace} of ${paces}`,
    change: 'counting each district’s own targets',
  })}${
    promises > 0
      ? figure({
          label: 'Commitments kept',
          value: `${done} of ${promises}`,
          change: overdue > 0 ? `${overdue} overdue` : 'none overdue',
        })
      : ''
  }`;
}

function benchmarkTable(pack: Pack): Html {
  return table<PackBenchmark>({
    caption: 'Benchmarks: newest figure, target and pace of each district',
    captionHidden: true,
    columns: [
      {
        header: 'Benchmark',
        kind: 'header',
        cell: (one) => html`${benchmarkTitle(pack, one)}<br><span class="quiet">${one.wording}</span>`,
      },
      ...pack.districts.map(({ cds, shortName }) => ({
        header: shortName,
        cell: (one: PackBenchmark) => {
          const side = one.districts.find((district) => district.cds === cds);
          return side ? districtSide(pack, one, side) : '';
        },
      })),
    ],
    rows: pack.benchmarks,
    empty: 'No benchmark had been set.',
  });
}

function districtSide(
  pack: Pack,
  { definition, measure }: PackBenchmark,
  { promise, newest, pace }: PackBenchmark['districts'][number],
): Html {
  const target = promise?.targets.at(-1);
  const unit = pack.definitions.find((one) => one.measure === measure)?.unit === 'percent' ? ' %' : '';
  return html`<strong>${newest ? figureText(newest) : 'No figure'}</strong> ${pace ? badge(pace.status) : badge('neutral', 'No targets')}<br>${
    target
      ? html`<span class="quiet">Target ${formatNumber(target.value)}${unit} by ${schoolYearName(target.year)} (${promise?.provenance})</span>`
      : ''
  }${pace ? details({ summary: 'The pace in a sentence', body: html`<p>${pace.sentence}</p>${promise?.planGoal ? html`<p>${promise.planGoal}</p>` : ''}${intervalText(pace)}${newest ? sourceLine(pack, newest, definition) : ''}` }) : ''}`;
}

export function figureText(one: PackFigure): Content {
  return one.seen === 'shown'
    ? html`${one.text} <span class="quiet">${schoolYearName(one.schoolYear)}${one.n === null ? '' : `, ${formatNumber(one.n)} students`}</span>`
    : html`<span class="withheld">${one.reason}</span>`;
}

function intervalText({ actualPerYear, interval }: NonNullable<PackBenchmark['districts'][number]['pace']>) {
  return actualPerYear && interval
    ? html`<p class="quiet">Change a year ${formatNumber(actualPerYear, 1)}, 90 % interval ${formatNumber(interval[0], 1)} to ${formatNumber(interval[1], 1)}.</p>`
    : '';
}

function sourceLine(pack: Pack, newest: PackFigure, definition: string): Html {
  const source = pack.sources.find(({ id }) => id === newest.source);
  return html`<p class="quiet">${source ? `${source.title}, ${source.publisher}, loaded ${formatDate(source.loadedOn)}. ` : ''}<a href="#definitions">Definition</a> <code>${definition.slice(0, 12)}</code></p>`;
}
