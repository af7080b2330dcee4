import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { emptyState } from '../../page/emptyState.ts';
import { figure } from '../../page/figure.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { engagementPath } from '../work/workPlace.page.ts';
import { conditionItems } from './conditionItems.page.ts';
import { flexibilityChain } from './flexibilityChain.page.ts';
import { exchangeTable } from './exchangeTable.page.ts';
import { isAssigned } from './matchLines.ts';
import { ledgerKnownUntil } from './ledgerCoverage.ts';
import { bigMoney } from './bigMoney.ts';
import { leverageOf, leverageSentence } from './leverage.ts';
import { mayChangeResource } from './mayWorkOnResources.ts';
import { ownerOf } from './ownerOf.ts';
import { type AnsweredCondition, type ResourceReading, readResources } from './resourceReading.store.ts';
import { resourceParts } from './resourcesPlace.page.ts';
import { sourceTable } from './sourceTable.page.ts';

/** Money at a glance: where it comes from, what it was freed from, what it pays for, and what it moved. */
export const resourcePages: Route[] = [
  { method: 'get', path: '/partnerships/:partnership/resources', access: 'members', answer: resourcesPage },
];

async function resourcesPage(ask: MemberAsk): Promise<Response> {
  const today = calendarDay(ask.hub.now());
  const reading = await asMember(ask.hub.database, ask.member, (view) => readResources(view, today));
  const may = mayChangeResource(ask.member, ask.member.districtId);
  const { home } = ask;
  const isEmpty = reading.fundingSources.length + reading.flexibilities.length === 0;
  return ask.respond({
    title: 'Resources',
    section: 'resources',
    body: html`${pageHeading({
      title: 'Resources',
      lead: 'Where the money comes from, which rule was waived for it, what it pays for, and what can be seen of it.',
      actions: may
        ? html`${linkButton({ label: 'Add a funding source', href: `${home}/resources/sources/new` })}${linkButton({ label: 'Add a flexibility', href: `${home}/resources/flexibilities/new` })}`
        : undefined,
    })}${resourceParts(home, 'glance')}${
      isEmpty ? nothingYet(home, may) : html`${figures(reading, today)}${parts(ask, reading, today)}`
    }`,
  });
}

function nothingYet(home: string, may: boolean): Content {
  return emptyState({
    title: 'No money is written down yet',
    body: may
      ? 'Begin with one funding source. Then say which rule was waived for it, and bring an export of the ledger: nobody keeps a second set of books.'
      : 'Finance and coordinators of each district write down what pays for the work.',
    action: may
      ? linkButton({ label: 'Add a funding source', href: `${home}/resources/sources/new`, tone: 'main' })
      : undefined,
    level: 2,
  });
}

function figures(reading: ResourceReading, today: string): Content {
  const { fundingSources, flexibilities, lines, imports, parties } = reading;
  const leverage = leverageOf(fundingSources, flexibilities, today);
  const total = fundingSources.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const spent = lines
    .filter((line) => line.holds === 'spending' && isAssigned(line))
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
  const known = parties.map(({ districtId, shortName }) => ({
    shortName,
    day: ledgerKnownUntil(imports, districtId),
  }));
  const knownText = known
    .map(({ shortName, day }) => `${shortName} ${day ? `to ${formatDate(day)}` : 'has brought no ledger'}`)
    .join('; ');
  return html`${columns('four', [
    figure({ label: 'Pays for the work', ...bigMoney(total), change: sourceCount(reading) }),
    figure({
      label: 'Freed by flexibility',
      ...bigMoney(leverage.freedCents),
      change: 'In force now, or over.',
    }),
    figure({ label: 'Spent on the work', ...bigMoney(spent), change: `${knownText}.` }),
    figure({
      label: 'Beside each own dollar',
      value: leverage.centsPerDollar === null ? 'Cannot say' : formatMoney(leverage.centsPerDollar),
      change: leverageSentence(leverage),
    }),
  ])}`;
}

function sourceCount({ fundingSources }: ResourceReading): string {
  return fundingSources.length === 1 ? 'One funding source.' : `${fundingSources.length} funding sources.`;
}

function parts(ask: MemberAsk, reading: ResourceReading, today: string): Content {
  const { home, member } = ask;
  const conditions = reading.conditions.filter((condition) => isAsked(reading, condition));
  return html`${section({
    title: 'Conditions',
    id: 'conditions',
    lead: 'What must come true for the money to stay. Nobody types how they stand: pace, ledger and days say it.',
    body:
      conditions.length > 0
        ? card({
            body: conditionItems(conditions, {
              home,
              reading,
              withOwner: true,
              mayAct: (condition) =>
                mayChangeResource(member, ownerOf(reading, condition)?.districtId ?? null),
            }),
          })
        : card({
            body: html`<p class="quiet">No condition is written down. Add one on the page of its flexibility or funding source.</p>`,
          }),
  })}${section({
    title: 'From the rule to the result',
    id: 'flexibilities',
    lead: 'Each rule that was waived: what it freed, what that pays for, and what it is meant to move.',
    body: html`${
      reading.flexibilities.length > 0
        ? reading.flexibilities.map((flexibility) => flexibilityChain(home, reading, flexibility, today))
        : card({ body: html`<p class="quiet">No flexibility is written down yet.</p>` })
    }`,
  })}${section({
    title: 'Where the money comes from',
    id: 'sources',
    body: card({ body: html`${sourceTable(home, reading)}${securedNote(home, reading)}` }),
  })}${section({
    title: 'What else was given',
    id: 'exchange',
    lead: 'Hours that both sides confirmed, and gifts in kind. They inform; nobody bills anybody.',
    body: card({ body: exchangeTable(reading) }),
  })}${unassigned(home, reading, member.districtId)}`;
}

/** What joint asks of the work have secured; it counts as outside money once it is written down as a funding source. */
function securedNote(home: string, { engagements }: ResourceReading): Content {
  const secured = engagements.filter(({ progress }) => progress.securedCents > 0);
  if (secured.length === 0) return '';
  return html`<p class="quiet">Secured by asking together: ${secured.map(
    ({ id, title, progress }, i) =>
      html`${i > 0 ? '; ' : ''}${formatMoney(progress.securedCents)} in <a href="${engagementPath(home, id)}">${title}</a>`,
  )}. It counts beside the own dollars once it is written down as a funding source, so that nothing counts twice.</p>`;
}

/** A flexibility that was denied or taken back asks for nothing any more. */
function isAsked({ flexibilities }: ResourceReading, { flexibilityId }: AnsweredCondition): boolean {
  const decision = flexibilities.find(({ id }) => id === flexibilityId)?.decision;
  return decision !== 'denied' && decision !== 'withdrawn';
}

/** Lines of one's own ledger that nobody has said anything about: they are counted nowhere, and the partner does not see them. */
function unassigned(home: string, { lines }: ResourceReading, districtId: string | null): Content {
  const left = lines.filter(
    (line) => line.districtId === districtId && line.holds === 'spending' && !isAssigned(line),
  );
  if (left.length === 0) return '';
  const cents = left.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return callout({
    kind: 'info',
    title: `${left.length === 1 ? 'One line' : `${left.length} lines`} of your ledger, ${formatMoney(cents)} in all, belong to nothing here.`,
    body: html`They are counted nowhere and shown to your district alone. If some of them pay for the work, <a href="${`${home}/resources/rules`}">set a rule</a>.`,
  });
}
