import { daysBetween } from '../../vocabulary/daysBetween.ts';
import { badge } from '../../page/badge.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import type { Content } from '../../page/html.ts';
import type { Item } from '../../page/itemList.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { type Holding, holdingKinds } from './holding.ts';

/** The name of a kind of thing somebody carries. */
export function kindName({ kind }: Pick<Holding, 'kind'>): string {
  return holdingKinds.find(({ id }) => id === kind)?.name ?? kind;
}

/** How its day stands: overdue, due soon, or the day itself. */
export function dueBadge({ due }: Pick<Holding, 'due'>, today: string): Content {
  if (due === null) return '';
  const days = daysBetween(today, due);
  if (days < 0) return badge('bad', `Overdue by ${days === -1 ? '1 day' : `${-days} days`}`);
  if (days === 0) return badge('attention', 'Due today');
  return badge(days <= 7 ? 'attention' : 'neutral', `Due ${formatDate(due)}`);
}

type Shown = {
  readonly home: string;
  readonly parties: readonly Party[];
  readonly today: string;
  readonly note?: (holding: Holding) => Content;
  readonly action?: (holding: Holding) => Content;
};

/** Something somebody carries as an item of a list: what, whose, with whom, until when. */
export function holdingItem(holding: Holding, { home, parties, today, note, action }: Shown): Item {
  const { title, path, districtId, counterpart } = holding;
  const district = parties.find((party) => party.districtId === districtId)?.shortName;
  const withWhom = counterpart ? `with ${counterpart.name}` : undefined;
  return {
    title,
    href: `${home}${path}`,
    badges: dueBadge(holding, today),
    body: note?.(holding),
    meta: [kindName(holding), district, withWhom].filter(Boolean).join(' · '),
    action: action?.(holding),
  };
}
