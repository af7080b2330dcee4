import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { capacityLeft, isAnythingFree } from './capacityLeft.ts';
import { amountText } from './capacityWords.ts';
import { effectText } from './effectText.page.ts';
import { evidenceSentences } from './evidenceSentence.ts';
import { type LearnFromPlace, learnFromPlaces, strongSimilar } from './learnFrom.ts';
import { gridPath } from './matchingPath.ts';
import { suggestMode } from './suggestMode.ts';
import { statusBadge } from './keptEvidence.page.ts';
import type { HelpingParty, NeedReading } from './needReading.store.ts';
import { termName } from './term.ts';

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
  const free = offers.filter((offer) => isAnythingFree(offer, today));
  const isStrong = evidence.status === 'strength';
  const canAsk = mayAsk && need.isOpen && isStrong && free.length > 0;
  return card({
    title: party.name,
    level: 3,
    badges: statusBadge(evidence.status),
    body: html`${evidenceSentences(evidence, measure).map((sentence) => html`<p>${sentence}</p>`)}
<p>${wayOfWorking(partner, strongSimilar(reading.similar, need.measureId, need.group, new Set()).length)}</p>${offerLines(partner, today)}`,
    footer: canAsk
      ? linkButton({
          label: `Ask ${party.shortName}`,
          href: `${home}/matching/asks/new?need=${need.id}&cds=${party.cds}`,
          tone: 'main',
        })
      : undefined,
  });
}

/** The mode of the partnership that suggests itself, in a sentence: a need that is confirmed counts as one, whatever the figures call it. */
function wayOfWorking({ party, evidence }: HelpingParty, strongSimilar: number): string {
  const theirs = evidence.status === 'not judged' ? 'not reported' : evidence.status;
  switch (suggestMode('need', theirs, strongSimilar).mode) {
    case 'assistance':
      return `Partner assistance suggests itself: ${party.shortName} does better here than districts like it.`;
    case 'joint':
      return `Joint development suggests itself: ${party.shortName} is in need here, too.`;
    case 'external':
      return `Collective work with external groups suggests itself: ${party.shortName} is in need here, too, and no similar district is strong.`;
    case null:
      return `Nothing in the figures says that ${party.shortName} could help here.`;
  }
}

function offerLines({ party, offers }: HelpingParty, today: string): Content {
  const open = offers.filter(({ until }) => until >= today);
  if (open.length === 0)
    return html`<p class="quiet">${party.shortName} offers no capacity in this focus area yet.</p>`;
  return html`<ul class="plain">${open.map((offer) => {
    const left = capacityLeft(offer);
    const isLeft = isAnythingFree(offer, today);
    return html`<li>${isLeft ? badge('good', 'Free') : badge('neutral', 'Used up')} ${termName(offer.term)}: ${
      isLeft
        ? `${amountText(left)} left of ${amountText(offer.offered)}`
        : `all of ${amountText(offer.offered)} is asked for`
    }; ask ${offer.contact.name}.</li>`;
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
