import { type Html, html } from './html.ts';
import type { Language } from '../vocabulary/language.ts';
import { pageWords } from './pageWords.ts';
import { safeHref } from './safeHref.ts';

type Pager = {
  /** Where in the list this page is: `1 to 50 of 940 districts`. */
  readonly position: string;
  readonly previousHref?: string;
  readonly nextHref?: string;
  readonly language?: Language;
};

/** The way through a long list. */
export function pager({ position, previousHref, nextHref, language }: Pager): Html {
  const words = pageWords(language);
  const link = (href: string | undefined, rel: string, label: string) =>
    href ? html`<a class="button button-second" rel="${rel}" href="${safeHref(href)}">${label}</a>` : '';
  return html`<nav class="pager" aria-label="${words.pages}">${link(previousHref, 'prev', words.previous)}<p>${position}</p>${link(nextHref, 'next', words.next)}</nav>`;
}
