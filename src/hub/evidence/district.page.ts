import { breadcrumb } from '../../page/breadcrumb.ts';
import { columns } from '../../page/columns.ts';
import { emptyState } from '../../page/emptyState.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { parseCds } from '../../vocabulary/cds.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { type StudentGroup, studentGroups } from '../../vocabulary/studentGroup.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { assistanceBlock, ratingsBlock } from './districtStanding.page.ts';
import { profileBlock } from './districtProfile.page.ts';
import { type DistrictReading, readDistrict } from './districtReading.store.ts';
import { similarBlock } from './districtSimilar.page.ts';
import { figurePath, measurePath } from './figurePath.ts';
import { isShown } from './figures.ts';
import { figureLink, shortChange } from './figureText.page.ts';
import { measureFamilies } from './measureOrder.ts';
import { bandText, bandWord } from './measureSentence.page.ts';
import { sourcesCard } from './provenance.page.ts';

/** One district by itself: whom it serves, every measure, every group, the state's assistance, its own ratings, districts like it. */
export const districtPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/districts/:cds',
    access: 'members',
    answer: districtPage,
  },
];

async function districtPage(ask: MemberAsk): Promise<Response> {
  const cds = parseCds(ask.context.req.param('cds') ?? '');
  const reading = cds ? await readDistrict(ask.hub.database, ask.member, cds) : undefined;
  if (!reading) return notFound(ask, 'No loaded file names this district.');
  const { district } = reading;
  return ask.respond({
    title: district.name,
    section: 'districts',
    body: html`${pageHeading({
      title: district.name,
      eyebrow: district.county ? `${district.county} County` : undefined,
      lead: leadOf(reading),
      trail: breadcrumb([{ label: 'Partnership', href: ask.home }, { label: district.name }]),
      meta: `CDS ${district.cds.slice(0, 2)}-${district.cds.slice(2, 7)}${district.nces ? ` · NCES ${district.nces}` : ''}`,
    })}
${profileBlock(ask.home, reading)}
${section({ title: 'Every measure, all students', id: 'measures', body: measureTable(ask.home, reading) })}
${section({
  title: 'By student group',
  id: 'groups',
  lead: 'The newest year of each measure. An empty place means that the publisher gives no such figure.',
  body: groupTable(ask.home, reading),
})}
${columns('two', [
  section({ title: 'State assistance', id: 'assistance', body: assistanceBlock(reading) }),
  section({ title: 'Similar districts', id: 'similar', body: similarBlock(ask.home, reading) }),
])}
${section({ title: 'The district’s own ratings', id: 'ratings', body: ratingsBlock(reading) })}
${section({ title: 'What the numbers stand on', id: 'provenance', body: sourcesCard([...reading.sources.values()]) })}`,
  });
}

function leadOf({ figures, schools }: DistrictReading): string {
  const enrolled = figures.newestShown('suspension', 'ALL');
  const students = enrolled?.figure.n;
  const parts = [
    students && enrolled
      ? `${students.toLocaleString('en-US')} students enrolled at some time in ${schoolYearName(enrolled.subject.schoolYear)}`
      : null,
    schools > 0 ? `${schools} schools` : null,
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(', ')}.` : 'No enrolment figure is loaded.';
}

function shownMeasures({ figures }: DistrictReading): MeasureDefinition[] {
  return measureFamilies
    .flatMap((family) => family.measures)
    .filter((measure, i, all) => figures.measures.has(measure.id) && all.indexOf(measure) === i);
}

function measureTable(home: string, reading: DistrictReading): Content {
  const { figures, district, bands } = reading;
  const rows = shownMeasures(reading).flatMap((measure) => {
    const newest = figures.newestShown(measure.id, 'ALL');
    if (!newest) return [];
    const earlier = figures.years(measure.id).filter((year) => year < newest.subject.schoolYear);
    const before = earlier.map((year) => figures.find(measure.id, 'ALL', year)).findLast(isShown);
    const band = bands.find(
      (one) =>
        one.measureId === measure.id &&
        one.group === 'ALL' &&
        one.grade === 'all' &&
        one.schoolYear === newest.subject.schoolYear,
    );
    return [{ measure, newest, before, band }];
  });
  if (rows.length === 0) {
    return emptyState({
      title: 'No measure of this district is loaded',
      body: 'Load a public file that holds it.',
    });
  }
  return table<(typeof rows)[number]>({
    caption: 'Newest public figure of each measure',
    captionHidden: true,
    columns: [
      {
        header: 'Measure',
        kind: 'header',
        cell: ({ measure }) => html`<a href="${measurePath(home, measure.id)}">${measure.shortName}</a>`,
      },
      {
        header: 'Year',
        cell: ({ newest }) => html`<span class="nowrap">${schoolYearName(newest.subject.schoolYear)}</span>`,
      },
      {
        header: 'Figure',
        kind: 'number',
        cell: ({ measure, newest }) =>
          figureLink(
            newest.figure,
            measure,
            figurePath(home, district.cds, newest.subject),
            `${district.name}, ${measure.shortName}`,
          ),
      },
      {
        header: 'Change from the year before',
        kind: 'number',
        cell: ({ measure, newest, before }) =>
          before && !measure.notOverYears
            ? shortChange(Number(newest.figure.value) - Number(before.figure.value), measure)
            : '',
      },
      {
        header: 'Students',
        kind: 'number',
        cell: ({ newest }) => newest.figure.n?.toLocaleString('en-US') ?? '',
      },
      {
        header: `Middle half of ${reading.syntheticBands ? 'synthetic ' : ''}similar districts`,
        cell: ({ measure, newest, band }) =>
          band
            ? html`${bandText(band, measure)} <span class="quiet">${bandWord(Number(newest.figure.value), band)}, ${band.districts} districts</span>`
            : html`<span class="quiet">no band</span>`,
      },
    ],
    rows,
  });
}

function groupTable(home: string, reading: DistrictReading): Content {
  const { figures, district } = reading;
  const measures = shownMeasures(reading)
    .filter((measure) => measure.endedAfter === null && figures.groups(measure.id).size > 3)
    .slice(0, 10);
  const groups = studentGroups.filter((group) =>
    measures.some((measure) => figures.groups(measure.id).has(group.code)),
  );
  if (measures.length === 0)
    return emptyState({
      title: 'No figures by group are loaded',
      body: 'Load a public file that holds them.',
    });
  return table<StudentGroup>({
    caption: `${district.name} by student group`,
    captionHidden: true,
    phone: 'scroll',
    columns: [
      { header: 'Students', kind: 'header', cell: (group) => group.name },
      ...measures.map((measure) => ({
        header: measure.shortName,
        kind: 'number' as const,
        cell: (group: StudentGroup) => {
          const year =
            figures.newestShown(measure.id, 'ALL')?.subject.schoolYear ??
            figures.years(measure.id).at(-1) ??
            0;
          const found = figures.find(measure.id, group.code, year);
          if (!found) return '';
          return figureLink(
            found.figure,
            measure,
            figurePath(home, district.cds, found.subject),
            `${group.name}, ${measure.shortName}, ${schoolYearName(year)}`,
          );
        },
      })),
    ],
    rows: groups,
  });
}
