import { findMeasure, measureById } from '../../measures/registry.ts';
import { badge } from '../../page/badge.ts';
import { breadcrumb } from '../../page/breadcrumb.ts';
import { callout } from '../../page/callout.ts';
import { definitionList } from '../../page/definitionList.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { safeHref } from '../../page/safeHref.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { noFigure } from '../../page/withheld.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { wholeDistrict, type VaultCount } from '../reconcile/publicFigure.ts';
import { type PublicFile, selectPublicFiles } from '../reconcile/publicFigures.store.ts';
import type { ReconcileRow, TriedRow } from '../reconcile/reconcileRows.ts';
import { selectStoredRows } from '../reconcile/storedRows.store.ts';
import { countedText, differenceText, publishedText } from '../reconcile/verdictSentence.ts';
import type { VaultAsk, VaultRoute } from '../serve/vaultRoute.ts';
import { rawCountsCallout } from './rawCounts.ts';
import { statusBadges, statusWords } from './reconcileWords.ts';
import { gradeWords, groupName } from './sliceChoice.ts';

/** So many ways of several causes together are shown. */
const mostTogether = 6;

/** One published figure: both counts, the sentence, what to do, and what each cause that was tried would give. */
export const reconcileFigurePages: readonly VaultRoute[] = [
  { method: 'get', path: '/reconcile/:dataset/:measure/:place/:grade/:group', answer: figurePage },
];

async function figurePage(ask: VaultAsk): Promise<Response> {
  const asked = (name: string): string => ask.context.req.param(name) ?? '';
  const measure = findMeasure(asked('measure'));
  const school = asked('place') === 'district' ? wholeDistrict : asked('place');
  const rows = measure ? await selectStoredRows(ask.vault, { measure: measure.id }) : [];
  const row = rows.find(
    (one) =>
      one.dataset === asked('dataset') &&
      one.school === school &&
      one.grade === asked('grade') &&
      one.group === asked('group'),
  );
  if (!measure || !row) return ask.notFound('The vault keeps no such public figure.');
  const file = (await selectPublicFiles(ask.vault)).find((one) => one.file === row.file);
  const title = `${measure.shortName}, ${schoolYearName(row.year)}`;
  const place = row.school === wholeDistrict ? ask.vault.district.name : (row.schoolName ?? row.school);
  return ask.respond({
    title,
    menu: 'Reconcile',
    body: html`${pageHeading({
      title,
      eyebrow: place,
      lead: `${groupName(row.group)}${row.grade === 'all' ? '' : `, ${gradeWords(row.grade).replace('Grade', 'grade')}`}`,
      badges: badge(statusBadges[row.status], statusWords[row.status]),
      trail: breadcrumb([
        { label: 'Reconcile', href: `/reconcile?year=${row.year}&place=${row.school}` },
        { label: title },
      ]),
    })}${verdict(row)}${bothFigures(row, measure)}${triedPart(row)}${definition(measure, row, file)}${rawCountsCallout()}`,
  });
}

function verdict(row: ReconcileRow): Html {
  const kind = row.status === 'unexplained' ? 'warning' : row.status === 'equal' ? 'done' : 'info';
  const more = [...row.reasons, ...(row.next ? [row.next] : [])];
  return callout({
    kind,
    title: row.sentence,
    level: 2,
    ...(more.length > 0 ? { body: html`${more.map((one) => html`<p>${one}</p>`)}` } : {}),
  });
}

type Side = {
  readonly name: string;
  readonly value: Content;
  readonly n: Content;
  readonly counted: Content;
};

function bothFigures(row: ReconcileRow, { unit }: MeasureDefinition): Html {
  const isRate = unit === 'percent';
  const number = (n: number | null): Content => (n === null ? noFigure() : formatNumber(n));
  const sides: Side[] = [
    {
      name: 'The state',
      value: row.value === null ? noFigure() : publishedText({ ...row, n: null }),
      n: number(row.n),
      counted: number(row.numerator),
    },
    {
      name: 'The vault',
      value: row.vaultValue === null ? noFigure() : publishedText({ ...row, n: null, value: row.vaultValue }),
      n: number(row.count?.n ?? null),
      counted: number(row.count?.numerator ?? null),
    },
    {
      name: 'Difference',
      value:
        row.valueDifference === null
          ? noFigure()
          : differenceText(row, { ...comparisonOf(row), nDifference: null }),
      n: row.nDifference === null ? noFigure() : signedCount(row.nDifference),
      counted: row.numeratorDifference === null ? noFigure() : signedCount(row.numeratorDifference),
    },
  ];
  return section({
    id: 'figures',
    title: 'Both figures',
    body: table<Side>({
      caption: 'The figure of the state and of the vault',
      captionHidden: true,
      phone: 'scroll',
      rows: sides,
      columns: [
        { header: 'Whose', kind: 'header', cell: ({ name }) => name },
        { header: 'Figure', kind: 'number', cell: ({ value }) => value },
        { header: 'Students (n)', kind: 'number', cell: ({ n }) => n },
        ...(isRate
          ? [{ header: 'Of them counted', kind: 'number' as const, cell: ({ counted }: Side) => counted }]
          : []),
      ],
    }),
  });
}

function comparisonOf(row: ReconcileRow) {
  return {
    fit: 'differs' as const,
    value: row.vaultValue ?? '0',
    valueDifference: row.valueDifference ?? '0',
    nDifference: row.nDifference,
    numeratorDifference: row.numeratorDifference,
  };
}

/** Every cause alone; of causes together those that give the figure or are among the closest. */
function triedPart(row: ReconcileRow): Html {
  if (row.tried.length === 0) return html``;
  const alone = row.tried.filter(({ size }) => size === 1);
  const together = row.tried
    .filter(({ size }) => size > 1)
    .toSorted((a, b) => rank(a) - rank(b) || b.explains - a.explains || distance(a) - distance(b))
    .slice(0, mostTogether);
  return section({
    id: 'tried',
    title: 'What was tried',
    lead: 'Each line was counted from the student rows by the measure’s own rule. Causes that change nothing here are left out.',
    body: table<TriedRow>({
      caption: 'What the vault’s figure would be under each cause',
      captionHidden: true,
      rows: [...alone, ...together],
      columns: [
        {
          header: 'If the state counted',
          kind: 'header',
          cell: ({ phrase }) => phrase.replace('the vault’s figure ', ''),
        },
        { header: 'The figure would be', kind: 'number', cell: (one) => countCell(row, one.count, one) },
        { header: 'So it', cell: (one) => outcomeWords(row, one) },
      ],
    }),
  });
}

function rank({ fits, breaks }: TriedRow): number {
  return fits && breaks === 0 ? 0 : breaks === 0 ? 1 : 2;
}

function distance({ comparison }: TriedRow): number {
  return comparison ? Math.abs(Number(comparison.valueDifference)) : Number.POSITIVE_INFINITY;
}

/** The value, and below it over how many students. */
function countCell(row: ReconcileRow, count: VaultCount | null, { comparison }: TriedRow): Content {
  if (!count) return 'nobody counted';
  const [value = '', over] = countedText(row, count, comparison).split(' (');
  return over ? html`${value}<br><span class="quiet">${over.slice(0, -1)}</span>` : value;
}

function outcomeWords(row: ReconcileRow, { fits, breaks, explains, comparison }: TriedRow): Content {
  const wrong = breaks === 1 ? '1 figure' : `${breaks} figures`;
  if (fits && breaks === 0) {
    const others = explains > 1 ? `, and ${explains - 1} other ${explains === 2 ? 'figure' : 'figures'}` : '';
    return html`<strong>is the state’s figure</strong>${others}`;
  }
  if (fits) return `is the state’s figure, but ${wrong} of the same measure that agree now would not`;
  if (!comparison) return 'leaves nothing to compare';
  const but = breaks > 0 ? `; and ${wrong} that agree now would not` : '';
  const others =
    explains > 0 ? `; ${explains} other ${explains === 1 ? 'figure' : 'figures'} would be the state’s` : '';
  return `leaves ${differenceText(row, comparison)}${others}${but}`;
}

function signedCount(n: number): string {
  return n === 0 ? '0' : `${n < 0 ? '\u2212' : '+'}${formatNumber(Math.abs(n))}`;
}

function definition(measure: MeasureDefinition, row: ReconcileRow, file: PublicFile | undefined): Html {
  const { numerator, denominator, exclusions } = measureById(measure.id);
  const source = file
    ? `${file.name}, line ${formatNumber(row.line)}${file.asOf ? `, data as of ${formatDate(file.asOf)}` : ''}`
    : '';
  return section({
    id: 'definition',
    title: 'What is counted',
    body: html`${definitionList([
      { term: 'Counted', description: numerator },
      { term: 'Of', description: denominator },
      ...(exclusions ? [{ term: 'Without', description: exclusions }] : []),
      { term: 'The state’s figure', description: `${row.title} (${row.publisher})` },
      ...(row.difference ? [{ term: 'The publisher’s way', description: row.difference }] : []),
      {
        term: 'Taken from',
        description: html`${source}${file ? html`<br><code>${file.sha256}</code>` : ''}`,
      },
    ])}<p><a href="${safeHref(`/measures/${measure.id}`)}">The vault’s rule, its SQL and its hash</a></p>`,
  });
}
