import { attributes } from './attributes.ts';
import { type HeadingLevel, heading } from './heading.ts';
import { type Content, type Html, html } from './html.ts';
import { safeHref } from './safeHref.ts';

export type Card = {
  readonly body: Content;
  readonly title?: string;
  /** The title becomes a link. */
  readonly href?: string;
  readonly level?: HeadingLevel;
  /** Unique on the page; makes the card a named region. */
  readonly id?: string;
  /** Beside the title: a badge or two. */
  readonly badges?: Content;
  /** Under a rule at the bottom: source, date, a link onward. */
  readonly footer?: Content;
  readonly tone?: 'plain' | 'quiet';
};

/** A white sheet holding one thing. */
export function card({ body, title, href, level = 2, id, badges, footer, tone = 'plain' }: Card): Html {
  const titleId = id && title ? `${id}-heading` : undefined;
  const text = href ? html`<a href="${safeHref(href)}">${title}</a>` : title;
  const head = title
    ? html`<div class="card-head">${heading({ text, level, id: titleId, className: 'card-title' })}${
        badges ? html`<p class="badges">${badges}</p>` : ''
      }</div>`
    : '';
  return html`<section class="${`card card-${tone}`}"${attributes({ id, 'aria-labelledby': titleId })}>${head}<div class="card-body">${body}</div>${
    footer ? html`<div class="card-foot">${footer}</div>` : ''
  }</section>`;
}
