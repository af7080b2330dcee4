import { badge } from '../../page/badge.ts';
import { card } from '../../page/card.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { type FocusArea, focusAreas } from '../../vocabulary/partnership.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { type Offer, selectOffers } from './capacity.store.ts';
import { capacityLeft, isAnythingFree } from './capacityLeft.ts';
import { amountText } from './capacityWords.ts';
import { matchingTrail } from './matchingPlace.page.ts';
import { matchingParts } from '../matching/matchingParts.page.ts';
import { mayWorkOnNeeds } from './mayWorkOnNeeds.ts';
import { type Term, termKey, termName, termOn, termTitle, termsFrom } from './term.ts';

/** Terms that can be offered: the one under way and two more. */
export const termsAhead = 3;

/** What each district can give, by focus area and term. */
export const capacityPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/matching/capacity',
    access: 'members',
    answer: capacityPage,
  },
];

async function capacityPage(ask: MemberAsk): Promise<Response> {
  const { parties, offers } = await asMember(ask.hub.database, ask.member, async (view) => ({
    parties: await selectParties(view),
    offers: await selectOffers(view),
  }));
  const terms = termsFrom(termOn(ask.hub.now()), termsAhead);
  const today = ask.hub.now().toISOString().slice(0, 10);
  return ask.respond({
    title: 'Capacity',
    section: 'matching',
    body: html`${pageHeading({
      title: 'What each can give',
      lead: 'Visits and hours a district can spare in a term, and the person to ask. Nobody is asked for more.',
      trail: matchingTrail(ask.home, { label: 'Capacity' }),
    })}${matchingParts(ask.home, 'capacity')}${parties.map((party) => {
      const own = offers.filter((offer) => offer.districtId === party.districtId);
      const may = party.districtId === ask.member.districtId && mayWorkOnNeeds(ask.member.role);
      return section({
        title: party.name,
        id: `district-${party.position}`,
        body: card({
          body: html`<div class="offers">${offerTable({ home: ask.home, party, offers: own, terms, may, today })}</div>`,
        }),
      });
    })}`,
  });
}

type OfferTable = {
  readonly home: string;
  readonly party: Party;
  readonly offers: readonly Offer[];
  readonly terms: readonly Term[];
  readonly may: boolean;
  /** Calendar date. */
  readonly today: string;
};

function offerTable({ home, party, offers, terms, may, today }: OfferTable): Html {
  return table<FocusArea>({
    caption: `What ${party.name} can give, by focus area and term`,
    captionHidden: true,
    columns: [
      { header: 'Focus area', kind: 'header', cell: ({ name }) => name },
      ...terms.map((term) => ({
        header: termTitle(term),
        cell: (area: FocusArea): Content => {
          const offer = offers.find(
            (one) => one.focusArea === area.id && termKey(one.term) === termKey(term),
          );
          const href = `${home}/matching/capacity/change?area=${area.id}&term=${termKey(term)}`;
          const about = html`<span class="visually-hidden">: ${area.name}, ${termName(term)}</span>`;
          if (!offer)
            return may
              ? html`<a href="${href}">Offer something${about}</a>`
              : html`<span class="quiet">nothing offered</span>`;
          return html`${offerText(offer, today)}${may ? html`<br><a href="${href}">Change${about}</a>` : ''}`;
        },
      })),
    ],
    rows: focusAreas,
  });
}

/** What is offered, how much of it is left, whom to ask and until when. */
function offerText(offer: Offer, today: string): Html {
  const { offered, used, until, contact, words, personLeft } = offer;
  const state =
    offered.visits + offered.hours === 0
      ? badge('neutral', 'Nothing this term')
      : isAnythingFree(offer, today)
        ? badge('good', 'Free')
        : personLeft
          ? badge('bad', 'Nobody to ask')
          : badge('neutral', until < today ? 'Over' : 'Used up');
  const isUsed = used.visits + used.hours > 0;
  return html`${state} ${amountText(offered)}${isUsed ? html`<br>${amountText(capacityLeft(offer))} left` : ''}<br><span class="quiet">${personLeft ? `${contact.name} has left: name somebody else` : `Ask ${contact.name} until ${formatDate(until)}`}${words ? html`. ${words}` : ''}</span>`;
}
