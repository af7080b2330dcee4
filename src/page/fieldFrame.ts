import { attributes } from './attributes.ts';
import { type Content, type Html, html } from './html.ts';
import type { Language } from '../vocabulary/language.ts';
import { pageWords } from './pageWords.ts';

/** What every field has. Fields are required unless `optional`. */
export type Field = {
  /** Unique on the page; errors lead here. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: Content;
  readonly error?: string;
  readonly optional?: boolean;
  readonly language?: Language;
};

/** The attributes that tie a control to its hint and its error. */
export function fieldAttributes({ id, name, hint, error, optional }: Field): Html {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return attributes({
    id,
    name,
    required: !optional,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? 'true' : undefined,
  });
}

/** Hint and error of a field, to stand between its label and its control. */
export function fieldNotes({ id, hint, error, language }: Field): Html {
  return html`${hint ? html`<p class="hint" id="${`${id}-hint`}">${hint}</p>` : ''}${
    error
      ? html`<p class="field-error" id="${`${id}-error`}"><strong>${pageWords(language).error}</strong> ${error}</p>`
      : ''
  }`;
}

/** What a label says after its words when the field may stay empty. */
export function optionalMark({ optional, language }: Field): Html {
  return optional ? html` <span class="optional">(${pageWords(language).optional})</span>` : html``;
}

/** Label, hint, error and control, in the order in which they are read. */
export function fieldFrame(field: Field, control: Html): Html {
  return html`<div class="${field.error ? 'field field-wrong' : 'field'}"><label for="${field.id}">${field.label}${optionalMark(field)}</label>${fieldNotes(field)}${control}</div>`;
}
