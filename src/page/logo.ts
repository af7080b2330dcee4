import { type Html, html } from './html.ts';

/** Two linked rings: the mark beside the product's name, which says the same in words. `public/icon.svg` is its sister. */
export function logo(): Html {
  return html`<svg class="logo" viewBox="0 0 38 28" width="38" height="28" fill="none" stroke-width="4" aria-hidden="true" focusable="false"><path class="logo-a" d="M16.28 22.38A9 9 0 1 1 20.96 18.2"/><path class="logo-b" d="M21.72 5.62A9 9 0 1 1 17.04 9.8"/></svg>`;
}
