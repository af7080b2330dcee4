import { type Html, html } from './html.ts';
import type { Language } from '../vocabulary/language.ts';
import { pageWords } from './pageWords.ts';
import { safeHref } from './safeHref.ts';

export type NumberLink = {
  /** The formatted number as it stands on the page. */
  readonly text: string;
  /** The page that explains it: definition, students behind it, as-of date, who signed. */
  readonly href: string;
  /** What the number is, for those who hear the link alone: `Fresno, mathematics, 2024-25`. */
  readonly about: string;
  readonly language?: Language;
};

/**
 * A number that leads to its own explanation. With script the explanation opens in place (`explain.js`); its page
 * marks what is shown there with `data-explanation`.
 */
export function numberLink({ text, href, about, language }: NumberLink): Html {
  return html`<a class="number-link" href="${safeHref(href)}" data-explain>${text}<span class="visually-hidden"> (${about}. ${pageWords(language).howMade})</span></a>`;
}
