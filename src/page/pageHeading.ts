import { type Content, type Html, html } from './html.ts';

export type PageHeading = {
  readonly title: string;
  /** A word or two above the title, such as the focus area. */
  readonly eyebrow?: string;
  /** The one sentence a reader takes away. */
  readonly lead?: Content;
  /** A `breadcrumb`. */
  readonly trail?: Content;
  readonly badges?: Content;
  /** As-of date, owner, source: quiet. */
  readonly meta?: Content;
  /** Buttons and links to what can be done here. */
  readonly actions?: Content;
};

/** The head of a page with its only `h1`. */
export function pageHeading(heading: PageHeading): Html {
  const { title, eyebrow, lead, trail, badges, meta, actions } = heading;
  const below =
    badges || meta
      ? html`<div class="page-heading-facts">${badges ? html`<p class="badges">${badges}</p>` : ''}${meta ? html`<p class="meta">${meta}</p>` : ''}</div>`
      : '';
  return html`<header class="page-heading">${trail}
<div class="page-heading-row"><div>${eyebrow ? html`<p class="eyebrow">${eyebrow}</p>` : ''}<h1>${title}</h1>${
    lead ? html`<p class="lead">${lead}</p>` : ''
  }${below}</div>${actions ? html`<div class="actions">${actions}</div>` : ''}</div></header>`;
}
