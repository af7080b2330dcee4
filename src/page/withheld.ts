import type { WithheldReason } from '../vocabulary/cell.ts';
import { type Html, html } from './html.ts';
import type { Language } from '../vocabulary/language.ts';
import { pageWords } from './pageWords.ts';

/** A withheld figure in a cell or a line: its reason in a few quiet words. */
export function withheld(reason: WithheldReason, language: Language = 'en'): Html {
  const words = pageWords(language);
  const lead =
    reason === 'not reported' ? '' : html`<span class="visually-hidden">${words.withheld}: </span>`;
  return html`<span class="withheld">${lead}${words.withheldShort[reason]}</span>`;
}

/** The same reason as a whole sentence, for an explanation page or a note under a table. */
export function withheldSentence(reason: WithheldReason, language: Language = 'en'): string {
  return pageWords(language).withheldWhy[reason];
}

/** A dash where there is no figure at all, read aloud as words. */
export function noFigure(language: Language = 'en'): Html {
  return html`<span aria-hidden="true">–</span><span class="visually-hidden">${pageWords(language).noFigure}</span>`;
}
