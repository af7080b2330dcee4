import { type Content, type Html, html } from './html.ts';
import { safeHref } from './safeHref.ts';

export type Item = {
  readonly title: string;
  readonly href?: string;
  readonly badges?: Content;
  /** A sentence or two. */
  readonly body?: Content;
  /** Owner, date, place: quiet. */
  readonly meta?: Content;
  /** A button or link at the right. */
  readonly action?: Content;
};

/** Things to read or do, one under the other: what is due, what changed, needs, engagements. Empty gives nothing. */
export function itemList(items: readonly Item[]): Html {
  if (items.length === 0) return html``;
  return html`<ul class="items">${items.map(
    ({ title, href, badges, body, meta, action }) =>
      html`<li><div><p class="item-title">${href ? html`<a href="${safeHref(href)}">${title}</a>` : title} ${badges}</p>${
        body ? html`<p>${body}</p>` : ''
      }${meta ? html`<p class="meta">${meta}</p>` : ''}</div>${action ? html`<div class="actions">${action}</div>` : ''}</li>`,
  )}</ul>`;
}
