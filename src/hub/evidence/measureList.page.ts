import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { selectDistrictFigures, selectState } from './evidence.store.ts';
import { figurePath, measurePath } from './figurePath.ts';
import { type Figures, indexFigures } from './figures.ts';
import { figureLink } from './figureText.page.ts';
import { measureFamilies } from './measureOrder.ts';

/** Every measure in one table: both districts and the state, newest year. */
export const measureListPages: Route[] = [
  { method: 'get', path: '/partnerships/:partnership/measures', access: 'members', answer: measureListPage },
];

type ListedPlace = { readonly cds: string; readonly name: string; readonly figures: Figures };

async function measureListPage(ask: MemberAsk): Promise<Response> {
  const places = await asMember(ask.hub.database, ask.member, async (view) => {
    const parties = await selectParties(view);
    const state = await selectState(view);
    const listed: ListedPlace[] = [];
    for (const place of [
      ...parties.map((party) => ({ ...party, name: party.shortName })),
      ...(state ? [state] : []),
    ]) {
      const figures = indexFigures(await selectDistrictFigures(view, place.districtId));
      listed.push({ cds: place.cds, name: place.name, figures });
    }
    return listed;
  });
  const isLoaded = (measure: MeasureDefinition) => newestYear(places, measure) !== undefined;
  const waiting = measureFamilies
    .flatMap((family) => family.measures)
    .filter((measure) => !isLoaded(measure));
  return ask.respond({
    title: 'Measures',
    section: 'measures',
    body: html`${pageHeading({
      title: 'Measures',
      lead: 'What both districts are seen by: one definition each, the newest public figure for all students, and the year it is of.',
    })}${measureFamilies
      .map((family) => ({ ...family, measures: family.measures.filter(isLoaded) }))
      .filter((family) => family.measures.length > 0)
      .map((family, i) =>
        section({
          title: family.name,
          id: `family-${i + 1}`,
          body: familyTable(ask.home, family.name, family.measures, places),
        }),
      )}${waiting.length === 0 ? '' : waitingSection(ask.home, waiting)}`,
  });
}

/** Measures that no loaded public file gives: they wait for a file, or for the districts' own records. */
function waitingSection(home: string, waiting: readonly MeasureDefinition[]): Content {
  return section({
    title: 'Defined, and without a public figure here',
    id: 'waiting',
    lead: 'No loaded file gives these. They come from another public file, or from the districts’ own records once a release brings them.',
    body: html`<ul class="names">${waiting.map(
      (measure) => html`<li><a href="${measurePath(home, measure.id)}">${measure.shortName}</a></li>`,
    )}</ul>`,
  });
}

function familyTable(
  home: string,
  name: string,
  measures: readonly MeasureDefinition[],
  places: readonly ListedPlace[],
): Content {
  return table<MeasureDefinition>({
    caption: name,
    captionHidden: true,
    columns: [
      {
        header: 'Measure',
        kind: 'header',
        cell: (measure) => html`<a href="${measurePath(home, measure.id)}">${measure.shortName}</a>`,
      },
      ...places.map((place) => ({
        header: place.name,
        kind: 'number' as const,
        cell: (measure: MeasureDefinition) => figureOfYear(home, place, measure, newestYear(places, measure)),
      })),
      {
        header: 'Year',
        cell: (measure) => {
          const year = newestYear(places, measure);
          return year === undefined ? '' : schoolYearName(year);
        },
      },
    ],
    rows: measures,
  });
}

function newestYear(places: readonly ListedPlace[], measure: MeasureDefinition): number | undefined {
  const years = places.map((place) => place.figures.newestShown(measure.id, 'ALL')?.subject.schoolYear ?? 0);
  return Math.max(...years, 0) || undefined;
}

/** The figure of the year that the row names: an older one beside a newer one would be read as a comparison. */
function figureOfYear(
  home: string,
  place: ListedPlace,
  measure: MeasureDefinition,
  year: number | undefined,
): Content {
  const found = year === undefined ? undefined : place.figures.find(measure.id, 'ALL', year);
  if (!found || year === undefined) return html`<span class="quiet">no figure</span>`;
  const about = `${place.name}, ${measure.shortName}, ${schoolYearName(year)}`;
  return figureLink(found.figure, measure, figurePath(home, place.cds, found.subject), about);
}
