import { type Html, html } from './html.ts';
import type { Language } from '../vocabulary/language.ts';
import { pageWords } from './pageWords.ts';

/** What is wrong with the field of this id, and what to do, in one sentence. */
export type FieldError = { readonly field: string; readonly message: string };

/** Everything wrong with a form, above it, each line leading to its field. Nothing when all is well. */
export function errorSummary(errors: readonly FieldError[], language: Language = 'en'): Html {
  if (errors.length === 0) return html``;
  return html`<div class="error-summary" role="alert" tabindex="-1"><p class="error-summary-title">${pageWords(language).errorTitle}</p><ul>${errors.map(
    ({ field, message }) => html`<li><a href="${`#${field}`}">${message}</a></li>`,
  )}</ul></div>`;
}
