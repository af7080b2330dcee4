import { type Content, type Html, html } from './html.ts';
import type { Language } from '../vocabulary/language.ts';
import { pageWords } from './pageWords.ts';
import { safeHref } from './safeHref.ts';

export type BigFigure = {
  readonly label: string;
  /** The formatted number, or `withheld(…)`. */
  readonly value: Content;
  /** `points below the standard`, `of students`. */
  readonly unit?: string;
  /** One sentence on how it changed: `4.8 points closer than the year before`. */
  readonly change?: Content;
  /** Whether the change is for the better; decides nothing but a quiet sign. */
  readonly changeIs?: 'better' | 'worse' | 'neither';
  readonly badges?: Content;
  /** The page that says how this number is made. */
  readonly explainHref?: string;
  readonly language?: Language;
};

/** One big number with all it needs to be understood alone. */
export function figure(big: BigFigure): Html {
  const { label, value, unit, change, changeIs = 'neither', badges, explainHref, language } = big;
  return html`<div class="big-figure"><p class="big-figure-label">${label}</p><p class="big-figure-value">${value}${
    unit ? html` <span class="big-figure-unit">${unit}</span>` : ''
  }</p>${change ? html`<p class="${`big-figure-change change-${changeIs}`}">${change}</p>` : ''}${
    badges ? html`<p class="badges">${badges}</p>` : ''
  }${
    explainHref
      ? html`<p class="big-figure-explain"><a href="${safeHref(explainHref)}" data-explain>${pageWords(language).howMade}<span class="visually-hidden">: ${label}</span></a></p>`
      : ''
  }</div>`;
}
