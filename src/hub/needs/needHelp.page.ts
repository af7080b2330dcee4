import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { capacityLeft, isAnythingFree } from './capacityLeft.ts';
import { amountText } from './capacityWords.ts';
import { effectText } from '../matching/effectText.page.ts';
import { evidenceSentences } from './evidenceSentence.ts';
import {
  type LearnFromPlace,
  learnFromPlaces,
  strongOutsidePair,
  strongSimilar,
} from '../matching/learnFrom.ts';
import { gridPath } from '../matching/matchingPath.ts';
import { askPath } from './matchingPlace.page.ts';
import { suggestionSentence } from '../matching/suggestionSentence.ts';
import { suggestMode } from '../matching/suggestMode.ts';
import { statusBadge } from './keptEvidence.page.ts';
import type { HelpingParty, NeedReading } from './needReading.store.ts';
import { termTitle } from './term.ts';

type Helping = {
  readonly home: string;
  readonly reading: NeedReading;
  readonly measure: MeasureDefinition;
  readonly mayAsk: boolean;
  /** Calendar date. */
  readonly today: string;
};

/** A card a partner: what its figures say, what it offers, whom to ask. */
export function partnerCards(helping: Helping): Html {
  return html`${helping.reading.partners.map((partner) => partnerCard(helping, partner))}`;
}

function partnerCard({ home, reading, measure, mayAsk, today }: Helping, partner: HelpingParty): Html {
  const { need } = reading;
  const { party, evidence, offers } = partner;
  const isFree = offers.some((offer) => isAnythingFree(offer, today));
  const waiting = reading.asks.find((ask) => ask.districtId === party.districtId && ask.state === 'asked');
  const canAsk = mayAsk && need.isOpen && evidence.status === 'strength' && isFree;
  return card({
    title: party.name,
    level: 3,
    badges: statusBadge(evidence.status),
    body: html`${evidenceSentences(evidence, measure).map((sentence) => html`<p>${sentence}</p>`)}
<p>${wayOfWorking(reading, partner)}</p>${offerLines(partner, today)}`,
    footer: waiting
      ? html`<a href="${askPath(home, waiting.id)}">${waiting.to.name} has been asked</a> and has not answered yet.`
      : canAsk
        ? linkButton({
            label: `Ask ${party.shortName}`,
            href: `${home}/matching/asks/new?need=${need.id}&cds=${party.cds}`,
            tone: 'main',
          })
        : undefined,
  });
}

/** How the two may work on it, in a sentence: a need that is confirmed counts as one, whatever the figures call it. */
function wayOfWorking(
  { party: ours, similar, need }: NeedReading,
  { party, evidence, similar: theirSimilar }: HelpingParty,
): string {
  const status = evidence.status === 'not judged' ? 'not reported' : evidence.status;
  const sides = [
    { status: 'need', similar },
    { status, similar: theirSimilar },
  ];
  const strong = strongOutsidePair(sides, need.measureId, need.group, new Set());
  return suggestionSentence(
    suggestMode('need', status, strong),
    { name: ours.shortName, status: 'need' },
    { name: party.shortName, status },
  );
}

function offerLines({ party, offers }: HelpingParty, today: string): Content {
  const open = offers.filter(({ until, offered }) => until >= today && offered.visits + offered.hours > 0);
  if (open.length === 0)
    return html`<p class="quiet">${party.shortName} offers no capacity in this focus area yet.</p>`;
  return html`<ul class="offer-lines">${open.map((offer) => {
    const isFree = isAnythingFree(offer, today);
    const isUntouched = offer.used.visits + offer.used.hours === 0;
    const amount = isFree ? amountText(capacityLeft(offer)) : amountText(offer.offered);
    return html`<li>${isFree ? badge('good', 'Free') : badge('neutral', 'Used up')} ${termTitle(offer.term)}: ${amount}${
      isFree && !isUntouched ? ` left of ${amountText(offer.offered)}` : ''
    }. The person to ask is ${offer.contact.name}.</li>`;
  })}</ul>`;
}

/** The strong districts most like this one outside the partnership, by name: to learn from, without capacity to ask for. */
export function learnFromTable(
  home: string,
  { similar, need }: NeedReading,
  measure: MeasureDefinition,
): Html {
  return table<LearnFromPlace>({
    caption: 'Places to learn from, by name',
    captionHidden: true,
    columns: [
      {
        header: 'District',
        kind: 'header',
        cell: ({ district }) => html`<a href="${gridPath(home, district.cds)}">${district.name}</a>`,
      },
      { header: 'Difference from expected', cell: ({ cell }) => effectText(cell.level, measure) },
      { header: 'Difference in the change a year', cell: ({ cell }) => effectText(cell.progress, measure) },
    ],
    rows: learnFromPlaces(strongSimilar(similar, need.measureId, need.group, new Set())),
    empty:
      similar.length === 0
        ? 'No similar district is known.'
        : 'None of the similar districts is strong here.',
  });
}
