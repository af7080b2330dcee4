import { badge } from '../../page/badge.ts';
import { callout } from '../../page/callout.ts';
import { details } from '../../page/details.ts';
import { emptyState } from '../../page/emptyState.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { howJudged } from './howJudged.page.ts';
import { strongSimilar } from './learnFrom.ts';
import { matchingParts } from './matchingParts.page.ts';
import { gridPath, similarPath } from './matchingPath.ts';
import { pairGrid } from './pairGrid.page.ts';
import { pairMatches } from './pairMatches.ts';
import { type MatchedPair, pairModes } from './pairModes.page.ts';
import { type MatchedParty, type PairReading, readPair } from './pairReading.store.ts';
import { pairSimilarity } from './pairSimilarity.ts';

/** Who can help whom: what the districts give and get, their needs and strengths side by side, and whether they are alike at all. */
export const matchingPages: Route[] = [
  { method: 'get', path: '/partnerships/:partnership/matching', access: 'members', answer: matchingPage },
];

async function matchingPage(ask: MemberAsk): Promise<Response> {
  const reading = await asMember(ask.hub.database, ask.member, readPair);
  const { home } = ask;
  const { parties } = reading;
  const [first] = parties;
  const isOwn = first?.districtId === ask.member.districtId;
  const pairs = pairsOf(parties);
  const isJudged = parties.some(({ grid }) => grid.cells.length > 0);
  return ask.respond({
    title: 'Who can help whom',
    section: 'matching',
    wide: true,
    print: 'landscape',
    body: html`${pageHeading({
      title: 'Who can help whom',
      lead: isJudged
        ? pairs.map((pair) => pairLead(pair)).join(' ')
        : 'Which strength meets which need, from public figures alone.',
      badges: reading.synthetic ? badge('synthetic') : undefined,
    })}${matchingParts(home, 'grid')}${isJudged ? judged(home, reading, pairs, isOwn) : nothingYet(parties)}`,
  });
}

function pairsOf(parties: readonly MatchedParty[]): MatchedPair[] {
  const ids = new Set(parties.map(({ districtId }) => districtId));
  return parties.flatMap((ours, i) =>
    parties.slice(i + 1).map((theirs) => {
      const sides = { ours, theirs };
      const matches = pairMatches(
        ours.grid.cells,
        theirs.grid.cells,
        (needy, measureId, group) => strongSimilar(sides[needy].similar, measureId, group, ids).length,
      );
      return { ours, theirs, matches };
    }),
  );
}

function judged(home: string, reading: PairReading, pairs: readonly MatchedPair[], isOwn: boolean): Html {
  const { parties } = reading;
  return html`${reading.synthetic ? callout({ kind: 'warning', title: 'Made-up districts', body: 'What is expected is learned from the districts of the sample, which are invented: read the page, not the findings.' }) : ''}
${pairs.map((pair) => likeness(home, pair, reading))}
${pairs.map((pair, i) =>
  section({
    title:
      pairs.length === 1 ? 'What the figures suggest' : `${pair.ours.shortName} and ${pair.theirs.shortName}`,
    id: `pair-${pair.ours.position}-${pair.theirs.position}`,
    lead: 'A suggestion, no more: a person confirms, words and owns each need. Nothing here ranks districts.',
    body: pairModes(home, pair, isOwn && (i === 0 || pair.ours === parties[0])),
  }),
)}
${section({
  title: 'Needs and strengths, side by side',
  id: 'grid',
  lead: html`Each place leads to its figures, what is expected, and where to learn. One district alone: ${parties.map((party, i) => html`${i > 0 ? ', ' : ''}<a href="${gridPath(home, party.cds)}">${party.shortName}</a>`)}.`,
  body: html`${pairGrid(home, parties)}${details({ summary: 'How need and strength are told', body: howJudged() })}`,
})}`;
}

function likeness(home: string, { ours, theirs }: MatchedPair, { compared }: PairReading): Html {
  const asCompared = ({ shortName, profile, unduplicated }: MatchedParty) => ({
    name: shortName,
    profile,
    unduplicated,
  });
  const { verdict, title, sentences, cautions } = pairSimilarity(
    asCompared(ours),
    asCompared(theirs),
    compared,
  );
  return callout({
    kind: verdict === 'similar' ? 'info' : 'warning',
    title,
    level: 2,
    body: html`<p>${sentences.join(' ')}</p>${cautions.map((caution) => html`<p class="meta">${caution}</p>`)}<p>Districts similar to ${[ours, theirs].map((party, i) => html`${i > 0 ? ' and to ' : ''}<a href="${similarPath(home, party.cds)}">${party.shortName}</a>`)}.</p>`,
  });
}

function pairLead({ ours, theirs, matches }: MatchedPair): string {
  const count = (giver: 'ours' | 'theirs') =>
    matches.filter(({ suggestion }) => suggestion.mode === 'assistance' && suggestion.giver === giver).length;
  const [give, get] = [count('ours'), count('theirs')];
  const shared = matches.filter(
    ({ ours: a, theirs: b }) => a.status === 'need' && b.status === 'need',
  ).length;
  const places = (n: number) => (n === 0 ? 'no place' : n === 1 ? '1 place' : `${n} places`);
  const [us, them] = [ours.shortName, theirs.shortName];
  return `In ${places(give)} of the grid ${us} is strong where ${them} is in need; in ${places(get)} ${them} is where ${us} is. In ${places(shared)} both are in need.`;
}

function nothingYet(parties: readonly MatchedParty[]): Content {
  const unknown = parties.filter(({ grid }) => grid.why === 'whom it serves is not known');
  return emptyState({
    level: 2,
    title: 'Nothing can be expected yet',
    body: html`What a district may be expected to reach is learned from all districts of the state: load its outcomes by student group (<code>tandem evidence load PATH</code>).${
      unknown.length > 0 && unknown.length < parties.length
        ? ` Of ${unknown.map(({ shortName }) => shortName).join(' and ')} no loaded file says whom it serves.`
        : ''
    }`,
  });
}
