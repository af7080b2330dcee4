import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { type Html, html } from '../../page/html.ts';
import { section } from '../../page/section.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { Party } from '../partnership/partnership.store.ts';
import type { MemberAsk } from '../web/route.ts';
import type { Engagement } from './engagement.ts';
import { engagementItems } from './engagementItems.page.ts';
import { mayBeginWork } from './mayWork.ts';
import { isAlive } from './standing.ts';

type Served = {
  /** Of the whole partnership; those that serve it are chosen here. */
  readonly engagements: readonly Engagement[];
  readonly parties: readonly Party[];
  /** The one of the two by which work names what it serves. */
  readonly by: { readonly benchmark: string } | { readonly need: string };
};

/** The work that serves a benchmark or a need, what is alive first, and the way to begin some. */
export function servingWork(ask: MemberAsk, { engagements, parties, by }: Served): Html {
  const serving = engagements
    .filter((one) => ('need' in by ? one.needId === by.need : one.benchmarkId === by.benchmark))
    .toSorted((a, b) => Number(isAlive(b)) - Number(isAlive(a)));
  const ownId = ask.member.districtId;
  return section({
    title: 'Work that serves it',
    id: 'work',
    action: mayBeginWork(ask.member)
      ? linkButton({
          label: 'Begin work',
          href: `${ask.home}/work/engagements/new?${new URLSearchParams(by)}`,
        })
      : undefined,
    body: card({
      body:
        serving.length > 0
          ? engagementItems(serving, { home: ask.home, parties, ownId, today: calendarDay(ask.hub.now()) })
          : html`<p class="quiet">No work serves it yet.</p>`,
    }),
  });
}
