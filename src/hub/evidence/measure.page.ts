import { findMeasure } from '../../measures/registry.ts';
import { breadcrumb } from '../../page/breadcrumb.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { lineChart } from '../../page/lineChart.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { section } from '../../page/section.ts';
import { selectField } from '../../page/selectField.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import {
  findStudentGroup,
  type StudentGroupCode,
  studentGroupName,
  studentGroups,
} from '../../vocabulary/studentGroup.ts';
import { mayPromise } from '../benchmarks/mayPromise.ts';
import { isMeasureShared } from '../releases/sharedFigures.store.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { measurePath } from './figurePath.ts';
import { isShown } from './figures.ts';
import { shortValue, yearPoint } from './figureText.page.ts';
import { groupsBlock } from './measureGroups.page.ts';
import { type MeasureReading, readMeasure } from './measureReading.store.ts';
import { bandSentence, measureSentence } from './measureSentence.page.ts';
import { measureAxis, measureReference } from './measureAxis.page.ts';
import { definitionCard, sourcesCard } from './provenance.page.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

/** One measure: both districts, the state and the band of similar districts, over time and by group. */
export const measurePages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/measures/:measure',
    access: 'members',
    answer: measurePage,
  },
];

async function measurePage(ask: MemberAsk): Promise<Response> {
  const measure = findMeasure(ask.context.req.param('measure') ?? '');
  const group = findStudentGroup(ask.context.req.query('group') ?? 'ALL');
  if (!measure || !group) return notFound(ask, 'There is no such measure or group.');
  const reading = await readMeasure(ask.hub.database, ask.member, measure);
  const today = calendarDay(ask.hub.now());
  const isShared = await asMember(ask.hub.database, ask.member, (view) =>
    isMeasureShared(view, measure.id, today),
  );
  const bandOf = Number(ask.context.req.query('band')) === 2 ? 2 : 1;
  const focus = focusAreas.find((area) => area.id === measure.focusArea);
  return ask.respond({
    title: measure.shortName,
    section: 'measures',
    body: html`${pageHeading({
      title: measure.shortName,
      eyebrow: focus?.name ?? 'Context',
      lead: measure.name,
      trail: breadcrumb([
        { label: 'Partnership', href: ask.home },
        { label: 'Measures', href: `${ask.home}/measures` },
        { label: measure.shortName },
      ]),
      actions: html`${
        isShared
          ? linkButton({
              label: 'As the districts count it',
              href: `${ask.home}/shared/measures/${measure.id}`,
              tone: 'quiet',
            })
          : ''
      }${
        measure.endedAfter === null && measure.direction !== 'context' && mayPromise(ask.member.role)
          ? linkButton({
              label: 'Make it a benchmark',
              href: `${ask.home}/benchmarks/new?measure=${measure.id}&group=${group.code}`,
            })
          : ''
      }`,
    })}${measure.notOverYears ? callout({ kind: 'warning', title: 'Years do not compare', body: measure.notOverYears }) : ''}
${figures(ask.home, reading, group.code, bandOf)}
${section({
  title: 'What the numbers stand on',
  id: 'provenance',
  body: html`<div class="columns columns-two"><div>${definitionCard(measure)}</div><div>${sourcesCard(reading.sources)}</div></div>`,
})}`,
  });
}

/** Over time and by group; for a measure without any figure, what to do about that. */
function figures(home: string, reading: MeasureReading, group: StudentGroupCode, bandOf: number): Content {
  const body = groupsBlock(home, reading);
  if (reading.newestYear === null) return section({ title: 'Figures', id: 'groups', body });
  return html`${card({ body: html`${chooser(home, reading, group, bandOf)}${trend(reading, group, bandOf)}` })}
${section({
  title: `By group, ${schoolYearName(reading.newestYear)}`,
  id: 'groups',
  lead: 'Each group with the 95 % interval that chance in who was counted allows. Groups overlap, and neither districts nor groups are ranked.',
  body,
})}`;
}

function chooser(
  home: string,
  { measure, places }: MeasureReading,
  group: StudentGroupCode,
  bandOf: number,
): Content {
  const available = studentGroups.filter((one) =>
    places.some((place) => place.role !== 'state' && place.figures.groups(measure.id).has(one.code)),
  );
  const parties = places.filter((place) => place.role !== 'state');
  return form({
    action: measurePath(home, measure.id),
    method: 'get',
    inline: true,
    submit: 'Show',
    submitTone: 'second',
    body: html`${selectField({
      id: 'group',
      name: 'group',
      label: 'Students',
      empty: null,
      value: group,
      options: available.map((one) => ({ value: one.code, label: one.name })),
    })}${radioGroup({
      id: 'band',
      name: 'band',
      label: 'Band of districts similar to',
      value: String(bandOf),
      choices: parties.map((party, i) => ({ value: String(i + 1), label: party.name })),
    })}`,
  });
}

function trend(reading: MeasureReading, group: StudentGroupCode, bandOf: number): Content {
  const { measure, places } = reading;
  const isThere = (year: number) => places.some((place) => place.figures.find(measure.id, group, year));
  const years = reading.years.slice(
    Math.max(0, reading.years.findIndex(isThere)),
    reading.years.findLastIndex(isThere) + 1,
  );
  const bandPlace = places[bandOf - 1];
  const bands = (bandPlace?.bands ?? []).filter((band) => band.group === group && band.grade === 'all');
  const sentences = places.map((place) => {
    const shown = years.map((year) => place.figures.find(measure.id, group, year)).filter(isShown);
    const band = place.bands.find(
      (one) =>
        one.group === group && one.grade === 'all' && one.schoolYear === shown.at(-1)?.subject.schoolYear,
    );
    const against =
      band && shown.length > 0
        ? ` ${place.name} is ${bandSentence(Number(shown.at(-1)?.figure.value), band, measure, reading.syntheticBands)}.`
        : '';
    return `${measureSentence(place.name, shown, measure)}${against}`;
  });
  const shownValues = places.flatMap((place) =>
    years.flatMap((year) => {
      const found = place.figures.find(measure.id, group, year);
      return isShown(found) ? [Number(found.figure.value)] : [];
    }),
  );
  return lineChart({
    id: 'trend',
    title: `${studentGroupName(group)}, by school year`,
    level: 2,
    sentence: sentences.join(' '),
    axis: measureAxis(measure),
    reference: measureReference(measure, shownValues),
    series: places.map((place) => ({
      name: place.name,
      role: place.role,
      points: years.map((year) =>
        yearPoint(year, place.figures.find(measure.id, group, year)?.figure, measure),
      ),
    })),
    band:
      bands.length > 0 && bandPlace
        ? {
            name: `Middle half of ${bands.at(-1)?.districts} ${reading.syntheticBands ? 'synthetic ' : ''}districts similar to ${bandPlace.name}`,
            points: bands.map((band) => ({
              year: band.schoolYear,
              low: Number(band.lowerQuartile),
              high: Number(band.upperQuartile),
              text: `${shortValue(band.lowerQuartile, measure)} to ${shortValue(band.upperQuartile, measure)}`,
            })),
          }
        : undefined,
  });
}
