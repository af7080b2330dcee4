import { type Content, type Html, html } from './html.ts';

export type Definition = { readonly term: string; readonly description: Content };

/** Terms and what they are; side by side when there is room. Empty gives nothing. */
export function definitionList(definitions: readonly Definition[]): Html {
  if (definitions.length === 0) return html``;
  return html`<dl class="definitions">${definitions.map(
    ({ term, description }) => html`<div><dt>${term}</dt><dd>${description}</dd></div>`,
  )}</dl>`;
}
