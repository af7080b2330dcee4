import { badge } from '../../page/badge.ts';
import { button, linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { csrfField } from '../../page/csrfField.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { roles } from '../../vocabulary/partnership.ts';
import type { MemberAsk } from '../web/route.ts';
import { handOverFields, successorForm } from './handoverForms.page.ts';
import type { FoundHandover } from './handoverFound.store.ts';
import { type Holding, partOf } from './holding.ts';
import { holdingItem } from './holdingItems.page.ts';
import type { Leaving } from './leavings.store.ts';
import { cannotLeave, cannotLeaveSentence, mayHandOver } from './mayLeave.ts';
import { askerOf, handoverPath, peopleTrail } from './successionPlace.page.ts';

/** Whom the form tells that something did not go through, and why. */
export type HandoverRefusal = { readonly title: string; readonly body?: string };

/** Who leaves, what is still theirs, and what each press does. */
export function respondHandover(
  ask: MemberAsk,
  found: FoundHandover,
  refusal?: HandoverRefusal,
): Promise<Response> {
  const { leaving, parties, holdings, mayRead } = found;
  const may = mayHandOver(askerOf(ask), leaving);
  const today = calendarDay(ask.hub.now());
  const home = handoverPath(ask.home, leaving.id);
  const owned = holdings.filter((one) => partOf(one, leaving) === 'owner');
  const deputised = holdings.filter((one) => partOf(one, leaving) === 'deputy');
  const shown = { home: ask.home, parties, today };
  return ask.respond({
    title: `Handover of ${leaving.name}`,
    section: 'people',
    status: refusal ? 409 : undefined,
    body: html`${pageHeading({
      title: `Handover of ${leaving.name}`,
      eyebrow: roles.find(({ id }) => id === leaving.role)?.name,
      lead: leadOf(leaving, owned.length),
      badges: stateBadge(leaving),
      meta: `Said by ${leaving.madeBy ?? 'the operator'}, ${formatMoment(leaving.madeAt)}`,
      trail: peopleTrail(ask.home, { label: `Handover of ${leaving.name}` }),
      actions: mayRead
        ? linkButton({ label: 'Read the handover pack', href: `${home}/pack`, tone: 'main' })
        : undefined,
    })}${refusal ? callout({ kind: 'refusal', title: refusal.title, body: refusal.body }) : ''}${
      leaving.words ? html`<p>“${leaving.words}”</p>` : ''
    }${section({
      title: owned.length === 0 ? 'Everything is handed over' : 'Still theirs',
      id: 'theirs',
      lead:
        owned.length === 0
          ? `No open commitment, engagement, need, test or ask is ${leaving.name}’s any more.`
          : 'Each press is a version of its own, with its line in the history. What its own page must do has a link.',
      body: html`${may && owned.some(({ canMove }) => canMove) ? handAllCard(ask, found) : ''}${
        owned.length > 0
          ? card({
              body: itemList(
                owned.map((holding) =>
                  holdingItem(holding, {
                    ...shown,
                    action: (one) => (may ? handOne(ask, found, one) : undefined),
                  }),
                ),
              ),
            })
          : ''
      }`,
    })}${
      deputised.length > 0
        ? section({
            title: 'Where they stand in for somebody',
            id: 'deputised',
            lead: 'The owner names another deputy on its page.',
            body: card({ body: itemList(deputised.map((holding) => holdingItem(holding, shown))) }),
          })
        : ''
    }${may ? columns('two', [successorForm(ask, found), endCard(ask, found)]) : ''}`,
  });
}

function leadOf({ name, leavesOn, successor, endedAt, calledOffAt }: Leaving, owned: number): string {
  if (calledOffAt) return `${name} stays.`;
  const day = formatDate(leavesOn);
  const last = endedAt ? `${name} left on ${formatDate(calendarDay(endedAt))}` : `Last day: ${day}`;
  const who = successor ? `${successor} takes over` : 'nobody takes over yet';
  const left =
    owned === 0 ? '' : owned === 1 ? ' One thing is still theirs.' : ` ${owned} things are still theirs.`;
  return `${last}; ${who}.${left}`;
}

function stateBadge({ endedAt, calledOffAt, successor }: Leaving): Content {
  if (calledOffAt) return badge('neutral', 'Called off');
  if (endedAt) return badge('info', 'Has left');
  return successor ? badge('info', 'Handing over') : badge('attention', 'Without successor');
}

function handAllCard(ask: MemberAsk, found: FoundHandover): Content {
  const { leaving, holdings, receivers } = found;
  if (receivers.length === 0)
    return callout({
      kind: 'warning',
      title: 'Nobody can take it over yet.',
      body: 'The district has no other member. The operator can add one.',
    });
  const count = holdings.filter((one) => one.canMove && partOf(one, leaving) === 'owner').length;
  return card({
    title: count === 1 ? 'Hand it over' : `Hand all ${count} over`,
    body: html`<form class="form form-inline" method="post" action="${`${handoverPath(ask.home, leaving.id)}/hand-all`}" novalidate>${csrfField(ask.person.csrfToken)}${handOverFields(found, 'all')}<div class="actions">${button({ label: 'Hand over', tone: 'main' })}</div></form>`,
  });
}

function handOne(ask: MemberAsk, found: FoundHandover, holding: Holding): Content {
  const { leaving, receivers } = found;
  if (!holding.canMove)
    return linkButton({ label: 'On its page', href: `${ask.home}${holding.path}`, tone: 'quiet' });
  const [first] = receivers;
  if (!first) return '';
  return html`<form method="post" action="${`${handoverPath(ask.home, leaving.id)}/hand`}" novalidate>${csrfField(ask.person.csrfToken)}<input type="hidden" name="kind" value="${holding.kind}"><input type="hidden" name="id" value="${holding.id}"><input type="hidden" name="to" value="${first.personId}">${button({ label: `Hand to ${first.name}`, tone: 'second' })}<span class="visually-hidden">${holding.title}</span></form>`;
}

function endCard(ask: MemberAsk, { leaving, members }: FoundHandover): Content {
  const home = handoverPath(ask.home, leaving.id);
  const leaver = members.find(({ personId }) => personId === leaving.personId);
  if (leaving.endedAt || leaving.calledOffAt || !leaver) return '';
  const reason = cannotLeave(leaver, members);
  const send = (action: string, label: string, tone: 'danger' | 'quiet') =>
    html`<form method="post" action="${`${home}/${action}`}" novalidate>${csrfField(ask.person.csrfToken)}${button({ label, tone })}</form>`;
  return card({
    title: 'The membership',
    body: html`<p>It ends after ${formatDate(leaving.leavesOn)}, with every sign-in; what is left without owner is told to the coordinator at once, to the partner after two weeks.</p>${
      reason ? html`<p><strong>${cannotLeaveSentence(reason, leaving.name)}</strong></p>` : ''
    }<div class="actions">${reason ? '' : send('end', 'End it now', 'danger')}${send('call-off', `${leaving.name} stays`, 'quiet')}</div>`,
  });
}
