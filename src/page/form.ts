import { attributes } from './attributes.ts';
import { type ButtonTone, button } from './button.ts';
import { csrfField } from './csrfField.ts';
import { type FieldError, errorSummary } from './errorSummary.ts';
import { type Content, type Html, html } from './html.ts';
import type { Language } from '../vocabulary/language.ts';
import { safeHref } from './safeHref.ts';

export type Form = {
  readonly action: string;
  /** `post` (the default) needs the token; `get` is for filters. */
  readonly method?: 'post' | 'get';
  readonly csrfToken?: string;
  /** The fields. */
  readonly body: Content;
  readonly submit: string;
  readonly submitTone?: ButtonTone;
  /** What was wrong when the form was last sent; each is linked to its field. Give the field the same text as `error`. */
  readonly errors?: readonly FieldError[];
  /** Beside the submit button: a second `button` or a link back. */
  readonly second?: Content;
  /** For forms with a `fileField`. */
  readonly multipart?: boolean;
  /** Fields in one row with the button, for filters. */
  readonly inline?: boolean;
  readonly id?: string;
  readonly language?: Language;
};

/** A form that works without script. A posting form without its token is a fault. */
export function form(content: Form): Html {
  const {
    action,
    method = 'post',
    csrfToken,
    body,
    submit,
    submitTone,
    errors = [],
    second,
    multipart,
  } = content;
  if (method === 'post' && !csrfToken) throw new Error(`the form to ${action} posts without its token`);
  const enctype = multipart ? 'multipart/form-data' : undefined;
  const name = content.inline ? 'form form-inline' : 'form';
  return html`<form class="${name}"${attributes({ id: content.id, method, action: safeHref(action), enctype, novalidate: method === 'post' })}>${
    csrfToken && method === 'post' ? csrfField(csrfToken) : ''
  }${errorSummary(errors, content.language)}${body}<div class="actions">${button({ label: submit, tone: submitTone })}${second}</div></form>`;
}
