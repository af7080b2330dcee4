import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { emptyState } from '../../page/emptyState.ts';
import { form } from '../../page/form.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { type Item, itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { selectField } from '../../page/selectField.ts';
import { textField } from '../../page/textField.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { essaTiers } from './essaTier.ts';
import { type Library, type LibraryLine, readLibrary } from './libraryReading.store.ts';
import { mayShapePractices } from './mayShapePractices.ts';
import { practiceItem } from './practiceCards.page.ts';
import { practiceTrail } from './practicePlace.page.ts';
import { longestSearch, type PracticeSearch, parsePracticeSearch } from './practiceSearch.ts';
import { type Hit, searchPractices } from './practices.store.ts';

/** The library: search first, then what works and, as plain to see, what did not. */
export const practiceListPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/practices',
    access: 'members',
    answer: practiceListPage,
  },
];

async function practiceListPage(ask: MemberAsk): Promise<Response> {
  const search = parsePracticeSearch((name) => ask.context.req.query(name));
  const { library, hits } = await asMember(ask.hub.database, ask.member, async (view) => ({
    library: await readLibrary(view),
    hits: search.words === '' ? null : await searchPractices(view, search.words),
  }));
  const may = ask.member.districtId !== null && mayShapePractices(ask.member.role);
  return ask.respond({
    title: 'Practices',
    section: 'practices',
    body: html`${pageHeading({
      title: 'Practices',
      lead: 'What both districts do, what it rests on, and what came of it in each: what did not work is worth as much.',
      trail: practiceTrail(ask.home),
      actions: may
        ? linkButton({ label: 'Enter a practice', href: `${ask.home}/practices/new`, tone: 'main' })
        : undefined,
    })}${searchForm(ask.home, search)}${
      library.lines.length === 0 ? empty(ask.home, may) : results(ask.home, library, search, hits)
    }`,
  });
}

function searchForm(home: string, { words, focusArea, tier, outcome }: PracticeSearch): Content {
  return card({
    body: form({
      action: `${home}/practices`,
      method: 'get',
      inline: true,
      submit: 'Search',
      body: html`${textField({
        id: 'words',
        name: 'words',
        label: 'Words',
        type: 'search',
        optional: true,
        value: words,
        maxLength: longestSearch,
        width: 'medium',
      })}${selectField({
        id: 'area',
        name: 'area',
        label: 'Focus area',
        optional: true,
        empty: 'All',
        value: focusArea ?? '',
        options: focusAreas.map(({ id, name }) => ({ value: id, label: name })),
      })}${selectField({
        id: 'tier',
        name: 'tier',
        label: 'Evidence',
        optional: true,
        empty: 'Any',
        value: tier ?? '',
        options: [
          ...essaTiers.map((one) => ({ value: `${one.tier}`, label: `Tier ${one.tier}` })),
          { value: 'none', label: 'No tier' },
        ],
      })}${selectField({
        id: 'outcome',
        name: 'outcome',
        label: 'What came of it',
        optional: true,
        empty: 'Anything',
        value: outcome ?? '',
        options: [
          { value: 'worked', label: 'Worked somewhere' },
          { value: 'did not work', label: 'Did not work somewhere' },
        ],
      })}`,
    }),
  });
}

function empty(home: string, may: boolean): Html {
  return emptyState({
    title: 'The library is empty',
    body: may
      ? 'Enter the first practice: something you do that the other district has asked about.'
      : 'A coordinator, research lead or focus-area lead of a district enters practices.',
    action: may
      ? linkButton({ label: 'Enter a practice', href: `${home}/practices/new` })
      : linkButton({ label: 'People', href: `${home}/people` }),
  });
}

function results(
  home: string,
  { parties, lines }: Library,
  search: PracticeSearch,
  hits: readonly Hit[] | 'too common' | null,
): Content {
  const wanted = lines.filter((line) => isWanted(line, search));
  const item = (line: LibraryLine, found?: Content) => practiceItem(home, parties, line, found);
  if (hits === null || hits === 'too common') {
    const failed = wanted.filter(({ adoptions }) => adoptions.some((one) => one.result === 'did not work'));
    const others = wanted.filter((line) => !failed.includes(line));
    return html`${
      hits === 'too common'
        ? html`<p class="quiet">“${search.words}” is made of words or signs that cannot be looked for: all practices are shown.</p>`
        : ''
    }${listed(
      'In the library',
      'library',
      others.map((line) => item(line)),
    )}${listed(
      'Tried, did not work somewhere',
      'did-not-work',
      failed.map((line) => item(line)),
      'Before you try one of these, read for whom and why.',
    )}${wanted.length === 0 ? nothing(home) : ''}`;
  }
  const byPractice = Map.groupBy(hits, ({ practiceId }) => practiceId);
  const items = [...byPractice].flatMap(([id, own]) => {
    const line = wanted.find(({ practice }) => practice.id === id);
    const [best] = own;
    return line && best ? [item(line, foundSentence(best))] : [];
  });
  const count = items.length === 1 ? '1 practice' : `${items.length} practices`;
  return items.length > 0 ? listed(`${count} with “${search.words}”`, 'found', items) : nothing(home);
}

function listed(title: string, id: string, items: readonly Item[], lead?: string): Content {
  return items.length === 0 ? '' : section({ title, id, lead, body: card({ body: itemList(items) }) });
}

function nothing(home: string): Html {
  return emptyState({
    title: 'Nothing fits',
    level: 2,
    body: 'Try fewer words, or leave out a filter. A word is found with any ending: teach finds teaching.',
    action: linkButton({ label: 'Show everything', href: `${home}/practices` }),
  });
}

function isWanted({ practice, tier, adoptions }: LibraryLine, search: PracticeSearch): boolean {
  if (search.focusArea && practice.focusArea !== search.focusArea) return false;
  if (search.tier && String(tier.tier ?? 'none') !== search.tier) return false;
  if (search.outcome === 'worked') return adoptions.some(({ result }) => result === 'works');
  if (search.outcome === 'did not work') return adoptions.some(({ result }) => result === 'did not work');
  return true;
}

const places = {
  practice: '',
  adaptation: 'In how it was changed: ',
  works: 'In what came of it: ',
  'too early': 'In what came of it: ',
  'did not work': 'In what did not work: ',
  'entered by mistake': '',
} as const;

/** The sentence in which words were found, the words themselves marked. */
function foundSentence({ kind, sentence }: Hit): Content {
  const parts = sentence.split('\u0001').flatMap((part, i) => {
    if (i === 0) return [html`${part}`];
    const [word = '', ...rest] = part.split('\u0002');
    return [html`<mark>${word}</mark>`, html`${rest.join('')}`];
  });
  const isCut = !/[.!?…”]\s*$/.test(sentence);
  return html`${places[kind]}${parts}${isCut ? ' …' : ''}`;
}
