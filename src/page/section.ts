import { attributes } from './attributes.ts';
import { type HeadingLevel, heading } from './heading.ts';
import { type Content, type Html, html } from './html.ts';

export type Section = {
  readonly title: string;
  readonly body: Content;
  /** Also the anchor of the section; unique on the page. */
  readonly id?: string;
  readonly lead?: Content;
  readonly level?: HeadingLevel;
  /** A link or button at the heading's right. */
  readonly action?: Content;
};

/** A part of a page with its heading, on the page's own ground. */
export function section({ title, body, id, lead, level = 2, action }: Section): Html {
  const titleId = id ? `${id}-heading` : undefined;
  return html`<section class="section"${attributes({ id, 'aria-labelledby': titleId })}><div class="section-head">${heading(
    { text: title, level, id: titleId },
  )}${action ? html`<div class="actions">${action}</div>` : ''}</div>${lead ? html`<p class="section-lead">${lead}</p>` : ''}${body}</section>`;
}
