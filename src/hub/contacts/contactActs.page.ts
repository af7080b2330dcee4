import { button } from '../../page/button.ts';
import { csrfField } from '../../page/csrfField.ts';
import { details } from '../../page/details.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { MemberAsk } from '../web/route.ts';
import { cancellingReasons } from './contactKinds.ts';
import { contactPath } from './contactPath.ts';
import type { ContactReading } from './contactReading.store.ts';
import type { Contact } from './contacts.store.ts';

/** A form of a contact's page that was not taken. */
export type RefusedContact = {
  readonly part: 'agenda' | 'cancel' | 'note';
  readonly errors: FieldErrors;
  /** Somebody else was quicker. */
  readonly late?: true;
};

/** What people put on the agenda, and a line to put more on it. */
export function agendaForm(
  ask: MemberAsk,
  { contact, items }: ContactReading,
  may: boolean,
  refused: RefusedContact | undefined,
): Content {
  const page = contactPath(ask.home, contact.id);
  const isSent = refused?.part === 'agenda';
  const errors: FieldErrors = isSent ? refused.errors : new Map();
  const { csrfToken } = ask.person;
  return html`${
    items.length > 0
      ? html`<ul class="items">${items.map(
          ({ id, words, madeBy }) =>
            html`<li><div><p class="item-title">${words}</p><p class="meta">${madeBy}</p></div>${
              may
                ? html`<form class="actions" method="post" action="${`${page}/agenda/off`}">${csrfField(csrfToken)}<input type="hidden" name="item" value="${id}">${button({ label: 'Take off', tone: 'quiet' })}</form>`
                : ''
            }</li>`,
        )}</ul>`
      : ''
  }${
    may
      ? form({
          action: `${page}/agenda`,
          csrfToken,
          submit: 'Put it on the agenda',
          submitTone: 'second',
          errors: [...errors].map(([field, message]) => ({ field, message })),
          body: textField({
            id: 'item',
            name: 'item',
            label: 'Also on the agenda',
            maxLength: longestItem,
            value: isSent ? ask.form.item : undefined,
            error: errors.get('item'),
          }),
        })
      : ''
  }`;
}

export const longestItem = 200;

/** Cancelling, behind one press. */
export function cancelForm(ask: MemberAsk, contact: Contact, refused: RefusedContact | undefined): Content {
  const isSent = refused?.part === 'cancel';
  const errors: FieldErrors = isSent ? refused.errors : new Map();
  const written = isSent ? ask.form : {};
  return details({
    summary: `Cancel the ${contact.kind}`,
    open: errors.size > 0,
    body: form({
      action: `${contactPath(ask.home, contact.id)}/cancel`,
      csrfToken: ask.person.csrfToken,
      submit: 'Cancel it and tell everybody',
      submitTone: 'danger',
      errors: [...errors].map(([field, message]) => ({ field, message })),
      body: html`<input type="hidden" name="version" value="${String(contact.version)}">${radioGroup({
        id: 'reason',
        name: 'reason',
        label: 'Why',
        value: written.reason,
        error: errors.get('reason'),
        choices: cancellingReasons.map(({ id, name }) => ({ value: id, label: name })),
      })}${textArea({
        id: 'words',
        name: 'words',
        label: 'In your own words',
        rows: 2,
        optional: true,
        value: written.words,
        error: errors.get('words'),
      })}`,
    }),
  });
}
