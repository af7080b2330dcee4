import { type Content, html } from '../../page/html.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { focusAreas, roles } from '../../vocabulary/partnership.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { PartnershipMember } from '../partnership/partnership.store.ts';

type WordingFields = {
  readonly owners: readonly PartnershipMember[];
  readonly written: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
};

/** How a need is worded, where it belongs and whose it is. */
export function wordingFields({ owners, written, errors }: WordingFields): Content {
  return html`${textArea({
    id: 'wording',
    name: 'wording',
    label: 'What you need, in your own words',
    hint: 'As you would say it to a colleague of the other district. A sentence or two.',
    rows: 3,
    error: errors.get('wording'),
    value: written.wording,
  })}${selectField({
    id: 'focusArea',
    name: 'focusArea',
    label: 'Focus area',
    hint: 'It decides whose capacity can be asked for.',
    error: errors.get('focusArea'),
    value: written.focusArea,
    options: focusAreas.map(({ id, name }) => ({ value: id, label: name })),
  })}${selectField({
    id: 'owner',
    name: 'owner',
    label: 'Owner',
    hint: 'Who carries it on. They are told of every answer.',
    error: errors.get('owner'),
    value: written.owner,
    options: owners.map((owner) => ({ value: owner.personId, label: `${owner.name}, ${roleName(owner)}` })),
  })}`;
}

function roleName({ role }: PartnershipMember): string {
  return roles.find(({ id }) => id === role)?.name.toLowerCase() ?? role;
}
