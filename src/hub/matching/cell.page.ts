import { findMeasure } from '../../measures/registry.ts';
import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { details } from '../../page/details.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { findStudentGroup, type StudentGroup } from '../../vocabulary/studentGroup.ts';
import { selectLocalIndicators } from '../evidence/evidence.store.ts';
import { measurePath } from '../evidence/figurePath.ts';
import { definitionCard } from '../evidence/provenance.page.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { cellCharts } from './cellCharts.page.ts';
import { learnFromBlock } from './cellLearnFrom.page.ts';
import { ratingsTable } from './cellRatings.page.ts';
import { levelSentence, progressSentence, statusSentence } from './cellWords.ts';
import { cellNotes } from '../needs/comparisonNoteList.page.ts';
import { selectComparisonNotes } from '../needs/comparisonNotes.store.ts';
import { howJudged } from './howJudged.page.ts';
import { strongOutsidePair } from './learnFrom.ts';
import { gridPath } from './matchingPath.ts';
import { matchingTrail, needPath, newNeedPath } from '../needs/matchingPlace.page.ts';
import { mayWorkOnNeeds } from '../needs/mayWorkOnNeeds.ts';
import { selectOpenNeedId } from '../needs/needs.store.ts';
import { shownStatus } from './pairGrid.page.ts';
import { type MatchedParty, readPair } from './pairReading.store.ts';
import { suggestionSentence } from './suggestionSentence.ts';
import { suggestMode } from './suggestMode.ts';

/** One measure and group: both districts against what is expected, what that suggests, and where to learn. */
export const cellPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/matching/cells/:measure/:group',
    access: 'members',
    answer: cellPage,
  },
];

async function cellPage(ask: MemberAsk): Promise<Response> {
  const measure = findMeasure(ask.context.req.param('measure') ?? '');
  const group = findStudentGroup(ask.context.req.param('group') ?? '');
  if (!measure || !group) return notFound(ask, 'There is no such measure or group.');
  const about = { measureId: measure.id, group: group.code };
  const { parties, synthetic, ratings, notes, openNeed } = await asMember(
    ask.hub.database,
    ask.member,
    async (view) => {
      const pair = await readPair(view);
      const own = [];
      for (const { districtId } of pair.parties) own.push(await selectLocalIndicators(view, districtId));
      const { districtId } = ask.member;
      return {
        ...pair,
        ratings: own,
        notes: await selectComparisonNotes(view, about),
        openNeed: districtId ? await selectOpenNeedId(view, { ...about, districtId }) : undefined,
      };
    },
  );
  const found = parties.filter(({ grid }) => grid.find(measure.id, group.code));
  if (found.length === 0)
    return notFound(ask, 'Nothing is expected of this measure and group: too few districts report it.');
  const title = `${measure.shortName}: ${inSentence(group.name)}`;
  return ask.respond({
    title,
    section: 'matching',
    body: html`${pageHeading({
      title,
      eyebrow: focusAreas.find(({ id }) => id === measure.focusArea)?.name ?? 'Other measures',
      lead: suggestions(parties, measure, group).join(' '),
      badges: synthetic ? badge('synthetic') : undefined,
      trail: matchingTrail(ask.home, { label: measure.shortName }),
      actions: openNeed
        ? linkButton({ label: 'The need that is confirmed', href: needPath(ask.home, openNeed) })
        : confirmButton(ask, parties, measure, group),
    })}${columns(
      'two',
      parties.map((party) => partyCard(ask.home, party, measure, group)),
    )}${cellCharts(parties, measure, group)}
${section({
  title: 'Where to learn',
  id: 'learn-from',
  lead: 'Similar districts outside the partnership that do better here than is expected of them: those most alike, by name. Nobody is ranked.',
  body: learnFromBlock(ask.home, parties, measure, group),
})}
${section({
  title: 'What the districts say of themselves',
  id: 'ratings',
  lead: 'Their own ratings under the state’s local indicators stand beside the figures and are never mixed in.',
  body: ratingsTable(
    parties.map((party, i) => ({ name: party.shortName, own: ratings[i] ?? [] })),
    measure,
    group.code,
  ),
})}
${section({
  title: 'Is the comparison fair?',
  id: 'notes',
  lead: 'What the figures do not know, said by people of the partnership. It changes no figure.',
  body: columns(
    'two',
    parties.map((party) =>
      card({
        title: party.name,
        level: 3,
        body: cellNotes(
          ask,
          party,
          about,
          notes.filter(({ districtId }) => districtId === party.districtId),
        ),
      }),
    ),
  ),
})}
${section({
  title: 'What this stands on',
  id: 'basis',
  body: html`${details({ summary: 'How need and strength are told', body: howJudged() })}${definitionCard(measure)}<p><a href="${measurePath(ask.home, measure.id, group.code)}">Every year and every group of this measure</a></p>`,
})}`,
  });
}

function suggestions(
  parties: readonly MatchedParty[],
  { id }: MeasureDefinition,
  { code }: StudentGroup,
): string[] {
  const inside = new Set(parties.map(({ districtId }) => districtId));
  const statusOf = ({ grid }: MatchedParty) => grid.find(id, code)?.status ?? 'not reported';
  return parties.flatMap((ours, i) =>
    parties.slice(i + 1).map((theirs) => {
      const sides = [ours, theirs].map((party) => ({ status: statusOf(party), similar: party.similar }));
      const strong = strongOutsidePair(sides, id, code, inside);
      const suggestion = suggestMode(statusOf(ours), statusOf(theirs), strong);
      return suggestionSentence(
        suggestion,
        { name: ours.shortName, status: statusOf(ours) },
        { name: theirs.shortName, status: statusOf(theirs) },
      );
    }),
  );
}

function confirmButton(
  ask: MemberAsk,
  parties: readonly MatchedParty[],
  measure: MeasureDefinition,
  group: StudentGroup,
): Content {
  const own = parties.find(({ districtId }) => districtId === ask.member.districtId);
  if (!own || !mayWorkOnNeeds(ask.member.role)) return undefined;
  const isNeed = own.grid.find(measure.id, group.code)?.status === 'need';
  return linkButton({
    label: isNeed ? 'Confirm this need' : `Word a need of ${own.shortName} here`,
    href: newNeedPath(ask.home, own.cds, measure.id, group.code),
    tone: isNeed ? 'main' : 'second',
  });
}

function partyCard(home: string, party: MatchedParty, measure: MeasureDefinition, group: StudentGroup): Html {
  const cell = party.grid.find(measure.id, group.code);
  return card({
    title: party.name,
    href: gridPath(home, party.cds),
    badges: badge(shownStatus(cell)),
    body: cell
      ? html`<p><strong>${statusSentence(cell)}</strong></p><p>${levelSentence(party.shortName, cell, measure)}</p>${
          cell.level ? html`<p>${progressSentence(party.shortName, cell, measure)}</p>` : ''
        }`
      : html`<p class="quiet">Nothing is expected of this district: whom it serves is not known.</p>`,
  });
}
