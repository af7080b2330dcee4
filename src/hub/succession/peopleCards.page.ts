import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { section } from '../../page/section.ts';
import type { PartnershipMember, Party } from '../partnership/partnership.store.ts';
import type { Member } from '../store/view.ts';
import type { Deputy } from './deputies.store.ts';
import type { Holding } from './holding.ts';
import { holdingItem } from './holdingItems.page.ts';
import type { Leaving } from './leavings.store.ts';
import { mayNameDeputy } from './mayLeave.ts';
import { handoverPath } from './successionPlace.page.ts';

type Orphans = {
  readonly home: string;
  readonly parties: readonly Party[];
  readonly orphans: readonly Holding[];
  readonly today: string;
};

/** What nobody carries any more, of both sides; nothing when everything has its owner. */
export function orphansSection({ home, parties, orphans, today }: Orphans): Content {
  if (orphans.length === 0) return '';
  return section({
    title: orphans.length === 1 ? 'One thing has no owner' : `${orphans.length} things have no owner`,
    id: 'orphans',
    lead: 'Whoever had it has left, or nobody was named. The coordinator is told at once, the partner after two weeks: give it to somebody on its page.',
    body: card({
      body: itemList(
        orphans.map((orphan) =>
          holdingItem(orphan, {
            home,
            parties,
            today,
            note: ({ owner }) => (owner ? `Was ${owner.name}’s` : 'Nobody has been named'),
            action: ({ path }) =>
              linkButton({ label: 'Give it to somebody', href: `${home}${path}`, tone: 'quiet' }),
          }),
        ),
      ),
    }),
  });
}

/** The same as a card for a first page: how much lies, and where. */
export function orphansCard({ home, parties, orphans, today }: Orphans): Content {
  if (orphans.length === 0) return '';
  return card({
    title: orphans.length === 1 ? 'One thing has no owner' : `${orphans.length} things have no owner`,
    href: `${home}/people#orphans`,
    id: 'orphans',
    badges: badge('bad', 'Without owner'),
    body: itemList(orphans.slice(0, 3).map((orphan) => holdingItem(orphan, { home, parties, today }))),
    footer: orphans.length > 3 ? `and ${orphans.length - 3} more` : undefined,
  });
}

/** Who leaves, and who has left. */
export function leavingSection(home: string, leavings: readonly Leaving[]): Content {
  const shown = leavings.filter(({ calledOffAt }) => calledOffAt === null);
  if (shown.length === 0) return '';
  return section({
    title: 'Handovers',
    id: 'handovers',
    body: card({
      body: itemList(
        shown.map(({ id, name, leavesOn, successor, endedAt }) => ({
          title: name,
          href: handoverPath(home, id),
          badges: endedAt
            ? badge('info', 'Has left')
            : badge('attention', `Leaves on ${formatDate(leavesOn)}`),
          meta: successor ? `${successor} takes over` : 'Nobody takes over yet',
        })),
      ),
    }),
  });
}

/** Members who carry something and for whom nobody stands in: a gap in their district. */
export function withoutDeputy(
  members: readonly PartnershipMember[],
  deputies: ReadonlyMap<string, Deputy>,
): PartnershipMember[] {
  return members.filter(({ personId, districtId }) => districtId !== null && !deputies.get(personId)?.deputy);
}

/** A member's deputy in a table: the name, and the way to name one. */
export function deputyCell(
  home: string,
  asker: Member,
  member: PartnershipMember,
  deputies: ReadonlyMap<string, Deputy>,
): Content {
  if (member.districtId === null) return '';
  const deputy = deputies.get(member.personId)?.deputy;
  const path = `${home}/people/${member.personId}/deputy`;
  const may = mayNameDeputy(asker, member);
  if (deputy)
    return may
      ? html`${deputy.name} <a href="${path}">Change<span class="visually-hidden"> the deputy of ${member.name}</span></a>`
      : deputy.name;
  return may
    ? html`${badge('attention', 'No deputy')} <a href="${path}">Name one<span class="visually-hidden"> for ${member.name}</span></a>`
    : badge('attention', 'No deputy');
}
