import { card } from '../../page/card.ts';
import { type Html, html } from '../../page/html.ts';
import { strategies } from '../../vocabulary/partnership.ts';
import type { Engagement } from '../work/engagement.ts';

/** The four strategies in the fact sheet's words, each with how much work serves it now. */
export function strategiesCard(home: string, alive: readonly Engagement[]): Html {
  return card({
    body: html`<ol class="strategies">${strategies.map(({ id, name }) => {
      const count = alive.filter(({ strategy }) => strategy === id).length;
      return html`<li>${name}<br>${
        count === 0
          ? html`<span class="quiet">No work serves it</span>`
          : html`<a href="${home}/work#strategies">${count === 1 ? '1 piece of work' : `${count} pieces of work`}<span class="visually-hidden">: ${name}</span></a>`
      }</li>`;
    })}</ol>`,
  });
}
