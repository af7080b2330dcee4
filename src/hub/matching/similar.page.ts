import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { details } from '../../page/details.ts';
import { emptyState } from '../../page/emptyState.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { parseCds } from '../../vocabulary/cds.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { similarNotes } from '../needs/comparisonNoteList.page.ts';
import { selectComparisonNotes } from '../needs/comparisonNotes.store.ts';
import { isMostlyCharter } from './districtProfile.ts';
import { gridPath } from './matchingPath.ts';
import { matchingTrail } from '../needs/matchingPlace.page.ts';
import type { OutsideDistrict } from './profiles.store.ts';
import { differsMostIn, factorBreakdown, factorTable, similarTable } from './similarTables.page.ts';
import { readSimilar, type SimilarReading } from './similarReading.store.ts';
import { similarityFactors } from './similarityFactor.ts';

/** The districts that serve like students as one: in what they differ, how far is too far, and who is left out. */
export const similarPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/matching/districts/:cds/similar',
    access: 'members',
    answer: similarPage,
  },
];

async function similarPage(ask: MemberAsk): Promise<Response> {
  const cds = parseCds(ask.context.req.param('cds') ?? '');
  const reading = cds
    ? await asMember(ask.hub.database, ask.member, async (view) => {
        const similar = await readSimilar(view, cds);
        const party = (await selectParties(view)).find((one) => one.cds === cds);
        const notes = party ? await selectComparisonNotes(view, { districtId: party.districtId }) : [];
        return similar && { ...similar, party, notes: notes.filter(({ similarId }) => similarId !== null) };
      })
    : undefined;
  if (!reading) return notFound(ask, 'No loaded file names this district.');
  const { district, similar, compared, synthetic, party, notes } = reading;
  return ask.respond({
    title: `Districts similar to ${district.name}`,
    section: 'matching',
    body: html`${pageHeading({
      title: `Districts similar to ${district.name}`,
      lead: 'Chosen by whom they serve, never by results.',
      badges: synthetic ? badge('synthetic') : undefined,
      trail: matchingTrail(
        ask.home,
        { label: district.name, href: gridPath(ask.home, district.cds) },
        { label: 'Similar districts' },
      ),
      actions: linkButton({ label: 'Its needs and strengths', href: gridPath(ask.home, district.cds) }),
    })}${cautions(reading)}${
      similar.length === 0
        ? nobody(reading)
        : html`${section({
            title: `${similar.length} districts, by name`,
            id: 'similar',
            lead: 'The distance is 0 for a district that serves the very same students. It orders nothing: none is better for being nearer.',
            body: similarTable(ask.home, similar),
          })}
${section({
  title: 'In what they differ',
  id: 'factors',
  lead: `Each factor of ${district.name}, and from the lowest to the highest of its similar districts.`,
  body: factorTable(reading),
})}
${section({
  title: 'What each factor adds',
  id: 'contributions',
  lead: 'The numbers of a district add up to its squared distance. One below 0 brings two districts nearer: given their other factors, the difference was to be expected.',
  body: html`${similar.map((one) => factorBreakdown(reading, one))}`,
})}`
    }
${
  party && similar.length > 0
    ? section({
        title: 'Is the comparison fair?',
        id: 'notes',
        lead: 'What whom they serve does not tell, said by people of the partnership.',
        body: card({ body: similarNotes(ask, party, similar, notes) }),
      })
    : ''
}
${partnership(reading)}
${compared ? section({ title: 'How similar is told', id: 'how', body: howSimilar(reading) }) : ''}
${section({
  title: 'Left out of the comparison',
  id: 'outside',
  lead: 'Nothing is filled in for a district whose students are not known.',
  body: outsideLists(reading.outside),
})}`,
  });
}

function cautions({ profile, compared, district }: SimilarReading): Content {
  if (!profile || !compared) return '';
  if (isMostlyCharter(profile)) {
    return callout({
      kind: 'warning',
      title: 'Mostly students of charter schools',
      body: html`Of the ${formatNumber(profile.students)} students whom the state counts for ${district.name} in ${schoolYearName(profile.schoolYear)}, ${formatNumber(profile.ownStudents ?? 0)} are outside charter schools. Its size is taken from these; its shares of groups are of all, the charter schools it authorises included.`,
    });
  }
  if (profile.ownStudents === null) {
    return callout({
      kind: 'warning',
      title: 'Size with charter schools',
      body: `No loaded file tells the students outside charter schools apart, so the size of ${district.name} counts the charter schools it authorises: a small sponsor of large charters looks large. The state’s unduplicated pupil counts (UPC) tell them apart.`,
    });
  }
  return '';
}

function nobody({ profile, compared, district }: SimilarReading): Html {
  const isCompared = profile && similarityFactors.every(({ id }) => profile.factors[id] !== undefined);
  return isCompared && compared
    ? emptyState({
        level: 2,
        title: 'No district is similar enough',
        body: `None of the ${formatNumber(compared.districts - 1)} others lies within ${formatNumber(compared.caliper, 2)} of ${district.name}. None is shown to fill a list.`,
      })
    : emptyState({
        level: 2,
        title: `${district.name} cannot be compared`,
        body: 'No loaded file gives its students by group, or it is a county office, which serves other students than districts do.',
      });
}

/** The other districts of the partnership, said plainly where they are not alike. */
function partnership({ district, others, compared }: SimilarReading): Content {
  const told = others.filter(({ apart }) => apart);
  if (!compared || told.length === 0) return '';
  return section({
    title: 'The partnership itself',
    id: 'partnership',
    body: html`${told.map(({ name, apart }) => {
      if (!apart) return '';
      const isSimilar = apart.distance <= compared.caliper;
      return html`<p><strong>${isSimilar ? `${name} is similar to ${district.name}.` : `${name} is not similar to ${district.name}.`}</strong> Their distance is ${formatNumber(apart.distance, 2)}, and ${formatNumber(compared.caliper, 2)} is the largest that is called similar. ${differsMostIn(apart.contributions)}</p>`;
    })}`,
  });
}

function howSimilar({ compared }: SimilarReading): Content {
  if (!compared) return '';
  return html`<p>Each of ${formatNumber(compared.districts)} districts is placed by ${similarityFactors.length} factors of the students it served in ${schoolYearName(compared.schoolYear)}: ${similarityFactors.map(({ name }) => inSentence(name)).join(', ')}. The distance is Mahalanobis’, on a shrunk covariance (Ledoit and Wolf), so that factors which go together do not count twice.</p>
<p>Two districts are called similar up to a distance of ${formatNumber(compared.caliper, 2)}: about one pair of districts in twenty is that near. At most fifteen are named; beyond the caliper nobody is.</p>
<p>Size is the number of students outside charter schools on census day, where a loaded file gives it. Shares are of everybody enrolled at any time in the year, the charter schools that a district authorises included. A withheld count is taken as 5.5 students.</p>
${similarityFactors.map(({ name, caution }) => (caution ? html`<p><strong>${name}.</strong> ${caution}</p>` : ''))}`;
}

function outsideLists(outside: readonly OutsideDistrict[]): Html {
  const offices = outside.filter(({ isCountyOffice }) => isCountyOffice);
  const unknown = outside.filter(({ isCountyOffice }) => !isCountyOffice);
  const list = (names: readonly OutsideDistrict[]) =>
    html`<ul class="names">${names.map(({ name, county }) => html`<li>${name}${county ? html` <span class="quiet">${county} County</span>` : ''}</li>`)}</ul>`;
  if (outside.length === 0) return html`<p>Every district is compared.</p>`;
  return html`${
    offices.length > 0
      ? details({
          summary: `${offices.length} county offices of education: they serve other students than districts do`,
          body: list(offices),
        })
      : ''
  }${
    unknown.length > 0
      ? details({
          summary: `${unknown.length} districts whose students by group are withheld or not reported`,
          body: list(unknown),
        })
      : ''
  }`;
}
