import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { details } from '../../page/details.ts';
import { emptyState } from '../../page/emptyState.ts';
import { type Content, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { type Party, selectMembers, selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { peopleParts } from '../people/peopleParts.page.ts';
import { selectDeputies } from './deputies.store.ts';
import { type Holding, orphansOf, partOf } from './holding.ts';
import { holdingItem } from './holdingItems.page.ts';
import { selectHoldings } from './holdings.store.ts';
import { selectLeavings } from './leavings.store.ts';
import { mayReadPack } from './mayLeave.ts';
import { handoverPath, peopleTrail } from './successionPlace.page.ts';

/** What did we promise, what is mine, what is late or nobody’s: for any member, on their first day and any other. */
export const ownWorkPages: Route[] = [
  { method: 'get', path: '/partnerships/:partnership/people/me', access: 'members', answer: ownWorkPage },
];

async function ownWorkPage(ask: MemberAsk): Promise<Response> {
  const today = calendarDay(ask.hub.now());
  const { holdings, members, parties, deputies, leavings } = await asMember(
    ask.hub.database,
    ask.member,
    async (view) => ({
      holdings: await selectHoldings(view),
      members: await selectMembers(view),
      parties: await selectParties(view),
      deputies: await selectDeputies(view),
      leavings: await selectLeavings(view),
    }),
  );
  const self = members.find(({ personId }) => personId === ask.member.personId);
  const about = { personId: ask.member.personId, email: self?.email ?? '' };
  const mine = holdings.filter((one) => partOf(one, about) === 'owner');
  const asDeputy = holdings.filter(
    (one) =>
      partOf(one, about) === 'deputy' ||
      (one.owner?.personId && deputies.get(one.owner.personId)?.deputy?.personId === about.personId),
  );
  const { districtId } = ask.member;
  const isOurs = (one: Holding) => districtId === null || one.districtId === districtId;
  const orphans = new Set(orphansOf(holdings, new Set(members.map(({ personId }) => personId))));
  const rotting = holdings.filter(
    (one) => isOurs(one) && (orphans.has(one) || (one.due !== null && one.due < today)),
  );
  const promised = holdings.filter((one) => one.kind === 'commitment' && isOurs(one));
  const packs = leavings.filter(
    ({ personId, successorId, calledOffAt }) =>
      !calledOffAt &&
      personId !== about.personId &&
      mayReadPack(ask.member, {
        leaverId: personId,
        successorId,
        deputyId: deputies.get(personId)?.deputy?.personId ?? null,
      }),
  );
  const lists = { home: ask.home, parties, today };
  return ask.respond({
    title: 'What is mine',
    section: 'people',
    body: html`${pageHeading({
      title: 'What is mine',
      lead: `${count(mine.length, 'open thing is', 'open things are')} yours; ${rotting.length === 0 ? 'nothing is' : rotting.length === 1 ? '1 thing is' : `${rotting.length} things are`} late or without owner in ${districtId === null ? 'the partnership' : 'your district'}.`,
      trail: peopleTrail(ask.home, { label: 'What is mine' }),
    })}${peopleParts(ask, 'me')}${
      mine.length === 0
        ? emptyState({
            title: 'Nothing is yours yet',
            body: 'What you promise, own or are asked stands here, with its day.',
            action: linkButton({ label: 'The work of both', href: `${ask.home}/work` }),
          })
        : part('Mine', 'mine', mine, lists)
    }${part('Where you stand in', 'deputy', asDeputy, lists, (one) => `For ${one.owner?.name ?? 'nobody'}`)}${part(
      districtId === null ? 'Late or without owner' : 'Late or without owner in your district',
      'late',
      rotting,
      lists,
      (one) =>
        orphans.has(one)
          ? `Nobody owns it${one.owner ? `: ${one.owner.name} has left` : ''}`
          : `${one.owner?.name ?? 'Nobody'}’s`,
    )}${
      promised.length > 0
        ? section({
            title: districtId === null ? 'What both promised' : 'What we promised',
            id: 'promised',
            body: details({
              summary: promised.length === 1 ? '1 open commitment' : `${promised.length} open commitments`,
              body: itemList(
                promised.map((one) => holdingItem(one, { ...lists, note: ({ owner }) => owner?.name })),
              ),
            }),
          })
        : ''
    }${
      packs.length > 0
        ? section({
            title: 'Handover packs you may read',
            id: 'packs',
            body: card({
              body: itemList(
                packs.map(({ id, name, successor }) => ({
                  title: `What ${name} hands over`,
                  href: `${handoverPath(ask.home, id)}/pack`,
                  meta: successor ? `${successor} takes over` : 'Nobody takes over yet',
                })),
              ),
            }),
          })
        : ''
    }`,
  });
}

function count(n: number, one: string, many: string): string {
  return n === 0 ? `Nothing ${one.replace('open thing ', '')}` : `${n} ${n === 1 ? one : many}`;
}

type Lists = { readonly home: string; readonly parties: readonly Party[]; readonly today: string };

function part(
  title: string,
  id: string,
  holdings: readonly Holding[],
  lists: Lists,
  note?: (one: Holding) => Content,
): Content {
  if (holdings.length === 0) return '';
  return section({
    title: `${title}: ${holdings.length}`,
    id,
    body: card({ body: itemList(holdings.map((one) => holdingItem(one, { ...lists, note }))) }),
  });
}
