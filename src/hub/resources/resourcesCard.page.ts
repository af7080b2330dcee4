import { card } from '../../page/card.ts';
import { type Content, html } from '../../page/html.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import type { MemberView } from '../store/view.ts';
import { type Flexibility, selectFlexibilities } from './flexibilities.store.ts';
import { flexibilityStanding } from './flexibilityStanding.ts';
import { selectResourceLines } from './ledger.store.ts';
import { selectLedgerRules } from './ledgerRules.store.ts';
import { matchLines } from './matchLines.ts';
import { flexibilityPath } from './resourcesPlace.page.ts';
import { standingBadge } from './resourceWords.page.ts';
import { selectFundingSources } from './sources.store.ts';

/** What pays for one piece of work: what its card shows. */
export type WorkMoney = {
  readonly spentCents: number;
  readonly lines: number;
  readonly flexibilities: readonly Flexibility[];
};

/** Reads what pays for a piece of work. */
export async function readWorkMoney(view: MemberView, engagementId: string): Promise<WorkMoney> {
  const sources = await selectFundingSources(view);
  const lines = matchLines(await selectResourceLines(view), await selectLedgerRules(view), sources).filter(
    (line) => line.holds === 'spending' && line.engagementId === engagementId,
  );
  const flexibilities = await selectFlexibilities(view);
  return {
    spentCents: lines.reduce((sum, { amountCents }) => sum + amountCents, 0),
    lines: lines.length,
    flexibilities: flexibilities.filter(({ engagementIds }) => engagementIds.includes(engagementId)),
  };
}

/** The card of an engagement's page: what was spent on it, and which flexibility pays for it. */
export function resourcesCard(
  home: string,
  { spentCents, lines, flexibilities }: WorkMoney,
  now: Date,
): Content {
  const today = calendarDay(now);
  const spent =
    lines > 0
      ? `${formatMoney(spentCents)} spent, by ${lines === 1 ? 'one line' : `${lines} lines`} of the ledgers.`
      : 'The ledgers show nothing spent on it yet.';
  return card({
    title: 'What pays for it',
    id: 'resources',
    body: html`<p>${spent}</p>${
      flexibilities.length > 0
        ? html`<ul class="plain">${flexibilities.map(
            (one) =>
              html`<li><a href="${flexibilityPath(home, one.id)}">${one.title}</a> ${standingBadge(flexibilityStanding(one, today))}</li>`,
          )}</ul>`
        : ''
    }`,
    footer: html`<a href="${`${home}/resources`}">All resources</a>`,
  });
}
