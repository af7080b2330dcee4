import { type Html, html } from '../../page/html.ts';
import { modes } from '../../vocabulary/partnership.ts';
import type { Engagement } from './engagement.ts';
import { engagementPath } from './workPlace.page.ts';

/** The three modes in the fact sheet's words, each with the work that is alive in it. */
export function modesBlock(home: string, alive: readonly Engagement[]): Html {
  return html`<dl class="modes">${modes.map((mode) => {
    const own = alive.filter((engagement) => engagement.mode === mode.id);
    return html`<div><dt>${mode.name}</dt><dd>${mode.means}.</dd><dd class="mode-work">${
      own.length === 0
        ? html`<span class="quiet">Nothing at present</span>`
        : own.length === 1
          ? own.map((one) => html`<a href="${engagementPath(home, one.id)}">${one.title}</a>`)
          : html`<a href="${`${home}/work?mode=${mode.id}`}">${own.length} pieces of work</a>`
    }</dd></div>`;
  })}</dl>`;
}
