import { dotInterval } from '../../page/dotInterval.ts';
import { emptyState } from '../../page/emptyState.ts';
import { type Content, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { type StudentGroup, studentGroups } from '../../vocabulary/studentGroup.ts';
import { figurePath, measurePath } from './figurePath.ts';
import { isShown } from './figures.ts';
import { shortChange, figureLink, figureText, valueText } from './figureText.page.ts';
import { figureInterval } from './figureVariance.ts';
import { measureAxis, measureReference } from './measureAxis.page.ts';
import type { MeasureReading, ReadPlace } from './measureReading.store.ts';

/** Every group of a measure in its newest year: a picture with intervals, and the table with changes and students. */
export function groupsBlock(home: string, reading: MeasureReading): Content {
  const { measure, places, newestYear } = reading;
  const parties = places.filter((place) => place.role !== 'state');
  const groups = studentGroups.filter((group) =>
    parties.some((place) => place.figures.groups(measure.id).has(group.code)),
  );
  if (newestYear === null || groups.length === 0) {
    return emptyState({
      title: 'No figures of this measure are loaded yet',
      body: html`Load a public file that holds them (<code>tandem evidence load</code>), or wait for a release of a district: ${measure.inputs ?? ''}.`,
    });
  }
  return html`${dots(reading, groups, newestYear)}${groupTable(home, reading, groups, newestYear)}`;
}

function dots(
  { measure, places, spreads }: MeasureReading,
  groups: readonly StudentGroup[],
  year: number,
): Content {
  const drawn = groups.filter((group) =>
    places.some((place) => isShown(place.figures.find(measure.id, group.code, year))),
  );
  return dotInterval({
    id: 'groups-chart',
    title: `${measure.shortName} by student group, ${schoolYearName(year)}`,
    sentence: widestGapSentence(places, drawn, measure.id, year, (value) => valueText(value, measure)),
    axis: measureAxis(measure),
    reference: measureReference(measure, [0]),
    rowName: 'Student group',
    rows: drawn.map((group) => ({
      label: group.name,
      dots: places.map((place) => {
        const figure = place.figures.find(measure.id, group.code, year)?.figure;
        const interval =
          figure && place.role !== 'state' ? figureInterval(figure, measure, group.code, spreads) : null;
        return {
          name: place.name,
          role: place.role,
          value: figure?.seen === 'shown' ? Number(figure.value) : null,
          text: figure ? figureText(figure, measure) : 'no figure',
          interval: interval
            ? {
                ...interval,
                text: `${valueText(interval.low.toFixed(4), measure)} to ${valueText(interval.high.toFixed(4), measure)}`,
              }
            : undefined,
          withheld: figure?.seen === 'suppressed' ? figure.reason : undefined,
        };
      }),
    })),
  });
}

/** How far a district's groups lie apart, as that district's own matter and not as a contest between districts. */
function widestGapSentence(
  places: readonly ReadPlace[],
  groups: readonly StudentGroup[],
  measureId: string,
  year: number,
  text: (value: string) => string,
): string {
  const sentences = places
    .filter((place) => place.role !== 'state')
    .map((place) => {
      const shown = groups.map((group) => ({
        group,
        found: place.figures.find(measureId, group.code, year),
      }));
      const values = shown
        .flatMap(({ group, found }) => (isShown(found) ? [{ group, value: found.figure.value }] : []))
        .sort((a, b) => Number(a.value) - Number(b.value));
      const [least, most] = [values[0], values.at(-1)];
      if (!least || !most || values.length < 2) return `${place.name} shows no two groups.`;
      return `In ${place.name} groups reach from ${text(least.value)} (${least.group.name}) to ${text(most.value)} (${most.group.name}).`;
    });
  return sentences.join(' ');
}

function groupTable(
  home: string,
  reading: MeasureReading,
  groups: readonly StudentGroup[],
  year: number,
): Content {
  const { measure, places, years } = reading;
  const before = years.filter((one) => one < year).at(-1);
  const column = (place: ReadPlace) => ({
    header: place.name,
    kind: 'number' as const,
    cell: (group: StudentGroup) => {
      const found = place.figures.find(measure.id, group.code, year);
      const subject = found?.subject;
      return subject
        ? figureLink(
            found.figure,
            measure,
            figurePath(home, place.cds, subject),
            `${place.name}, ${group.name}, ${schoolYearName(year)}`,
          )
        : figureLink(undefined, measure, '', '');
    },
  });
  const changeColumn = (place: ReadPlace) => ({
    header: `change since ${before ? schoolYearName(before) : ''}`,
    kind: 'number' as const,
    cell: (group: StudentGroup) => {
      const now = place.figures.find(measure.id, group.code, year);
      const then = before === undefined ? undefined : place.figures.find(measure.id, group.code, before);
      if (!isShown(now) || !isShown(then)) return '';
      return shortChange(Number(now.figure.value) - Number(then.figure.value), measure);
    },
  });
  return table<StudentGroup>({
    caption: `Every group, ${schoolYearName(year)}${measure.unit === 'points' ? ', in points' : ''}`,
    phone: 'scroll',
    columns: [
      {
        header: 'Students',
        kind: 'header',
        cell: (group) => html`<a href="${measurePath(home, measure.id, group.code)}">${group.name}</a>`,
      },
      ...places.flatMap((place) =>
        place.role === 'state' || before === undefined || measure.notOverYears
          ? [column(place)]
          : [column(place), changeColumn(place)],
      ),
    ],
    rows: groups,
    note: 'Tap a number for its definition, its students, its publisher and why it may differ from another figure.',
  });
}
