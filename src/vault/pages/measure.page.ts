import { findMeasure } from '../../measures/registry.ts';
import { breadcrumb } from '../../page/breadcrumb.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { emptyState } from '../../page/emptyState.ts';
import { type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { pager } from '../../page/pager.ts';
import { section } from '../../page/section.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { findRule } from '../measuring/ruleText.ts';
import type { VaultAsk, VaultRoute } from '../serve/vaultRoute.ts';
import {
  type Choice,
  countLines,
  selectChoices,
  selectLines,
  type Slice,
  type SlicesWanted,
  wholeDistrict,
} from './measureCounts.store.ts';
import { measureDefinition } from './measureDefinition.ts';
import { groupPictures, schoolPicture, trendPicture } from './measurePictures.ts';
import { rawCountsCallout } from './rawCounts.ts';
import { gradeWords, placeName, readSlicesWanted, sliceFilters, slicesAddress } from './sliceChoice.ts';
import { sharedFacets, sliceTable } from './sliceTable.ts';

const linesOnAPage = 50;
const mostDrawn = 3000;

/** One measure: pictures with their sentences, the slices as a table, and how it is counted. */
export const measurePages: readonly VaultRoute[] = [
  { method: 'get', path: '/measures/:measure', answer: measurePage },
];

async function measurePage(ask: VaultAsk): Promise<Response> {
  const measure = findMeasure(ask.context.req.param('measure') ?? '');
  const rule = measure && findRule(measure.id);
  const choices = measure ? await selectChoices(ask.vault, measure.id) : [];
  if (!measure || (!rule && choices.length === 0)) {
    return ask.notFound('No measure of this name is computed from student records.');
  }
  const wanted = readSlicesWanted(measure.id, (name) => ask.context.req.query(name));
  const lines = await countLines(ask.vault, wanted);
  const page = pageOf(ask.context.req.query('page'), lines);
  const slices = await selectLines(ask.vault, wanted, (page - 1) * linesOnAPage, linesOnAPage);
  const body =
    choices.length === 0
      ? emptyState({
          title: 'Not computed yet.',
          body: 'Its files may be missing; computing says which.',
          action: linkButton({ label: 'Go to the measures', href: '/measures' }),
          level: 2,
        })
      : html`${rawCountsCallout()}${sliceFilters(choices, wanted)}${await pictures(ask, measure, choices, wanted)}${tablePart(measure, wanted, slices, page, lines)}`;
  return ask.respond({
    title: measure.shortName,
    menu: 'Measures',
    body: html`${pageHeading({
      title: measure.shortName,
      ...(measure.name === measure.shortName ? {} : { lead: measure.name }),
      trail: breadcrumb([{ label: 'Measures', href: '/measures' }, { label: measure.shortName }]),
    })}${measure.notOverYears ? callout({ kind: 'warning', title: 'Years do not compare', body: measure.notOverYears }) : ''}${body}${measureDefinition(measure, rule, slices)}`,
  });
}

/** The slices of what is drawn, whatever the table's page: one place's groups, or one group's schools. */
async function pictures(
  ask: VaultAsk,
  measure: MeasureDefinition,
  choices: readonly Choice[],
  wanted: SlicesWanted,
): Promise<Html> {
  const read = (more: Partial<SlicesWanted>): Promise<Slice[]> =>
    selectLines(ask.vault, { ...wanted, year: 0, grade: wanted.grade || 'all', ...more }, 0, mostDrawn);
  const isEveryPlace = wanted.school === '';
  const group = wanted.group || 'ALL';
  const grade = gradeWords(wanted.grade || 'all').toLowerCase();
  const drawn: (Html | string)[] = [];
  const ofPlace = await read({ school: wanted.school || wholeDistrict, group: wanted.group });
  const where = `${placeName(ofPlace[0] ?? { school: wholeDistrict, place: '' }).replace('The district', 'the district')}, ${grade}`;
  if (ofPlace.length > 0) {
    drawn.push(
      wanted.group === ''
        ? groupPictures(ofPlace, measure, where)
        : trendPicture(
            ofPlace,
            await read({ school: wanted.school || wholeDistrict, group: 'ALL' }),
            measure,
            where,
          ),
    );
  }
  if (isEveryPlace || wanted.school === wholeDistrict) {
    const years = choices.flatMap(({ kind, value }) => (kind === 'year' ? [Number(value)] : []));
    const year = wanted.year || Math.max(...years);
    drawn.push(schoolPicture(await read({ school: '', group }), measure, year));
  }
  return html`${drawn.map((one) => (one === '' ? '' : html`<div class="card card-plain"><div class="card-body">${one}</div></div>`))}`;
}

function tablePart(
  measure: MeasureDefinition,
  wanted: SlicesWanted,
  slices: readonly Slice[],
  page: number,
  lines: number,
): Html {
  const first = (page - 1) * linesOnAPage;
  const last = Math.min(lines, first + linesOnAPage);
  const year = wanted.year > 0 ? `, ${schoolYearName(wanted.year)}` : '';
  return section({
    id: 'counts',
    title: `Counts by place, group and grade${year}`,
    lead: `${sharedFacets(slices)}: in ${unitWords(measure)}, and below it over how many students.`.replace(
      /^: i/,
      'I',
    ),
    action: html`${linkButton({
      label: 'Download these as CSV',
      href: slicesAddress(wanted, `/measures/${measure.id}/counts.csv`),
    })}`,
    body: html`${sliceTable(measure.shortName, slices)}${
      lines > linesOnAPage
        ? pager({
            position: `${formatNumber(first + 1)} to ${formatNumber(last)} of ${formatNumber(lines)} lines`,
            ...(page > 1 ? { previousHref: `${slicesAddress({ ...wanted, page: page - 1 })}#counts` } : {}),
            ...(last < lines ? { nextHref: `${slicesAddress({ ...wanted, page: page + 1 })}#counts` } : {}),
          })
        : ''
    }`,
  });
}

function unitWords({ unit, unitNote }: MeasureDefinition): string {
  if (unit === 'percent') return 'percent';
  if (unit === 'points') return 'points from the standard';
  return unit === 'per thousand' ? 'students in a thousand' : unitNote || unit;
}

function pageOf(asked: string | undefined, lines: number): number {
  const last = Math.max(1, Math.ceil(lines / linesOnAPage));
  return asked && /^[1-9]\d{0,6}$/.test(asked) ? Math.min(Number(asked), last) : 1;
}
