import { type Html, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { LocalIndicator } from '../evidence/evidenceRows.ts';
import { priority2Ratings } from '../../layouts/localIndicatorItem.ts';
import { asksAbout, type SelfRating, selfRatings } from './selfRatings.ts';

/** The districts' own ratings on a measure's subject, side by side; not rated is not low. */
export function ratingsTable(
  districts: readonly { readonly name: string; readonly own: readonly LocalIndicator[] }[],
  measure: MeasureDefinition,
  group: string,
): Html {
  const items = priority2Ratings.map(({ name }) => name).filter((name) => asksAbout(name, measure, group));
  if (items.length === 0)
    return html`<p class="quiet">The state’s self-ratings ask about no subject of this measure.</p>`;
  if (districts.every(({ own }) => own.length === 0))
    return html`<p class="quiet">No self-ratings are loaded (the state’s local indicator workbooks, priority 2).</p>`;
  const rated = districts.map(({ name, own }) => ({ name, ratings: selfRatings(own, items) }));
  return table<string>({
    caption: 'Self-ratings, 1 (exploration) to 5 (full implementation and sustainability)',
    columns: [
      { header: 'Item', kind: 'header', cell: (item) => item },
      ...rated.map(({ name, ratings }) => ({
        header: name,
        kind: 'number' as const,
        cell: (item: string) => ratingText(ratings.find((one) => one.item === item)),
      })),
    ],
    rows: items,
    note: 'Districts differ in how strictly they rate themselves. Not rated means that the district answered in words: it is no low rating.',
  });
}

function ratingText(one: SelfRating | undefined) {
  return one?.rated
    ? html`${one.rated.rating} <span class="quiet">${schoolYearName(one.rated.schoolYear)}</span>`
    : html`<span class="quiet">not rated</span>`;
}
