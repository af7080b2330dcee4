import { type Html, html } from './html.ts';
import type { Language } from '../vocabulary/language.ts';
import { pageWords } from './pageWords.ts';
import { safeHref } from './safeHref.ts';

export type Crumb = { readonly label: string; readonly href?: string };

/** Where this page lies, from the widest place to this one; the last has no address. Empty gives nothing. */
export function breadcrumb(crumbs: readonly Crumb[], language: Language = 'en'): Html {
  if (crumbs.length === 0) return html``;
  return html`<nav class="breadcrumb" aria-label="${pageWords(language).trail}"><ol>${crumbs.map(
    ({ label, href }) =>
      html`<li>${href ? html`<a href="${safeHref(href)}">${label}</a>` : html`<span aria-current="page">${label}</span>`}</li>`,
  )}</ol></nav>`;
}
