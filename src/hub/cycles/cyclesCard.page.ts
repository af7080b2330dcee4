import { card } from '../../page/card.ts';
import { type Html, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import type { Party } from '../partnership/partnership.store.ts';
import type { Cycle } from './cycle.ts';
import { cycleItem } from './cycleItems.page.ts';

/** The tests of an engagement, for its page: `cycles` are its own (`selectCycles(view, { engagementId })`). */
export function cyclesCard(
  engagementId: string,
  cycles: readonly Cycle[],
  context: {
    readonly home: string;
    readonly parties: readonly Party[];
    readonly today: string;
    readonly mayPlan: boolean;
  },
): Html {
  const { home, mayPlan } = context;
  const plan = html`<a href="${`${home}/work/cycles/new?engagement=${engagementId}`}">Plan a test</a>`;
  return card({
    id: 'cycles',
    title: 'Tests of change',
    body:
      cycles.length > 0
        ? itemList(cycles.slice(0, 5).map((cycle) => cycleItem(cycle, context)))
        : html`<p class="quiet">No change has been tested yet: one idea, a few schools, six weeks.</p>`,
    footer: html`${mayPlan ? html`${plan}${cycles.length > 0 ? ' · ' : ''}` : ''}${
      cycles.length > 0
        ? html`<a href="${`${home}/work/cycles?engagement=${engagementId}`}">All ${cycles.length} with what came of them</a>`
        : ''
    }`,
  });
}
