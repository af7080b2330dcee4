import { type Content, html } from '../../page/html.ts';
import { selectField } from '../../page/selectField.ts';
import { textField } from '../../page/textField.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { PartnershipMember } from '../partnership/partnership.store.ts';
import { elseChoice } from './namedPerson.ts';

type PersonFields = {
  /** Begins the names of the fields: `owner` gives `owner`, `ownerName`, `ownerEmail`. */
  readonly prefix: string;
  readonly label: string;
  readonly hint?: Content;
  readonly members: readonly PartnershipMember[];
  readonly written: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly optional?: boolean;
  /** Begins the ids where several forms stand on a page. */
  readonly idPrefix?: string;
};

/** A member, or somebody else by name and mail address: nobody needs an account to own something. */
export function personFields(fields: PersonFields): Content {
  const { prefix, label, hint, members, written, errors, optional, idPrefix = '' } = fields;
  const id = `${idPrefix}${prefix}`;
  return html`${selectField({
    id,
    name: prefix,
    label,
    hint,
    optional,
    error: errors.get(prefix),
    value: written[prefix],
    options: [
      ...members.map(({ personId, name }) => ({ value: personId, label: name })),
      { value: elseChoice, label: 'Somebody without account, named below' },
    ],
  })}<div class="field-row" role="group" aria-label="${`${label}: somebody without account`}">${textField({
    id: `${id}Name`,
    name: `${prefix}Name`,
    label: 'Without account: name',
    optional: true,
    autocomplete: 'off',
    error: errors.get(`${prefix}Name`),
    value: written[`${prefix}Name`],
  })}${textField({
    id: `${id}Email`,
    name: `${prefix}Email`,
    label: 'Mail address',
    type: 'email',
    optional: true,
    autocomplete: 'off',
    error: errors.get(`${prefix}Email`),
    value: written[`${prefix}Email`],
  })}</div>`;
}
