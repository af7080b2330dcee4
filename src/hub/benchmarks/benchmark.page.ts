import { badge } from '../../page/badge.ts';
import { breadcrumb } from '../../page/breadcrumb.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { lineChart } from '../../page/lineChart.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { measurePath } from '../evidence/figurePath.ts';
import { shortValue, valueText, yearPoint } from '../evidence/figureText.page.ts';
import { measureAxis, measureReference } from '../evidence/measureAxis.page.ts';
import { definitionCard } from '../evidence/provenance.page.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { selectEngagements } from '../work/engagements.store.ts';
import { servingWork } from '../work/servingWork.page.ts';
import { type BenchmarkReading, type PartyStanding, readPartnership } from './benchmarkReading.store.ts';
import type { TargetSeries } from './benchmarks.store.ts';
import { mayPromise } from './mayPromise.ts';
import { paceBlock, standingSentence } from './paceBlock.page.ts';

/** One benchmark: figures against targets, pace, and how the promise changed. */
export const benchmarkPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/benchmarks/:benchmark',
    access: 'members',
    answer: benchmarkPage,
  },
];

async function benchmarkPage(ask: MemberAsk): Promise<Response> {
  const { benchmarks, engagements, parties } = await asMember(ask.hub.database, ask.member, async (view) => ({
    benchmarks: (await readPartnership(view)).benchmarks,
    engagements: await selectEngagements(view),
    parties: await selectParties(view),
  }));
  const reading = benchmarks.find((one) => one.benchmark.id === ask.context.req.param('benchmark'));
  if (!reading) return notFound(ask, 'There is no such benchmark.');
  const { benchmark, measure, group, standings } = reading;
  const title = `${measure.shortName}: ${inSentence(group.name)}`;
  const own = standings.find(({ party }) => party.districtId === ask.member.districtId);
  return ask.respond({
    title,
    section: 'benchmarks',
    body: html`${pageHeading({
      title,
      eyebrow: focusAreas.find((area) => area.id === benchmark.focusArea)?.name,
      lead: benchmark.wording,
      trail: breadcrumb([
        { label: 'Partnership', href: ask.home },
        { label: 'Benchmarks', href: `${ask.home}/benchmarks` },
        { label: title },
      ]),
      meta: `Made by ${benchmark.madeBy}, ${formatMoment(benchmark.madeAt)}`,
      actions: html`${
        own && mayPromise(ask.member.role)
          ? linkButton({
              label: `Change ${own.party.shortName}’s targets`,
              href: targetsPath(ask.home, reading, own),
            })
          : ''
      }${linkButton({ label: 'The measure by group', href: measurePath(ask.home, measure.id, group.code), tone: 'quiet' })}`,
    })}
${card({ body: chart(reading) })}
${section({
  title: 'Pace',
  id: 'pace',
  lead: 'The change a year since the baseline, with the interval that chance in who was counted allows, against the change a year that is needed.',
  body: html`<div class="columns columns-two">${standings.map((standing) => html`<div>${card({ body: paceBlock(reading, standing) })}</div>`)}</div>`,
})}
${servingWork(ask, { engagements, parties, by: { benchmark: benchmark.id } })}
${section({ title: 'What each district promised', id: 'targets', body: html`<div class="columns columns-two">${standings.map((standing) => html`<div>${promise(reading, standing)}</div>`)}</div>` })}
${section({ title: 'What is counted', id: 'definition', body: definitionCard(measure) })}`,
  });
}

function targetsPath(home: string, { benchmark }: BenchmarkReading, { party }: PartyStanding): string {
  return `${home}/benchmarks/${benchmark.id}/districts/${party.cds}/targets`;
}

function chart(reading: BenchmarkReading): Content {
  const { measure, group, standings } = reading;
  const years = [...new Set(standings.flatMap(({ party }) => party.figures.years(measure.id)))].sort(
    (a, b) => a - b,
  );
  const line = (name: string, role: PartyStanding['party']['role'], series: TargetSeries, old: boolean) => ({
    name,
    role,
    old,
    points: [series.baseline, ...series.targets].map(({ year, value }) => ({
      year,
      value: Number(value),
      text: shortValue(value, measure),
    })),
  });
  return lineChart({
    id: 'benchmark',
    title: 'Figures and targets by school year',
    level: 2,
    sentence: standings.map((standing) => standingSentence(reading, standing)).join(' '),
    axis: measureAxis(measure),
    reference: measureReference(
      measure,
      standings.flatMap(({ series, newest }) => [
        ...(series?.targets ?? []).map((target) => Number(target.value)),
        newest?.figure.seen === 'shown' ? Number(newest.figure.value) : -999,
      ]),
    ),
    series: standings.map(({ party }) => ({
      name: party.shortName,
      role: party.role,
      points: years.map((year) =>
        yearPoint(year, party.figures.find(measure.id, group.code, year)?.figure, measure),
      ),
    })),
    targets: standings.flatMap(({ party, series, earlier }) => [
      ...(series ? [line(`${party.shortName} target`, party.role, series, false)] : []),
      ...earlier.map((old) =>
        line(`${party.shortName} target, version ${old.version}`, party.role, old, true),
      ),
    ]),
  });
}

function promise({ measure }: BenchmarkReading, { party, series, earlier }: PartyStanding): Content {
  if (!series) return card({ title: party.name, level: 3, body: 'No targets yet.' });
  return card({
    title: party.name,
    level: 3,
    badges: badge(series.provenance),
    body: html`${definitionList([
      {
        term: 'Started from',
        description: `${valueText(series.baseline.value, measure)} in ${schoolYearName(series.baseline.year)}`,
      },
      { term: 'Targets', description: targetsText(series, measure) },
      { term: 'Own plan goal', description: series.planGoal ?? 'none named' },
      { term: 'Reason', description: series.reason },
      { term: 'Set by', description: `${series.madeBy}, ${formatMoment(series.madeAt)}` },
    ])}${
      earlier.length > 0
        ? table<TargetSeries>({
            caption: 'Earlier targets',
            columns: [
              { header: 'Version', kind: 'header', cell: (old) => String(old.version) },
              { header: 'Targets', cell: (old) => targetsText(old, measure) },
              { header: 'Reason', cell: (old) => old.reason },
              { header: 'Set', cell: (old) => `${old.madeBy}, ${formatMoment(old.madeAt)}` },
            ],
            rows: earlier,
          })
        : ''
    }`,
  });
}

function targetsText(series: TargetSeries, measure: BenchmarkReading['measure']): string {
  return series.targets
    .map(({ year, value }) => `${valueText(value, measure)} by ${schoolYearName(year)}`)
    .join('; ');
}
