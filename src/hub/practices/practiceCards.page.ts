import { measureById } from '../../measures/registry.ts';
import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { type Content, html } from '../../page/html.ts';
import { type Item, itemList } from '../../page/itemList.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { Party } from '../partnership/partnership.store.ts';
import type { Adoption } from './adoptions.store.ts';
import { type DerivedTier, essaTiers } from './essaTier.ts';
import type { Library, LibraryLine } from './libraryReading.store.ts';
import { practicePath } from './practicePlace.page.ts';
import type { Practice } from './practices.store.ts';
import { failureReasons, nameOf, practiceGrades, practiceSettings } from './practiceWords.ts';

/** The tier of a practice as a badge. */
export function tierBadge({ tier }: DerivedTier): Content {
  const found = essaTiers.find((one) => one.tier === tier);
  if (!found) return badge('neutral', 'No evidence tier');
  return badge(found.tier <= 2 ? 'good' : 'info', `Tier ${found.tier}: ${inSentence(found.name)}`);
}

/** What a district said came of a practice, as a badge; what did not work is as plain as what works. */
export function resultBadge({ result }: Pick<Adoption, 'result'>, place: string): Content {
  if (result === 'works') return badge('good', `Works in ${place}`);
  if (result === 'did not work') return badge('bad', `Did not work in ${place}`);
  if (result === 'too early') return badge('too early', `Too early in ${place}`);
  return badge('neutral', `Taken up in ${place}`);
}

/** For whom a practice is: `Mathematics, distance from standard: English learners; grades 6 to 8`. */
export function forWhom({ measureId, groups, grades }: Practice): string {
  const names = groups.map((group) => inSentence(studentGroupName(group))).join(', ');
  const spans = grades.map((id) => inSentence(nameOf(practiceGrades, id))).join(', ');
  return `${measureById(measureId).shortName}: ${names}; ${spans}`;
}

/** “Tried, did not work for …”: whom, where and why. */
export function failureSentence({ group, resultSetting, reason }: Adoption): string {
  const whom = group ? inSentence(studentGroupName(group)) : 'anybody';
  return `Tried, did not work for ${whom} (${inSentence(nameOf(practiceSettings, resultSetting ?? ''))}): ${inSentence(nameOf(failureReasons, reason ?? ''))}.`;
}

/** Where a district did it: `4 schools, middle schools, since August 12, 2024`. */
export function whereAndSince({ setting, schools, since }: Adoption): string {
  const where = inSentence(nameOf(practiceSettings, setting));
  const count = schools === null ? '' : `${schools} ${schools === 1 ? 'school' : 'schools'}, `;
  return `${count}${where}, since ${formatDate(since)}`;
}

export function placeOf(parties: readonly Party[], { districtId }: { readonly districtId: string }): string {
  return parties.find((party) => party.districtId === districtId)?.shortName ?? 'a district';
}

/** A practice as an item of a list; `found` is where a search found it. */
export function practiceItem(
  home: string,
  parties: readonly Party[],
  { practice, tier, adoptions }: LibraryLine,
  found?: Content,
): Item {
  const area = focusAreas.find(({ id }) => id === practice.focusArea)?.name;
  const failures = adoptions.filter(({ result }) => result === 'did not work');
  return {
    title: practice.name,
    href: practicePath(home, practice.id),
    badges: html`${tierBadge(tier)} ${adoptions.map((one) => html`${resultBadge(one, placeOf(parties, one))} `)}`,
    body: html`${found ?? shortened(practice.done)}${failures.map(
      (one) => html`<br><strong>${placeOf(parties, one)}:</strong> ${failureSentence(one)}`,
    )}`,
    meta: `${area} · ${forWhom(practice)}`,
  };
}

function shortened(text: string): string {
  if (text.length <= 220) return text;
  return `${text.slice(0, 220).replace(/\s+\S*$/, '')} …`;
}

/** The practices that came from an engagement, or are taken up in it, for that engagement's page; says so when there are none. */
export function practicesCard(
  home: string,
  { parties, lines }: Library,
  { engagementId, mayAdd }: { readonly engagementId: string; readonly mayAdd: boolean },
): Content {
  const own = lines.filter(
    ({ practice, adoptions }) =>
      practice.engagementId === engagementId ||
      adoptions.some((adoption) => adoption.engagementId === engagementId),
  );
  return card({
    title: 'Practices',
    href: `${home}/practices`,
    id: 'practices',
    body:
      own.length > 0
        ? itemList(own.map((line) => practiceItem(home, parties, line)))
        : html`<p class="quiet">Nothing from this work is in the library of practices yet. What worked, and what did not, is worth a page: the other district finds it by its words.</p>`,
    footer: mayAdd
      ? linkButton({
          label: 'Enter a practice',
          href: `${home}/practices/new?engagement=${engagementId}`,
          tone: 'quiet',
        })
      : undefined,
  });
}
