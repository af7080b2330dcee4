import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { section } from '../../page/section.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import { paceBadge } from '../benchmarks/paceBlock.page.ts';
import { measurePath } from '../evidence/figurePath.ts';
import { beforeAndSinceSentence, type YearFigure } from './beforeAndSince.ts';
import type { PlaceFigures, PracticeReading } from './practiceReading.store.ts';

/** The measured figures of every district of the partnership, before and since it took the practice up. */
export function resultsSection(
  home: string,
  { practice, measure, parties, places }: PracticeReading,
): Content {
  return section({
    title: 'What the figures did in each district',
    id: 'results',
    lead: `${measure.shortName}. Figures of a whole district: a practice in a few schools moves them little, and other things move them too.`,
    body: columns(
      'two',
      parties.map((party) =>
        card({
          title: party.name,
          body: places
            .filter((place) => place.party.districtId === party.districtId)
            .map((place) => groupFigures(home, place, { measure, hasMany: practice.groups.length > 1 })),
        }),
      ),
    ),
  });
}

type About = { readonly measure: PracticeReading['measure']; readonly hasMany: boolean };

function groupFigures(home: string, place: PlaceFigures, { measure, hasMany }: About): Content {
  const { group, promised } = place;
  const better = measure.direction === 'context' ? null : measure.direction;
  return html`${hasMany ? html`<p class="item-title">${studentGroupName(group)}</p>` : ''}<p>${sentence(place, measure.notOverYears !== undefined, better)}</p>${lastYears(place.figures)}${
    promised
      ? html`<p>${paceBadge(promised.pace)} ${promised.sentence} ${linkButton({ label: 'Benchmark', href: `${home}/benchmarks/${promised.benchmarkId}`, tone: 'quiet' })}</p>`
      : ''
  }<p class="quiet"><a href="${measurePath(home, measure.id, group)}">All years, ${inSentence(studentGroupName(group))}</a></p>`;
}

function sentence(
  { party, since, split, figures }: PlaceFigures,
  notOverYears: boolean,
  better: 'up' | 'down' | null,
): string {
  const newest = figures.at(-1);
  if (!since)
    return newest
      ? `${party.shortName} has not taken it up; it stood at ${newest.text} in ${schoolYearName(newest.year)}.`
      : `${party.shortName} has not taken it up, and no figure is shown.`;
  const start = `Taken up ${formatDate(since)}.`;
  if (notOverYears) return `${start} This measure cannot be compared over years.`;
  return split ? `${start} ${beforeAndSinceSentence(split, better)}` : start;
}

/** The last four figures in a row, so that a single year is not taken for a path. */
function lastYears(figures: readonly YearFigure[]): Content {
  if (figures.length < 2) return '';
  return html`<p class="quiet">${figures
    .slice(-4)
    .map(({ year, text }) => `${schoolYearName(year)}: ${text}`)
    .join(' · ')}</p>`;
}
