import { type Content, html } from '../../page/html.ts';
import { selectField } from '../../page/selectField.ts';
import { textField } from '../../page/textField.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { PartnershipMember } from '../partnership/partnership.store.ts';
import { outsideChoice } from './contactDraft.ts';

type ContactFields = {
  readonly label: string;
  readonly hint: Content;
  readonly members: readonly PartnershipMember[];
  readonly written: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly optional?: boolean;
};

/** A member of the district, or somebody else there by name and mail address. */
export function contactFields({ label, hint, members, written, errors, optional }: ContactFields): Content {
  return html`${selectField({
    id: 'person',
    name: 'person',
    label,
    hint,
    optional,
    error: errors.get('person'),
    value: written.person,
    options: [
      ...members.map(({ personId, name, email }) => ({ value: personId, label: `${name}, ${email}` })),
      { value: outsideChoice, label: 'Somebody else of the district, named below' },
    ],
  })}<div class="field-row" role="group" aria-label="Somebody else of the district">${textField({
    id: 'personName',
    name: 'personName',
    label: 'Somebody else: name',
    optional: true,
    autocomplete: 'off',
    error: errors.get('personName'),
    value: written.personName,
  })}${textField({
    id: 'personEmail',
    name: 'personEmail',
    label: 'Somebody else: mail address',
    type: 'email',
    optional: true,
    autocomplete: 'off',
    error: errors.get('personEmail'),
    value: written.personEmail,
  })}</div>`;
}
