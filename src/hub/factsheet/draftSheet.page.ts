import { formatDate } from '../../vocabulary/formatDate.ts';
import { factSheetLayout, type FactSheetPart } from '../../page/factSheetLayout.ts';
import { figure } from '../../page/figure.ts';
import { type Content, html } from '../../page/html.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { focusAreas, modes, strategies } from '../../vocabulary/partnership.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { BenchmarkReading, PartnershipReading } from '../benchmarks/benchmarkReading.store.ts';
import { paceBadge } from '../benchmarks/paceBlock.page.ts';
import { figurePath } from '../evidence/figurePath.ts';
import { isShown } from '../evidence/figures.ts';
import { figureLink, shortValue } from '../evidence/figureText.page.ts';
import type { Statement } from './factSheet.store.ts';

const significance = [
  { name: 'Structured collaboration', means: 'To accelerate the pace of district reform' },
  { name: 'Increased flexibility', means: 'Greater local control over resources' },
  { name: 'Increased accountability', means: 'Committing to specific academic benchmarks' },
] as const;

export type DraftReading = {
  readonly reading: PartnershipReading;
  readonly statements: readonly Statement[];
};

/** The draft from public files on the day a partnership is forged, in the parts of the partnership's own of 2009. */
export function draftSheet(
  home: string,
  name: string,
  today: string,
  { reading, statements }: DraftReading,
): Content {
  const of = (part: Statement['part']) => statements.filter((statement) => statement.part === part);
  const [quote] = of('quote');
  const contacts = of('contact');
  return factSheetLayout({
    kind: 'Fact sheet (draft)',
    title: name,
    date: formatDate(today),
    figures: headlines(home, reading),
    parts: parts(reading),
    glance: {
      title: 'At a glance',
      parts: [
        { title: 'The partnership', body: list(modes) },
        { title: 'The significance', body: list(significance) },
      ],
    },
    wide: { title: 'Benchmarks and pace', body: benchmarkTable(home, reading) },
    quote: quote
      ? { text: quote.words, who: quote.saidBy ?? '', when: quote.asOf ? formatDate(quote.asOf) : '' }
      : undefined,
    contact: {
      title: 'For more information',
      body:
        contacts.length > 0
          ? contacts.map((contact) => html`<address>${lines(contact.words)}</address>${asOf(contact)}`)
          : html`<p class="quiet">No contact is named yet.</p>`,
    },
    boards: of('board').map((board) => ({
      title: board.heading,
      body: html`<ul>${board.words.split('\n').map((line) => html`<li>${line}</li>`)}</ul>${asOf(board)}`,
    })),
    foot: foot(reading),
  });
}

function lines(words: string): Content {
  return words.split('\n').map((line, i) => (i === 0 ? line : html`<br>${line}`));
}

function asOf({ asOf: day, source }: Statement): Content {
  if (!day && !source) return '';
  return html`<p class="quiet">${[day ? `As of ${formatDate(day)}` : '', source ?? ''].filter(Boolean).join('. ')}.</p>`;
}

function list(items: readonly { readonly name: string; readonly means: string }[]): Content {
  return html`<dl>${items.map((item) => html`<dt>${item.name}</dt><dd>${item.means}</dd>`)}</dl>`;
}

/** The districts' students, and the first benchmark of the first focus area that has one. */
function headlines(home: string, { parties, benchmarks }: PartnershipReading): Content[] {
  const enrolled = parties.map((party) => party.figures.newestShown('suspension', 'ALL'));
  const year = enrolled[0]?.subject.schoolYear;
  const total = enrolled.reduce((sum, one) => sum + (one?.figure.n ?? 0), 0);
  const lead = focusAreas
    .map((area) => benchmarks.find((one) => one.benchmark.focusArea === area.id))
    .find(Boolean);
  return [
    ...(total > 0 && year
      ? [
          figure({
            label: 'Students in both districts',
            value: total.toLocaleString('en-US'),
            change: `enrolled at some time in ${schoolYearName(year)}`,
          }),
        ]
      : []),
    ...(lead?.standings ?? []).flatMap(({ party, newest, pace }) =>
      isShown(newest) && lead
        ? [
            figure({
              label: `${party.shortName}, ${inSentence(lead.measure.shortName)}, ${schoolYearName(newest.subject.schoolYear)}`,
              value: shortValue(newest.figure.value, lead.measure),
              unit: lead.measure.unit === 'points' ? 'points' : undefined,
              badges: paceBadge(pace),
              explainHref: figurePath(home, party.cds, newest.subject),
            }),
          ]
        : [],
    ),
  ];
}

function parts(reading: PartnershipReading): FactSheetPart[] {
  const names = reading.parties.map((party) => party.name).join(' and ');
  const agreed = reading.benchmarks
    .flatMap((one) => one.standings)
    .filter(({ series }) => series?.provenance === 'agreed').length;
  const promised = reading.benchmarks.flatMap((one) => one.standings).filter(({ series }) => series).length;
  return [
    {
      title: 'Learning partnership forged',
      body: html`<p>${names} have forged a learning partnership to share best practices and to accelerate the pace of district reform. Each helps where it is strong and learns where the other is.</p>`,
    },
    {
      title: 'Leveraging resources to improve student achievement',
      body: html`<p>The partnership seeks greater control over resources to have more room for innovation, while committing to specific academic benchmarks that are aligned to existing district goals. ${
        promised === 0
          ? 'No targets are set yet.'
          : `Of ${promised} sets of targets, ${agreed} ${agreed === 1 ? 'is' : 'are'} agreed; the others are proposed or placeholders.`
      }</p>`,
    },
    {
      title: 'Preparing students for success through focused work',
      body: html`<p>The goal is to prepare all students to be ready for success in higher education or a career with significant economic growth potential, by focusing on ${focusAreas
        .slice(0, 3)
        .map((area) => `${inSentence(area.name)} (${area.on})`)
        .join(', ')
        .replace(/, ([^,]*)$/, ' and $1')}.</p>`,
    },
    {
      title: 'Leading district reform efforts',
      body: html`<p>Providing expertise, developing together and engaging outside resources, the work is centered around four strategies:</p><ul>${strategies.map(
        (strategy) => html`<li>${strategy.name}</li>`,
      )}</ul>`,
    },
  ];
}

/** The benchmarks of the focus areas: a line a benchmark, a cell a district. */
function benchmarkTable(home: string, { benchmarks, parties }: PartnershipReading): Content {
  if (benchmarks.length === 0)
    return html`<p class="quiet">No benchmark has been set yet.<span class="screen-only"> Make one under <a href="${`${home}/benchmarks`}">Benchmarks</a>.</span></p>`;
  const cell = ({ measure }: BenchmarkReading, standing: BenchmarkReading['standings'][number]): Content => {
    const { newest, series, party, pace } = standing;
    const target = series?.targets.at(-1);
    const about = `${party.name}, ${measure.shortName}`;
    const words = [
      target ? `to ${shortValue(target.value, measure)} by ${schoolYearName(target.year)}` : 'no target',
      ...(pace ? [pace.status] : []),
      ...(series && series.provenance !== 'agreed' ? [series.provenance] : []),
    ];
    return html`<strong>${figureLink(newest?.figure, measure, newest ? figurePath(home, party.cds, newest.subject) : '', about)}</strong> <span class="quiet">${words.join(', ')}</span>`;
  };
  return html`<table class="factsheet-table"><caption class="visually-hidden">Benchmarks with each district’s newest figure, target and pace</caption><thead><tr><th scope="col">Benchmark</th>${parties.map(
    (party) => html`<th scope="col">${party.shortName}</th>`,
  )}</tr></thead><tbody>${benchmarks.map(
    (one) =>
      html`<tr><th scope="row">${one.measure.shortName}: ${inSentence(one.group.name)}</th>${one.standings.map((standing) => html`<td data-label="${standing.party.shortName}">${cell(one, standing)}</td>`)}</tr>`,
  )}</tbody></table>`;
}

function foot({ sources }: PartnershipReading): Content {
  const titles = [
    ...new Set([...sources.values()].map((source) => `${source.title} (${source.publisher})`)),
  ].sort();
  if (titles.length === 0) return 'Draft: nobody has reviewed or signed it, and no figures are loaded.';
  const synthetic = [...sources.values()].some((source) => source.synthetic)
    ? ' Synthetic figures are invented by the sample generator.'
    : '';
  return `Draft from public files: nobody has reviewed or signed it. Figures: ${titles.join('; ')}.${synthetic} What a publisher withholds to protect students is withheld here.`;
}
