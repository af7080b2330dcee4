import { details } from '../../page/details.ts';
import { type Content, html } from '../../page/html.ts';
import { selectField } from '../../page/selectField.ts';
import { textField } from '../../page/textField.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { EngagementParty, Holder } from './engagement.ts';
import { outsideHolder } from './holderDraft.ts';

type Written = Readonly<Record<string, string>>;

/** Owner and deputy of a district's part: its members, or people without an account by name and mail address. */
export function holderFields(people: readonly Holder[], written: Written, errors: FieldErrors): Content {
  return html`${one('owner', 'Owner', 'Who carries it on at your district. They get every mail about it.')}${one(
    'deputy',
    'Deputy',
    'Who knows enough to go on when the owner is away or leaves.',
  )}`;

  function one(field: string, label: string, hint: string): Content {
    const isOutside = written[field] === outsideHolder;
    return html`${selectField({
      id: field,
      name: field,
      label,
      hint,
      error: errors.get(field),
      value: written[field],
      options: [
        ...people.map(({ personId, name, email }) => ({ value: personId ?? '', label: `${name}, ${email}` })),
        { value: outsideHolder, label: 'Somebody without an account, named below' },
      ],
    })}${details({
      summary: `${label} without an account`,
      open: isOutside,
      body: html`<div class="field-row" role="group" aria-label="${`${label} without an account`}">${textField(
        {
          id: `${field}Name`,
          name: `${field}Name`,
          label: `${label}: name`,
          optional: true,
          autocomplete: 'off',
          error: errors.get(`${field}Name`),
          value: written[`${field}Name`],
        },
      )}${textField({
        id: `${field}Email`,
        name: `${field}Email`,
        label: `${label}: mail address`,
        type: 'email',
        optional: true,
        autocomplete: 'off',
        error: errors.get(`${field}Email`),
        value: written[`${field}Email`],
      })}</div>`,
    })}`;
  }
}

/** A district's part as its form has it. */
export function writtenPart({ brings, owner, deputy }: EngagementParty, people: readonly Holder[]): Written {
  return {
    brings: brings ?? '',
    ...writtenHolder('owner', owner, people),
    ...writtenHolder('deputy', deputy, people),
  };
}

function writtenHolder(field: string, holder: Holder | null, people: readonly Holder[]): Written {
  if (!holder) return {};
  const isMember = people.some(({ personId }) => personId === holder.personId);
  return isMember && holder.personId
    ? { [field]: holder.personId }
    : { [field]: outsideHolder, [`${field}Name`]: holder.name, [`${field}Email`]: holder.email };
}
