import { measureById } from '../../measures/registry.ts';
import { badge } from '../../page/badge.ts';
import { breadcrumb } from '../../page/breadcrumb.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { formatNumber, formatPercent } from '../../vocabulary/formatNumber.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { parseCds } from '../../vocabulary/cds.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { findStudentGroup } from '../../vocabulary/studentGroup.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { enrolmentMeasure, enrolmentShare } from './enrolmentShare.ts';
import { selectDistrict, selectMeasureFigures, selectSources } from './evidence.store.ts';
import { districtPath } from './figurePath.ts';
import { indexFigures } from './figures.ts';

/** How a group's share of a district's enrolment is made. */
export const enrolmentSharePages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/districts/:cds/enrolment/:year/:group',
    access: 'members',
    answer: enrolmentSharePage,
  },
];

async function enrolmentSharePage(ask: MemberAsk): Promise<Response> {
  const cds = parseCds(ask.context.req.param('cds') ?? '');
  const group = findStudentGroup(ask.context.req.param('group') ?? '');
  const year = Number(ask.context.req.param('year'));
  const found =
    cds && group
      ? await asMember(ask.hub.database, ask.member, async (view) => {
          const district = await selectDistrict(view, cds);
          if (!district) return undefined;
          const figures = await selectMeasureFigures(view, district.districtId, enrolmentMeasure);
          const share = enrolmentShare(indexFigures(figures), group.code, year);
          const [source] = share ? await selectSources(view, [share.counted.sourceId]) : [];
          return share && source && { district, share, source };
        })
      : undefined;
  if (!cds || !group || !found) return notFound(ask, 'No loaded file gives this share.');
  const { district, share, source } = found;
  const title = `${group.name}: ${district.name}`;
  const about = `Share of the students enrolled at some time in ${schoolYearName(year)}`;
  return ask.respond({
    title: `${title}, share of enrolment ${schoolYearName(year)}`,
    section: 'districts',
    body: html`${pageHeading({
      title,
      eyebrow: 'How this number is made',
      lead: about,
      trail: breadcrumb([
        { label: 'Partnership', href: ask.home },
        { label: district.name, href: districtPath(ask.home, cds) },
        { label: 'This number' },
      ]),
      badges: source.synthetic ? badge('synthetic') : undefined,
    })}
<div data-explanation>
${card({
  title: formatPercent(share.percent, 1),
  body: definitionList([
    { term: 'Students behind it (n)', description: formatNumber(share.n) },
    {
      term: 'Counted of these',
      description: `${formatNumber(share.n)} of ${formatNumber(share.of)} students, which is ${formatPercent(share.percent, 1)}`,
    },
    { term: 'Published by', description: source.publisher },
    { term: 'Dataset', description: `${source.title} (${source.dataset})` },
    { term: 'Loaded', description: `${formatMoment(source.loadedAt)}, from ${source.fileName}` },
    {
      term: 'Signed by',
      description: 'Nobody: this is from a public file, not from a release of a district.',
    },
    ...(source.synthetic
      ? [
          {
            term: 'Synthetic',
            description: 'Invented by the sample generator. It says nothing about real students.',
          },
        ]
      : []),
    {
      term: 'Why it may differ from another figure',
      description:
        'It counts whoever was enrolled at any time in the year. Counts of the census day in October are lower, and so shares of groups that move more differ. How many students a district records as homeless depends on how it asks.',
    },
  ]),
})}
${card({
  title: 'What it means',
  body: definitionList([
    { term: 'Counted (numerator)', description: `Students of this group: ${group.name}. Groups overlap.` },
    { term: 'Out of (denominator)', description: `All students of the district, each counted once` },
    {
      term: 'Both as in',
      description: `the denominators of the suspension rate: ${measureById(enrolmentMeasure).denominator}`,
    },
    { term: 'Unit', description: 'percent of students, worked out here from two published counts' },
  ]),
})}
</div>`,
  });
}
