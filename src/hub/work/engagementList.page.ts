import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { emptyState } from '../../page/emptyState.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { selectField } from '../../page/selectField.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { focusAreas, modes } from '../../vocabulary/partnership.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import type { Engagement } from './engagement.ts';
import { engagementItems, type ShownList } from './engagementItems.page.ts';
import { cameOf } from './engagementReasons.ts';
import { selectEngagements } from './engagements.store.ts';
import { isShown, type ListFilter, listStates } from './listFilter.ts';
import { mayBeginWork } from './mayWork.ts';
import { sideOf } from './sides.ts';
import { isAlive } from './standing.ts';
import { strategyMatrix } from './strategyMatrix.page.ts';
import { workParts } from './workPlace.page.ts';

/** All work: what waits for the reader, what they give, get and do together, what was tried, and what no strategy has. */
export const engagementListPages: Route[] = [
  { method: 'get', path: '/partnerships/:partnership/work', access: 'members', answer: engagementListPage },
];

async function engagementListPage(ask: MemberAsk): Promise<Response> {
  const { parties, engagements } = await asMember(ask.hub.database, ask.member, async (view) => ({
    parties: await selectParties(view),
    engagements: await selectEngagements(view),
  }));
  const ownId = parties.find(({ districtId }) => districtId === ask.member.districtId)?.districtId ?? null;
  const { area, mode, state } = ask.context.req.query();
  const filter: ListFilter = { area, mode, state };
  const list: ShownList = { home: ask.home, parties, ownId, today: calendarDay(ask.hub.now()) };
  const reader = { districtId: ownId, today: list.today };
  const shown = engagements.filter((one) => isShown(one, filter, reader));
  const alive = shown.filter(isAlive);
  return ask.respond({
    title: 'Work',
    section: 'work',
    body: html`${pageHeading({
      title: 'What we do together',
      lead: leadOf(engagements, parties, ownId),
      actions: mayBeginWork(ask.member)
        ? linkButton({ label: 'Begin work', href: `${ask.home}/work/engagements/new`, tone: 'main' })
        : undefined,
    })}${workParts(ask.home, 'engagements')}${
      engagements.length === 0
        ? emptyState({
            title: 'No work is begun yet',
            body: 'Begin with the need that both of you talk about most: one of you helps, you make something together, or you ask somebody outside.',
            action: html`${linkButton({ label: 'Needs of both', href: `${ask.home}/matching/needs` })}${linkButton({ label: 'Who can help', href: `${ask.home}/matching/proposals` })}`,
            level: 2,
          })
        : html`${filterForm(ask, filter)}${groups(alive, list)}${closedSections(shown, list)}`
    }${section({
      title: 'Focus areas and strategies',
      id: 'strategies',
      lead: 'Which strategy is at work where. One without any work is a hole.',
      body: card({ body: strategyMatrix(ask.home, engagements.filter(isAlive)) }),
    })}`,
  });
}

function leadOf(engagements: readonly Engagement[], parties: readonly Party[], ownId: string | null): string {
  const alive = engagements.filter(isAlive);
  const count = (side: string) => alive.filter((one) => sideOf(one, ownId) === side).length;
  if (alive.length === 0)
    return 'Partner assistance, joint development and collective work with external groups.';
  if (ownId === null)
    return `${pieces(alive.length)} of ${parties.map(({ shortName }) => shortName).join(' and ')} under way or planned.`;
  const words = (side: string) => (count(side) === 0 ? 'none' : String(count(side)));
  return `${pieces(alive.length)} under way or planned: we give in ${words('give')}, we get in ${words('get')}, we work together in ${words('together')}.`;
}

function pieces(count: number): string {
  return count === 1 ? 'One piece of work' : `${count} pieces of work`;
}

function filterForm(ask: MemberAsk, { area, mode, state }: ListFilter): Content {
  return form({
    action: `${ask.home}/work`,
    method: 'get',
    inline: true,
    submit: 'Show',
    submitTone: 'second',
    body: html`${selectField({
      id: 'area',
      name: 'area',
      label: 'Focus area',
      optional: true,
      empty: 'All',
      value: area,
      options: focusAreas.map(({ id, name }) => ({ value: id, label: name })),
    })}${selectField({
      id: 'mode',
      name: 'mode',
      label: 'Mode',
      optional: true,
      empty: 'All',
      value: mode,
      options: modes.map(({ id, name }) => ({ value: id, label: name })),
    })}${selectField({
      id: 'state',
      name: 'state',
      label: 'State',
      optional: true,
      empty: 'All',
      value: state,
      options: listStates.map(({ id, name }) => ({ value: id, label: name })),
    })}`,
  });
}

function groups(alive: readonly Engagement[], list: ShownList): Content {
  const sides =
    list.ownId === null
      ? ([
          ['assistance', 'Partner assistance'],
          ['together', 'Together'],
        ] as const)
      : ([
          ['give', 'We give'],
          ['get', 'We get'],
          ['together', 'We do together'],
        ] as const);
  return sides.map(([side, title]) => {
    const of = alive.filter((one) => sideOf(one, list.ownId) === side);
    return section({
      title,
      id: side,
      body:
        of.length > 0
          ? card({ body: engagementItems(of, list) })
          : html`<p class="quiet">Nothing at present.</p>`,
    });
  });
}

/** What was closed, by what it came to: what did not work stands as openly as what did. */
function closedSections(shown: readonly Engagement[], list: ShownList): Content {
  const closed = shown.filter((one) => !isAlive(one)).toReversed();
  const failed = closed.filter((one) => cameOf(one) === 'did not work');
  const rest = closed.filter((one) => cameOf(one) !== 'did not work');
  const part = (title: string, id: string, lead: string, of: readonly Engagement[]) =>
    of.length > 0 ? section({ title, id, lead, body: card({ body: engagementItems(of, list) }) }) : '';
  return html`${part('Done', 'closed', '', rest)}${part(
    'Tried, did not work',
    'tried',
    'Kept on purpose: look here before you try the same.',
    failed,
  )}`;
}
