import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import { isId } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { conditionItems } from './conditionItems.page.ts';
import {
  type Flexibility,
  type FlexibilityVersion,
  selectFlexibilityVersions,
} from './flexibilities.store.ts';
import { moneyMoved, workPaid } from './flexibilityChain.page.ts';
import { flexibilityStanding } from './flexibilityStanding.ts';
import { lineTable } from './lineTable.page.ts';
import { mayChangeResource } from './mayWorkOnResources.ts';
import { authorities, decisions, nameIn } from './resourceKinds.ts';
import { flexibilityPath, resourcesTrail } from './resourcesPlace.page.ts';
import { readResources } from './resourceReading.store.ts';
import { districtName, periodText, standingBadge } from './resourceWords.page.ts';
import { resultCards } from './resultCards.page.ts';

/** One flexibility: rule, dollars, work, what can be seen of it, its conditions and how it changed. */
export const flexibilityPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/resources/flexibilities/:flexibility',
    access: 'members',
    answer: flexibilityPage,
  },
];

async function flexibilityPage(ask: MemberAsk): Promise<Response> {
  const id = ask.context.req.param('flexibility');
  const today = calendarDay(ask.hub.now());
  const read = isId(id)
    ? await asMember(ask.hub.database, ask.member, async (view) => ({
        reading: await readResources(view, today),
        versions: await selectFlexibilityVersions(view, id),
      }))
    : undefined;
  const flexibility = read?.reading.flexibilities.find((one) => one.id === id);
  if (!read || !flexibility) return notFound(ask, 'There is no such flexibility.');
  const { reading, versions } = read;
  const { home } = ask;
  const path = flexibilityPath(home, flexibility.id);
  const may = mayChangeResource(ask.member, flexibility.districtId);
  const standing = flexibilityStanding(flexibility, today);
  const conditions = reading.conditions.filter(({ flexibilityId }) => flexibilityId === flexibility.id);
  const lines = reading.lines.filter(
    (line) => line.holds === 'spending' && line.flexibilityId === flexibility.id,
  );
  const spent = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return ask.respond({
    title: flexibility.title,
    section: 'resources',
    body: html`${pageHeading({
      title: flexibility.title,
      eyebrow: `Flexibility, ${districtName(reading, flexibility.districtId)}`,
      lead:
        standing === 'in force' || standing === 'over'
          ? `${formatMoney(flexibility.freedCents)} freed, of which the ledgers show ${formatMoney(spent)} spent.`
          : `${formatMoney(flexibility.freedCents)} would be freed; nothing is freed as it stands.`,
      trail: resourcesTrail(home, { label: flexibility.title }),
      badges: standingBadge(standing),
      meta: periodText(flexibility),
      actions: html`${linkButton({ label: 'Packet for the state', href: `${path}/packet` })}${
        may ? linkButton({ label: 'Change it', href: `${path}/change` }) : ''
      }`,
    })}${card({
      body: definitionList([
        { term: 'The rule', description: html`${flexibility.ruleCitation}. ${flexibility.ruleWords}` },
        { term: 'Who set it aside', description: authorityText(flexibility) },
        { term: 'Decision', description: decisionText(flexibility) },
        { term: 'Dollars', description: moneyMoved(home, reading, flexibility) },
        { term: 'Pays for', description: workPaid(home, reading, flexibility) },
      ]),
    })}${section({
      title: 'Conditions',
      id: 'conditions',
      action: may
        ? linkButton({
            label: 'Add a condition',
            href: `${home}/resources/conditions/new?flexibility=${flexibility.id}`,
          })
        : undefined,
      body: card({
        body:
          conditions.length > 0
            ? conditionItems(conditions, { home, reading, withOwner: false, mayAct: () => may })
            : html`<p class="quiet">None is written down.</p>`,
      }),
    })}${section({
      title: 'What can be seen of it',
      id: 'result',
      lead: 'The pace of the benchmarks it is meant to move. A pace is not a cause.',
      body: resultCards(home, reading, flexibility),
    })}${section({ title: 'What it paid', id: 'lines', body: card({ body: lineTable(home, reading, lines) }) })}${section(
      { title: 'How it changed', id: 'history', body: card({ body: history(versions) }) },
    )}`,
  });
}

export function authorityText({ authority, authorityWords }: Flexibility): string {
  return `${nameIn(authorities, authority)}${authorityWords ? `: ${authorityWords}` : ''}`;
}

export function decisionText({ decision, requestedOn, decidedOn }: Flexibility): string {
  const asked = `asked for on ${formatDate(requestedOn)}`;
  return decidedOn
    ? `${nameIn(decisions, decision)} on ${formatDate(decidedOn)}, ${asked}`
    : `Not decided, ${asked}`;
}

function history(versions: readonly FlexibilityVersion[]): Content {
  return table<FlexibilityVersion>({
    caption: 'Versions of the flexibility, newest first',
    captionHidden: true,
    columns: [
      { header: 'Name', kind: 'header', cell: ({ title }) => title },
      { header: 'Decision', cell: ({ decision }) => nameIn(decisions, decision) },
      { header: 'Freed', kind: 'number', cell: ({ freedCents }) => formatMoney(freedCents) },
      { header: 'From and until', cell: periodText },
      { header: 'Why', cell: ({ reason }) => reason ?? 'Written down' },
      { header: 'By whom', cell: ({ madeBy, madeAt }) => `${madeBy}, ${formatMoment(madeAt)}` },
    ],
    rows: versions,
  });
}
