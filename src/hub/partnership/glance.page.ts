import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import {
  type BenchmarkReading,
  type PartnershipReading,
  type PartyStanding,
} from '../benchmarks/benchmarkReading.store.ts';
import { paceBadge } from '../benchmarks/paceBlock.page.ts';
import { districtPath, figurePath } from '../evidence/figurePath.ts';
import { figureLink, shortValue } from '../evidence/figureText.page.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { modesBlock } from '../work/modesBlock.page.ts';
import { orphansCard } from '../succession/peopleCards.page.ts';
import { actSentence } from './actSentence.ts';
import { dueFromYou } from './dueFromYou.page.ts';
import { gaveAndGot } from './gaveAndGot.page.ts';
import { readGlance } from './glanceReading.store.ts';
import type { HistoryLine } from './history.store.ts';
import { strategiesCard } from './strategiesCard.page.ts';
import { whomTheyServe } from './whomTheyServe.page.ts';

/** The first page: what is due from the reader, what both give and get, focus areas with their pace, what changed, strategies, modes, whom the districts serve. */
export const glancePages: Route[] = [
  { method: 'get', path: '/partnerships/:partnership', access: 'members', answer: glancePage },
];

async function glancePage(ask: MemberAsk): Promise<Response> {
  const reading = await asMember(ask.hub.database, ask.member, (view) => readGlance(view, ask.hub.now()));
  const { figures, parties, alive, today } = reading;
  const hasFigures = figures.parties.some((party) => party.figures.measures.size > 0);
  const orphans = ask.member.role === 'coordinator' ? reading.orphans : [];
  return ask.respond({
    title: 'At a glance',
    section: 'glance',
    body: html`${pageHeading({
      title: ask.member.partnership.name,
      eyebrow: 'The partnership at a glance',
      lead: leadOf(figures),
      actions: html`${figures.parties.map((party) => linkButton({ label: party.name, href: districtPath(ask.home, party.cds) }))}`,
    })}
${hasFigures ? '' : callout({ kind: 'warning', title: 'No public file is loaded yet', body: html`Load one with <code>tandem evidence load PATH</code>: the figures of both districts appear here.` })}
${columns('two', [
  html`${dueFromYou(ask, reading)}${orphansCard({ home: ask.home, parties, orphans, today })}`,
  gaveAndGot(ask.home, ask.member, reading),
])}
${section({
  title: 'Focus areas',
  id: 'focus-areas',
  lead: 'Each district’s newest public figure, the target it has set for itself, and whether its pace will reach it.',
  body: html`<div class="focus-areas">${focusAreas.map((area) => focusCard(ask.home, area, figures))}</div>`,
})}
${columns('two', [
  html`${section({
    title: 'What changed',
    id: 'changes',
    body: card({ body: changesBlock(ask.home, reading.changes) }),
  })}${section({
    title: 'Four strategies',
    id: 'strategies',
    body: strategiesCard(ask.home, alive),
  })}${section({
    title: 'Three modes of work',
    id: 'modes',
    body: card({ body: modesBlock(ask.home, alive) }),
  })}`,
  section({
    title: 'Whom they serve',
    id: 'students',
    body: card({ body: whomTheyServe(ask.home, figures.parties) }),
  }),
])}`,
  });
}

function leadOf({ parties, benchmarks }: PartnershipReading): string {
  const names = parties.map((party) => party.name).join(' and ');
  const students = parties.map((party) => party.figures.newestShown('suspension', 'ALL'));
  const total = students.reduce((sum, one) => sum + (one?.figure.n ?? 0), 0);
  const year = students[0]?.subject.schoolYear;
  const together =
    total > 0 && year && students.every((one) => one?.subject.schoolYear === year)
      ? ` Together they enrolled ${total.toLocaleString('en-US')} students at some time in ${schoolYearName(year)}.`
      : '';
  const purpose =
    benchmarks.length === 0
      ? ''
      : ` to move ${benchmarks.length === 1 ? 'one benchmark' : `${benchmarks.length} benchmarks`}`;
  return `${names} learn from each other${purpose}.${together}`;
}

function focusCard(home: string, area: (typeof focusAreas)[number], reading: PartnershipReading): Content {
  const own = reading.benchmarks.filter((one) => one.benchmark.focusArea === area.id);
  return card({
    title: area.name,
    href: `${home}/benchmarks#${area.id}`,
    level: 3,
    id: `focus-${area.id}`,
    badges: html`<span class="quiet">${area.on}</span>`,
    body:
      own.length === 0
        ? html`<p class="quiet">${
            area.id === 'leadership'
              ? 'No public file measures the leadership of adults. Principal and teacher retention will stand here once the districts release them from their own staff records.'
              : 'No benchmark yet.'
          }</p>`
        : own.map((one) => benchmarkRow(home, one, reading)),
  });
}

function benchmarkRow(home: string, reading: BenchmarkReading, { sources }: PartnershipReading): Content {
  const { benchmark, measure, group, standings } = reading;
  const isSynthetic = (standing: PartyStanding) =>
    Boolean(standing.newest && sources.get(standing.newest.sourceId)?.synthetic);
  return html`<div class="benchmark-row"><h4><a href="${`${home}/benchmarks/${benchmark.id}`}">${measure.shortName}: ${inSentence(group.name)}</a></h4>
<div class="standings">${standings.map((standing) => standingFigure(home, reading, standing, isSynthetic(standing)))}</div></div>`;
}

/** One district's figure, its target and its pace; the sentence stands on the benchmark's own page. */
function standingFigure(
  home: string,
  { measure, group }: BenchmarkReading,
  standing: PartyStanding,
  synthetic: boolean,
): Content {
  const { party, newest, pace, series } = standing;
  const last = series?.targets.at(-1);
  const about = `${party.name}, ${measure.shortName}, ${inSentence(group.name)}`;
  return html`<div class="${`standing standing-${party.role}`}">
<p class="standing-name">${party.shortName}${newest ? html` <span class="quiet">${schoolYearName(newest.subject.schoolYear)}</span>` : ''}</p>
<p class="standing-value">${figureLink(newest?.figure, measure, newest ? figurePath(home, party.cds, newest.subject) : '', about)}${measure.unit === 'points' && newest ? html` <span class="standing-unit">points</span>` : ''}</p>
<p class="standing-target">${
    last ? html`to ${shortValue(last.value, measure)} by ${schoolYearName(last.year)}` : 'no target yet'
  }</p>
<p class="badges">${paceBadge(pace)}${series && series.provenance !== 'agreed' ? badge(series.provenance) : ''}${synthetic ? badge('synthetic') : ''}</p></div>`;
}

function changesBlock(home: string, lines: readonly HistoryLine[]): Content {
  if (lines.length === 0) return html`<p class="quiet">Nothing has changed yet.</p>`;
  return html`<ul class="changes">${lines.map(
    (line) =>
      html`<li>${actSentence({ ...line, person_name: line.personName })} <span class="quiet">${formatMoment(line.at)}</span></li>`,
  )}</ul><p><a href="${`${home}/history`}">The whole history</a></p>`;
}
