import { attributes } from './attributes.ts';
import { type Content, type Html, html } from './html.ts';

export type Details = { readonly summary: Content; readonly body: Content; readonly open?: boolean };

/** What only some readers need, one press away. */
export function details({ summary, body, open }: Details): Html {
  return html`<details class="details"${attributes({ open })}><summary>${summary}</summary><div class="details-body">${body}</div></details>`;
}
