import { findMeasure } from '../../measures/registry.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { type Html, html } from '../../page/html.ts';
import { lineChart } from '../../page/lineChart.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { selectField } from '../../page/selectField.ts';
import { table } from '../../page/table.ts';
import { type Grade, gradeName } from '../../vocabulary/grade.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { findStudentGroup, studentGroupName, studentGroups } from '../../vocabulary/studentGroup.ts';
import { measureAxis } from '../evidence/measureAxis.page.ts';
import { definitionCard } from '../evidence/provenance.page.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { roleOfPosition } from '../partnership/roleOfPosition.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import {
  readSights,
  selectPlaceNames,
  selectSharedFigures,
  type SharedFigure,
} from './sharedFigures.store.ts';
import { comparability, sharedPoint, sharedText, withheldSentences } from './sharedFigureText.page.ts';
import { sharedTrail } from './sharedPlace.page.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

/** One measure as the districts' own vaults count it: over years, by group, and school by school. */
export const sharedMeasurePages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/shared/measures/:measure',
    access: 'members',
    answer: sharedMeasurePage,
  },
];

type Reading = {
  readonly measure: MeasureDefinition;
  readonly parties: readonly Party[];
  readonly figures: readonly SharedFigure[];
  readonly names: ReadonlyMap<string, string>;
};

async function sharedMeasurePage(ask: MemberAsk): Promise<Response> {
  const measure = findMeasure(ask.context.req.param('measure') ?? '');
  const group = findStudentGroup(ask.context.req.query('group') ?? 'ALL');
  if (!measure || !group) return notFound(ask, 'There is no such measure or group.');
  const grade = ask.context.req.query('grade') ?? 'all';
  const today = calendarDay(ask.hub.now());
  const reading: Reading = await asMember(ask.hub.database, ask.member, async (view) => {
    const parties = await selectParties(view);
    const sights = await readSights(view, parties, today);
    const figures = await selectSharedFigures(view, sights, { measureId: measure.id, today });
    const places = [...new Set(figures.map(({ place }) => place))];
    return { measure, parties, figures, names: await selectPlaceNames(view, places) };
  });
  const { figures } = reading;
  if (figures.length === 0) return notFound(ask, 'No release that you may see today holds this measure.');
  const chosen = figures.filter((one) => one.group === group.code && one.grade === grade);
  return ask.respond({
    title: `${measure.shortName}, as the districts count it`,
    section: 'shared',
    body: html`${pageHeading({
      title: measure.shortName,
      eyebrow: 'Counted by the districts themselves',
      lead: measure.name,
      trail: sharedTrail(ask.home, { label: measure.shortName }),
      actions: html`<a href="${`${ask.home}/measures/${measure.id}`}">The state’s public figures</a>`,
    })}${card({ body: html`${chooser(ask.home, reading, group.code, grade)}${trend(reading, chosen, group.name)}` })}${groupSection(reading, grade)}${schoolSection(reading, chosen, group.name)}${section(
      {
        title: 'What the numbers stand on',
        id: 'provenance',
        body: html`<div class="columns columns-two"><div>${definitionCard(measure)}</div><div>${card({ title: 'Comparable?', level: 3, body: comparableTable(ask.home, reading), footer: html`${withheldSentences['small numbers']} ${withheldSentences.agreement}` })}</div></div>`,
      },
    )}`,
  });
}

function chooser(home: string, { measure, figures }: Reading, group: string, grade: string): Html {
  const groups = new Set(figures.map((one) => one.group));
  const grades = [...new Set(figures.map((one) => one.grade))];
  return form({
    action: `${home}/shared/measures/${measure.id}`,
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
      options: studentGroups
        .filter(({ code }) => groups.has(code))
        .map(({ code, name }) => ({ value: code, label: name })),
    })}${selectField({
      id: 'grade',
      name: 'grade',
      label: 'Grade',
      empty: null,
      value: grade,
      options: grades.map((one) => ({ value: one, label: gradeName(one as Grade) })),
    })}`,
  });
}

function yearsOf(figures: readonly SharedFigure[]): number[] {
  return [...new Set(figures.map(({ schoolYear }) => schoolYear))].toSorted((a, b) => a - b);
}

/** The districts as wholes over the years that were released. */
function trend(
  { measure, parties, figures }: Reading,
  chosen: readonly SharedFigure[],
  groupName: string,
): Html {
  const years = yearsOf(figures);
  const find = (party: Party, year: number) =>
    chosen.find((one) => one.place === party.cds && one.schoolYear === year);
  const sentences = parties.map((party) => {
    const newest = years.map((year) => find(party, year)).findLast((one) => one?.seen === 'shown');
    return newest
      ? `${party.shortName}: ${sharedPoint(newest.schoolYear, newest, measure).text} in ${schoolYearName(newest.schoolYear)}.`
      : `${party.shortName}: no figure that may be shown.`;
  });
  return lineChart({
    id: 'trend',
    title: `${groupName}, by school year`,
    level: 2,
    sentence: sentences.join(' '),
    axis: measureAxis(measure),
    series: parties.map((party) => ({
      name: party.shortName,
      role: roleOfPosition(party.position),
      points: years.map((year) => sharedPoint(year, find(party, year), measure)),
    })),
  });
}

function groupSection({ measure, parties, figures }: Reading, grade: string): Html {
  const newest = yearsOf(figures).at(-1) ?? 0;
  const there = figures.filter((one) => one.schoolYear === newest && one.grade === grade);
  const rows = studentGroups.filter(({ code }) => there.some((one) => one.group === code));
  return section({
    title: `By group, ${schoolYearName(newest)}`,
    id: 'groups',
    lead: 'Groups overlap, and neither districts nor groups are ranked.',
    body: card({
      body: table({
        caption: `Released figures by group, ${schoolYearName(newest)}`,
        captionHidden: true,
        columns: [
          { header: 'Students', kind: 'header', cell: ({ code }) => studentGroupName(code) },
          ...parties.map((party) => ({
            header: party.shortName,
            kind: 'number' as const,
            cell: ({ code }: (typeof rows)[number]) =>
              sharedText(
                there.find((one) => one.place === party.cds && one.group === code),
                measure,
              ),
          })),
        ],
        rows,
      }),
    }),
  });
}

/** School by school, in the order of their names: a list to look up, no ranking. */
function schoolSection(
  { measure, parties, names }: Reading,
  chosen: readonly SharedFigure[],
  groupName: string,
): Html | '' {
  const ofSchools = chosen.filter(({ place, cds }) => place !== cds);
  if (ofSchools.length === 0) return '';
  const years = yearsOf(ofSchools).slice(-4);
  const nameOf = (place: string) => names.get(place) ?? `School ${place.slice(7)}`;
  return section({
    title: `Schools: ${groupName}`,
    id: 'schools',
    lead: 'In the order of their names. A student who changed schools counts where each measure’s definition says.',
    body: html`${parties.map((party) => {
      const own = ofSchools.filter(({ cds }) => cds === party.cds);
      const places = [...new Set(own.map(({ place }) => place))].toSorted((a, b) =>
        nameOf(a).localeCompare(nameOf(b)),
      );
      if (places.length === 0) return '';
      return card({
        title: party.name,
        level: 3,
        body: table({
          caption: `Schools of ${party.name}`,
          captionHidden: true,
          phone: 'scroll',
          columns: [
            { header: 'School', kind: 'header', cell: nameOf },
            ...years.map((year) => ({
              header: schoolYearName(year),
              kind: 'number' as const,
              cell: (place: string) =>
                sharedText(
                  own.find((one) => one.place === place && one.schoolYear === year),
                  measure,
                ),
            })),
          ],
          rows: places,
        }),
      });
    })}`,
  });
}

/** For each district and year: the release, and whether it was counted under today's definition. */
function comparableTable(home: string, { measure, parties, figures }: Reading): Html {
  const rows = parties.flatMap((party) =>
    yearsOf(figures.filter(({ cds }) => cds === party.cds)).flatMap((year) => {
      const one = figures.find(({ cds, schoolYear }) => cds === party.cds && schoolYear === year);
      return one ? [{ party, year, one }] : [];
    }),
  );
  return table({
    caption: 'Under which definition each year was counted',
    captionHidden: true,
    columns: [
      {
        header: 'Figures',
        kind: 'header',
        cell: ({ party, year }) => `${party.shortName}, ${schoolYearName(year)}`,
      },
      { header: 'Definition', cell: ({ one }) => comparability(one, measure) },
      {
        header: 'Release',
        cell: ({ one, party, year }) =>
          html`<a href="${`${home}/shared/releases/${one.releaseHash}`}"><span class="visually-hidden">Release of ${party.shortName}, ${schoolYearName(year)}: </span>${one.releaseHash.slice(0, 8)}</a>`,
      },
    ],
    rows,
  });
}
