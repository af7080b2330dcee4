import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { emptyState } from '../../page/emptyState.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { html } from '../../page/html.ts';
import { type Item, itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { agreementPath, ownParty, shortNamesOf, stateBadge } from './agreementPlace.page.ts';
import { type Agreement, selectAgreements } from './agreements.store.ts';
import { grantSentence, listed, type ShortNames } from './clauseWords.page.ts';
import { mayAgree } from './mayAgree.ts';
import { liveGrants, standingOf } from './standing.ts';
import { standingSentence } from './standingSentence.page.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

/** What is shared now, in plain words, and the agreements behind it. */
export const agreementListPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/agreement',
    access: 'members',
    answer: agreementListPage,
  },
];

async function agreementListPage(ask: MemberAsk): Promise<Response> {
  const today = calendarDay(ask.hub.now());
  const { parties, agreements } = await asMember(ask.hub.database, ask.member, async (view) => ({
    parties: await selectParties(view),
    agreements: await selectAgreements(view),
  }));
  const names = shortNamesOf(parties);
  const mayBegin = mayAgree(ask.member.role) && ownParty(ask, parties) !== undefined;
  const shared = agreements.flatMap((agreement) => sharedItems(ask.home, agreement, names, today));
  return ask.respond({
    title: 'Agreement',
    section: 'agreement',
    body: html`${pageHeading({
      title: 'What we show each other',
      lead: 'A figure of a district’s own students is seen by its partner only under a grant that both sponsors signed, for as long as it holds. Public figures need none.',
      actions: mayBegin
        ? linkButton({ label: 'Draft an agreement', href: `${ask.home}/agreement/new` })
        : undefined,
    })}${section({
      title: 'Shared now',
      id: 'shared',
      body:
        shared.length > 0
          ? card({ body: itemList(shared) })
          : emptyState({
              title: 'Nothing is shared now',
              body: 'Every figure on these pages is public. An agreement says which further figures the districts show each other.',
              level: 3,
            }),
    })}${
      agreements.length > 0
        ? section({
            title: 'Agreements',
            id: 'agreements',
            body: card({
              body: itemList(agreements.map((one) => agreementItem(ask.home, one, names, today))),
            }),
          })
        : ''
    }`,
  });
}

function sharedItems(home: string, agreement: Agreement, names: ShortNames, today: string): Item[] {
  const name = (cds: string) => names.get(cds) ?? cds;
  return liveGrants(agreement, today).map(({ clause, version, takesReleases }) => ({
    title: `${name(clause.from)} shows ${listed(clause.to.map(name))}`,
    href: `${agreementPath(home, agreement.id)}#grant-${clause.id}`,
    body: grantSentence(clause),
    meta: takesReleases
      ? `Until ${formatDate(version.terms.validUntil)}`
      : 'The agreement has ended; what was shared is still seen for a while',
  }));
}

function agreementItem(home: string, agreement: Agreement, names: ShortNames, today: string): Item {
  const standing = standingOf(agreement, today);
  const { terms } = standing.inForce ?? agreement.versions.at(-1) ?? agreement.versions[0];
  return {
    title: terms.title,
    href: agreementPath(home, agreement.id),
    badges: stateBadge(standing.state),
    body: standingSentence(agreement, standing, names),
    meta: `${formatDate(terms.validFrom)} to ${formatDate(terms.validUntil)}`,
  };
}
