import { type Content, type Html, html } from './html.ts';

/** A heading with paragraphs or lists under it. */
export type FactSheetPart = { readonly title: string; readonly body: Content };

export type FactSheetLayout = {
  /** The partnership's name, and `Fact sheet` over it. */
  readonly title: Content;
  readonly kind: string;
  readonly date: string;
  readonly parts: readonly FactSheetPart[];
  /** The panel beside the parts. */
  readonly glance: { readonly title: string; readonly parts: readonly FactSheetPart[] };
  /** Headline figures, made with `figure`. */
  readonly figures?: readonly Content[];
  readonly quote?: { readonly text: Content; readonly who: Content; readonly when: string };
  /** Under the columns, over the whole width: a table of figures. */
  readonly wide?: FactSheetPart;
  readonly contact: FactSheetPart;
  /** Each district's board and superintendent. */
  readonly boards: readonly FactSheetPart[];
  /** As-of date, sources, provenance. */
  readonly foot?: Content;
};

const part = ({ title, body }: FactSheetPart): Html => html`<section><h2>${title}</h2>${body}</section>`;

/** The partnership on one or two printed letter pages, in the fact sheet's own parts. Holds the page's `h1`. */
export function factSheetLayout(sheet: FactSheetLayout): Html {
  const { title, kind, date, parts, glance, figures = [], quote, wide, contact, boards, foot } = sheet;
  return html`<article class="factsheet"><header class="factsheet-head"><h1>${title}</h1><p class="factsheet-kind">${kind}</p><p class="factsheet-date">${date}</p></header>
${figures.length > 0 ? html`<div class="factsheet-figures">${figures}</div>` : ''}
<div class="factsheet-columns"><div class="factsheet-parts">${parts.map(part)}</div>
<div class="factsheet-side"><section class="factsheet-glance"><h2>${glance.title}</h2>${glance.parts.map(
    (one) => html`<h3>${one.title}</h3>${one.body}`,
  )}</section>${
    quote
      ? html`<figure class="factsheet-quote"><blockquote><p>${quote.text}</p></blockquote><figcaption>${quote.who}<br>${quote.when}</figcaption></figure>`
      : ''
  }</div></div>
${wide ? html`<div class="factsheet-wide">${part(wide)}</div>` : ''}
<div class="factsheet-end"><div class="factsheet-contact">${part(contact)}</div>${boards.map(
    (board) => html`<div class="factsheet-board">${part(board)}</div>`,
  )}</div>
${foot ? html`<footer class="factsheet-foot">${foot}</footer>` : ''}</article>`;
}
