import type { FieldError } from '../../page/errorSummary.ts';
import { fileField } from '../../page/fileField.ts';
import { form } from '../../page/form.ts';
import { type Html, html } from '../../page/html.ts';

/** Takes files to be loaded: a plain form that `vault.js` makes a place to drop them. */
export function dropForm(csrfToken: string, errors: readonly FieldError[] = []): Html {
  return html`<div class="drop" data-drop>${form({
    action: '/load',
    csrfToken,
    multipart: true,
    submit: 'Load',
    errors,
    body: fileField({
      id: 'files',
      name: 'files',
      label: 'Files of student records',
      hint: html`<span data-drop-words>Choose as many as you like, whatever their names: each is known by its header.</span> They are copied into the vault’s private folder, and the copies removed when they are loaded.`,
      multiple: true,
      ...(errors[0] ? { error: errors[0].message } : {}),
    }),
  })}</div>`;
}
