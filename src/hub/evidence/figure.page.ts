import { hashDefinition } from '../../measures/hashDefinition.ts';
import { findMeasure } from '../../measures/registry.ts';
import { breadcrumb } from '../../page/breadcrumb.ts';
import { badge } from '../../page/badge.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { details } from '../../page/details.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { table } from '../../page/table.ts';
import { withheldSentence } from '../../page/withheld.ts';
import type { Subject } from '../../vocabulary/cell.ts';
import { parseCds } from '../../vocabulary/cds.ts';
import { gradeName, isGrade } from '../../vocabulary/grade.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYear, schoolYearName } from '../../vocabulary/schoolYear.ts';
import { findStudentGroup, studentGroupName } from '../../vocabulary/studentGroup.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { selectDistrict, selectSliceFigures, selectSources } from './evidence.store.ts';
import type { Source } from './evidenceRows.ts';
import { districtPath, measurePath } from './figurePath.ts';
import { type SourcedFigure, wholeDistrict } from './figureRow.ts';
import { figureText } from './figureText.page.ts';

/** "Tap a number": what it means, how many students, who published it when, and why another figure may differ. */
export const figurePages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/figures/:cds/:measure/:year/:group/:grade',
    access: 'members',
    answer: figurePage,
  },
];

function readSubject(
  context: MemberAsk['context'],
): { cds: string; subject: Subject; measure: MeasureDefinition } | undefined {
  const cds = parseCds(context.req.param('cds') ?? '');
  const measure = findMeasure(context.req.param('measure') ?? '');
  const group = findStudentGroup(context.req.param('group') ?? '');
  const grade = context.req.param('grade') ?? '';
  const year = Number(context.req.param('year'));
  if (!cds || !measure || !group || !isGrade(grade) || !Number.isInteger(year) || year < 1990 || year > 2100)
    return undefined;
  return {
    cds,
    measure,
    subject: { measure: measure.id, schoolYear: schoolYear(year), group: group.code, grade },
  };
}

async function figurePage(ask: MemberAsk): Promise<Response> {
  const asked = readSubject(ask.context);
  if (!asked) return notFound(ask, 'No such figure.');
  const { cds, subject, measure } = asked;
  const found = await asMember(ask.hub.database, ask.member, async (view) => {
    const district = await selectDistrict(view, cds);
    if (!district) return undefined;
    const figures = await selectSliceFigures(view, district.districtId, wholeDistrict, subject);
    const sources = await selectSources(
      view,
      figures.map((sourced) => sourced.sourceId),
    );
    return { district, figures, sources: new Map(sources.map((source) => [source.sourceId, source])) };
  });
  const [shown, ...others] = found?.figures ?? [];
  const source = shown && found?.sources.get(shown.sourceId);
  if (!found || !shown || !source) return notFound(ask, 'No loaded file gives this figure.');

  const about = `${studentGroupName(subject.group)}, ${schoolYearName(subject.schoolYear)}${subject.grade === 'all' ? '' : `, ${gradeName(subject.grade).toLowerCase()}`}`;
  const title = `${measure.shortName}: ${found.district.name}`;
  const isDistrict = found.district.level === 'district';
  return ask.respond({
    title: `${title}, ${about}`,
    section: 'measures',
    body: html`${pageHeading({
      title,
      eyebrow: 'How this number is made',
      lead: about,
      trail: breadcrumb([
        { label: 'Partnership', href: ask.home },
        { label: measure.shortName, href: measurePath(ask.home, measure.id, subject.group) },
        ...(isDistrict ? [{ label: found.district.name, href: districtPath(ask.home, cds) }] : []),
        { label: 'This number' },
      ]),
      badges: source.synthetic ? badge('synthetic') : undefined,
    })}
<div data-explanation>
${card({ title: figureHeading(shown, measure), body: html`${figureFacts(shown, measure, source)}${othersTable(others, found.sources, measure)}` })}
${card({ title: 'What it means', body: definitionOf(measure, source) })}
</div>`,
  });
}

function figureHeading(sourced: SourcedFigure, measure: MeasureDefinition): string {
  return sourced.figure.seen === 'suppressed' ? 'Withheld' : figureText(sourced.figure, measure);
}

function figureFacts(sourced: SourcedFigure, measure: MeasureDefinition, source: Source): Content {
  const { figure } = sourced;
  const facts: { term: string; description: Content }[] = [];
  if (figure.seen === 'suppressed')
    facts.push({ term: 'Why it is withheld', description: withheldSentence(figure.reason) });
  facts.push({
    term: 'Students behind it (n)',
    description: figure.n === null ? 'not published with this figure' : formatNumber(figure.n),
  });
  if (figure.seen === 'shown' && figure.numerator !== null && figure.n !== null) {
    facts.push({
      term: 'Counted of these',
      description: `${formatNumber(figure.numerator)} of ${formatNumber(figure.n)}, which is ${figureText(figure, measure)}`,
    });
  }
  facts.push(
    { term: 'Published by', description: source.publisher },
    { term: 'Dataset', description: `${source.title} (${source.dataset})` },
    { term: 'Loaded', description: `${formatMoment(source.loadedAt)}, from ${source.fileName}` },
    { term: 'Signed by', description: 'Nobody: this is a public file, not a release of a district.' },
  );
  if (source.synthetic) {
    facts.push({
      term: 'Synthetic',
      description: 'Invented by the sample generator. It says nothing about real students.',
    });
  }
  facts.push({
    term: 'Why it may differ from another figure',
    description:
      source.difference ??
      'It follows the definition below. Figures of other years, grades, cut-off dates or definitions differ.',
  });
  return definitionList(facts);
}

function othersTable(
  others: readonly SourcedFigure[],
  sources: ReadonlyMap<string, Source>,
  measure: MeasureDefinition,
): Content {
  if (others.length === 0) return null;
  return table<SourcedFigure>({
    caption: 'The same figure elsewhere',
    columns: [
      { header: 'Dataset', kind: 'header', cell: ({ sourceId }) => sources.get(sourceId)?.title },
      { header: 'Figure', kind: 'number', cell: ({ figure }) => figureText(figure, measure) },
      {
        header: 'Why it may differ',
        cell: ({ sourceId }) => sources.get(sourceId)?.difference ?? 'Loaded from an earlier file.',
      },
    ],
    rows: others,
  });
}

function definitionOf(measure: MeasureDefinition, source: Source): Content {
  const under = source.definitions.find((definition) => definition.measureId === measure.id);
  const current = hashDefinition(measure);
  const facts = [
    { term: 'Measure', description: measure.name },
    { term: 'Counted (numerator)', description: measure.numerator },
    { term: 'Out of (denominator)', description: measure.denominator },
    ...(measure.exclusions ? [{ term: 'Left out', description: measure.exclusions }] : []),
    ...(measure.grades ? [{ term: 'Grades', description: measure.grades }] : []),
    { term: 'Unit', description: measure.unitNote },
    ...(measure.aggregation ? [{ term: 'Adding up', description: measure.aggregation }] : []),
    ...(measure.minimumN ? [{ term: 'Smallest group shown', description: measure.minimumN }] : []),
    { term: 'Source of the definition', description: measure.source },
  ];
  const version = under
    ? html`Loaded under version ${under.version} of the definition${under.hash === current ? '' : ', which has changed since'}.`
    : html`The source names no definition.`;
  return html`${definitionList(facts)}<p>${version}</p>${details({
    summary: 'Fingerprints',
    body: definitionList([
      { term: 'Definition', description: html`<code>${under?.hash ?? 'none'}</code>` },
      { term: 'File (SHA-256)', description: html`<code>${source.sha256}</code>` },
      { term: 'Measure id', description: html`<code>${measure.id}</code>` },
    ]),
  })}`;
}
