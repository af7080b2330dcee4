import { measureById } from '../../measures/registry.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { details } from '../../page/details.ts';
import { emptyState } from '../../page/emptyState.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { askBadge, askItems } from './askItems.page.ts';
import type { Ask } from './asks.store.ts';
import { statusBadge } from './keptEvidence.page.ts';
import { matchingParts } from '../matching/matchingParts.page.ts';
import { askPath, matchingTrail, needPath } from './matchingPlace.page.ts';
import { mayWorkOnNeeds } from './mayWorkOnNeeds.ts';
import { readRegisters, type Register, type RegisterLine } from './needListReading.store.ts';
import { rotBadge } from './rotWords.page.ts';

/** Both sides' registers of needs, the asks that are open, and what is lying. */
export const needListPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/matching/needs',
    access: 'members',
    answer: needListPage,
  },
];

async function needListPage(ask: MemberAsk): Promise<Response> {
  const now = ask.hub.now();
  const { registers, asks } = await asMember(ask.hub.database, ask.member, (view) =>
    readRegisters(view, now),
  );
  const parties = registers.map(({ party }) => party);
  const isOwn = ({ party }: Register) => party.districtId === ask.member.districtId;
  const ordered = [...registers.filter(isOwn), ...registers.filter((one) => !isOwn(one))];
  const own = registers.find(isOwn);
  const may = own !== undefined && mayWorkOnNeeds(ask.member.role);
  const unanswered = asks.filter(({ state }) => state === 'asked');
  const shown = { parties, member: ask.member, now, withSubject: true };
  const answered = asks.filter(({ state }) => state !== 'asked');
  return ask.respond({
    title: 'Needs',
    section: 'matching',
    body: html`${pageHeading({
      title: parties.length === 2 ? 'Needs of both' : 'Needs of all',
      lead: 'The figures propose a need; somebody confirms it, words it and owns it. What is asked stays here until it is answered.',
      trail: matchingTrail(ask.home, { label: 'Needs' }),
      actions: may
        ? linkButton({ label: 'Confirm a need', href: `${ask.home}/matching/needs/new`, tone: 'main' })
        : undefined,
    })}${matchingParts(ask.home, 'needs')}${lying(ask.home, registers)}${ordered.map((register) =>
      section({
        title: isOwn(register)
          ? `Ours: ${register.party.shortName} needs`
          : `${own ? 'Theirs: ' : ''}${register.party.shortName} needs`,
        id: `needs-${register.party.position}`,
        lead: unconfirmedSentence(register),
        body: card({ body: registerTable(ask.home, register, now) }),
      }),
    )}${section({
      title: 'Open asks',
      id: 'asks',
      body: card({
        body: html`${
          unanswered.length > 0
            ? askItems(ask.home, unanswered, shown)
            : html`<p class="quiet">Nothing waits for an answer.</p>`
        }${
          answered.length > 0
            ? details({
                summary: `${answered.length} answered or taken back`,
                body: askItems(ask.home, answered.toReversed(), shown),
              })
            : ''
        }`,
      }),
    })}`,
  });
}

function unconfirmedSentence({ unconfirmed, party }: Register): string {
  if (unconfirmed === 0) return '';
  return unconfirmed === 1
    ? `The figures call one more measure and group a need of ${party.shortName}: nobody has confirmed it.`
    : `The figures call ${unconfirmed} more measures and groups a need of ${party.shortName}: nobody has confirmed them.`;
}

/** What nobody owns, nobody answers, or nobody has touched for a term; nothing when nothing lies. */
function lying(home: string, registers: readonly Register[]): Content {
  const lines = registers.flatMap(({ party, open }) =>
    open.filter(({ rot }) => rot.length > 0).map((line) => ({ party, ...line })),
  );
  if (lines.length === 0) return '';
  return section({
    title: 'What is lying',
    id: 'lying',
    body: card({
      body: itemList(
        lines.map(({ party, need, rot }) => ({
          title: `${party.shortName}: ${aboutOf(need)}`,
          href: needPath(home, need.id),
          badges: rot.map(rotBadge),
          body: need.wording,
        })),
      ),
    }),
  });
}

function aboutOf({ measureId, group }: RegisterLine['need']): string {
  return `${measureById(measureId).shortName}: ${inSentence(studentGroupName(group))}`;
}

function registerTable(home: string, { party, open, closed }: Register, now: Date): Html {
  if (open.length === 0 && closed.length === 0)
    return emptyState({
      title: `${party.shortName} has confirmed no need yet`,
      body: 'Look at the grid of needs and strengths, and confirm what you want to work on.',
      action: linkButton({ label: 'Needs and strengths', href: `${home}/matching` }),
    });
  return html`${linesTable(home, `Open needs of ${party.name}`, open, now)}${
    closed.length > 0
      ? details({
          summary: `${closed.length} closed ${closed.length === 1 ? 'need' : 'needs'}`,
          body: linesTable(home, `Closed needs of ${party.name}`, closed, now),
        })
      : ''
  }`;
}

function linesTable(home: string, caption: string, lines: readonly RegisterLine[], now: Date): Html {
  return table<RegisterLine>({
    caption,
    captionHidden: true,
    columns: [
      {
        header: 'Need',
        kind: 'header',
        cell: ({ need }) =>
          html`<a href="${needPath(home, need.id)}">${need.wording}</a><br><span class="quiet">${aboutOf(need)}</span>`,
      },
      {
        header: 'Focus area',
        cell: ({ need }) => focusAreas.find(({ id }) => id === need.focusArea)?.name,
      },
      { header: 'Owner', cell: ({ need }) => need.ownerName },
      { header: 'Figures today', cell: ({ today }) => statusBadge(today) },
      { header: 'Asked', cell: ({ asks }) => askedCell(home, asks, now) },
    ],
    rows: lines,
    empty: 'None is open.',
  });
}

function askedCell(home: string, asks: readonly Ask[], now: Date): Content {
  const newest = asks.at(-1);
  if (!newest) return html`<span class="quiet">nobody yet</span>`;
  const more = asks.length > 1 ? html` <span class="quiet">and ${asks.length - 1} before</span>` : '';
  return html`<a href="${askPath(home, newest.id)}">${askBadge(newest, now)}<span class="visually-hidden"> of ${newest.to.name}</span></a>${more}`;
}
