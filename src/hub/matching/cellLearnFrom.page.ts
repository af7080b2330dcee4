import { itemList } from '../../page/itemList.ts';
import { type Html, html } from '../../page/html.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import type { StudentGroup } from '../../vocabulary/studentGroup.ts';
import { decidingPart } from './cellCertainty.ts';
import { effectInterval, effectText, expectedText } from './cellWords.ts';
import { type LearnFromPlace, learnFromPlaces, strongSimilar } from './learnFrom.ts';
import { gridPath, similarPath } from './matchingPath.ts';
import type { MatchedParty } from './pairReading.store.ts';

/** For each district of the partnership up to three strong districts that serve like students. */
export function learnFromBlock(
  home: string,
  parties: readonly MatchedParty[],
  measure: MeasureDefinition,
  { code }: StudentGroup,
): Html {
  const inside = new Set(parties.map(({ districtId }) => districtId));
  return html`<div class="columns columns-two">${parties.map((party) => {
    const strong = strongSimilar(party.similar, measure.id, code, inside);
    return html`<div><h3>Similar to ${party.shortName}</h3>${
      strong.length === 0
        ? html`<p class="quiet">${nobody(party)}</p>`
        : itemList(learnFromPlaces(strong).map((place) => placeItem(home, place, measure)))
    }<p class="meta">${strong.length > 3 ? `${strong.length} of its ${party.similar.length} similar districts are strong here; named are the three most alike. ` : ''}<a href="${similarPath(home, party.cds)}">Who is similar to ${party.shortName}, and in what</a></p></div>`;
  })}</div>`;
}

function nobody({ similar, shortName }: MatchedParty): string {
  return similar.length === 0
    ? `No district is similar enough to ${shortName}: none is named to fill the list.`
    : `None of the ${similar.length} districts similar to ${shortName} is strong here.`;
}

function placeItem(home: string, { district, cell }: LearnFromPlace, measure: MeasureDefinition) {
  const part = decidingPart(cell);
  const isProgress = part === cell.progress;
  return {
    title: district.name,
    href: gridPath(home, district.cds),
    body:
      part && cell.level
        ? `${expectedText(cell.level.value, measure)} where ${expectedText(cell.level.expected, measure)} is expected; ${isProgress ? 'its progress' : 'its level'} is better by ${effectText(Math.abs(part.effect), part, measure).replace('+', '')}${isProgress ? ' a year' : ''} (${effectInterval(part.interval, part, measure)}).`
        : undefined,
    meta: district.county ? `${district.county} County` : undefined,
  };
}
