import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { emptyState } from '../../page/emptyState.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { figurePath } from '../evidence/figurePath.ts';
import { figureLink, shortValue } from '../evidence/figureText.page.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { type BenchmarkReading, type PartyStanding, readPartnership } from './benchmarkReading.store.ts';
import { mayPromise } from './mayPromise.ts';
import { paceBadge, standingSentence } from './paceBlock.page.ts';

/** Every benchmark by focus area, each district's targets and pace beside each other. */
export const benchmarkListPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/benchmarks',
    access: 'members',
    answer: benchmarkListPage,
  },
];

async function benchmarkListPage(ask: MemberAsk): Promise<Response> {
  const reading = await asMember(ask.hub.database, ask.member, readPartnership);
  return ask.respond({
    title: 'Benchmarks',
    section: 'benchmarks',
    body: html`${pageHeading({
      title: 'Benchmarks',
      lead: 'One measure, promised by both; each district sets its own targets and answers to its own plan. Pace is counted, never typed.',
      actions: html`${linkButton({ label: 'Targets in Excel', href: `${ask.home}/work/sheets`, tone: 'quiet' })}${
        mayPromise(ask.member.role)
          ? linkButton({ label: 'New benchmark', href: `${ask.home}/benchmarks/new`, tone: 'main' })
          : ''
      }`,
    })}${focusAreas.map((area) => {
      const own = reading.benchmarks.filter((one) => one.benchmark.focusArea === area.id);
      return section({
        title: area.name,
        id: area.id,
        body:
          own.length === 0
            ? emptyState({
                title: `No benchmark for ${inSentence(area.name)} yet`,
                body:
                  area.id === 'leadership'
                    ? 'No public file measures the leadership of adults. Principal and teacher retention come from the districts’ own staff records, once a release brings them.'
                    : 'Choose a measure that both districts mean to move.',
                action: mayPromise(ask.member.role)
                  ? linkButton({ label: 'Make one', href: `${ask.home}/benchmarks/new` })
                  : undefined,
              })
            : own.map((benchmark) => benchmarkCard(ask.home, benchmark)),
      });
    })}`,
  });
}

/** One benchmark: its promise, and a row a district. */
export function benchmarkCard(home: string, reading: BenchmarkReading): Content {
  const { benchmark, measure, group } = reading;
  const href = `${home}/benchmarks/${benchmark.id}`;
  return card({
    title: `${measure.shortName}: ${inSentence(group.name)}`,
    href,
    level: 3,
    id: `benchmark-${benchmark.id}`,
    body: html`<p>${benchmark.wording}</p>${table<PartyStanding>({
      caption: `${measure.shortName}, ${inSentence(group.name)}`,
      captionHidden: true,
      columns: [
        { header: 'District', kind: 'header', cell: ({ party }) => party.shortName },
        {
          header: 'Started from',
          kind: 'number',
          cell: ({ series }) =>
            series
              ? html`${shortValue(series.baseline.value, measure)} <span class="quiet">${schoolYearName(series.baseline.year)}</span>`
              : '',
        },
        {
          header: 'Now',
          kind: 'number',
          cell: ({ newest, party }) =>
            newest
              ? html`${figureLink(newest.figure, measure, figurePath(home, party.cds, newest.subject), `${party.name}, ${measure.shortName}, ${schoolYearName(newest.subject.schoolYear)}`)} <span class="quiet">${schoolYearName(newest.subject.schoolYear)}</span>`
              : html`<span class="quiet">nothing shown</span>`,
        },
        {
          header: 'Target',
          kind: 'number',
          cell: ({ series }) => {
            const last = series?.targets.at(-1);
            return last
              ? html`${shortValue(last.value, measure)} <span class="quiet">${schoolYearName(last.year)}</span>`
              : '';
          },
        },
        { header: 'Pace', cell: ({ pace }) => paceBadge(pace) },
        { header: 'Stands as', cell: ({ series }) => (series ? badge(series.provenance) : '') },
      ],
      rows: reading.standings,
    })}${columns(
      'two',
      reading.standings.map(
        (standing) => html`<p class="pace-sentence">${standingSentence(reading, standing)}</p>`,
      ),
    )}`,
  });
}
