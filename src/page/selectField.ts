import { attributes } from './attributes.ts';
import { type Field, fieldAttributes, fieldFrame } from './fieldFrame.ts';
import { type Html, html } from './html.ts';
import { pageWords } from './pageWords.ts';

export type Option = { readonly value: string; readonly label: string };
export type OptionGroup = { readonly group: string; readonly options: readonly Option[] };

export type SelectField = Field & {
  readonly options: readonly (Option | OptionGroup)[];
  readonly value?: string;
  /** The first, empty choice; `null` leaves it out when one choice is always made. */
  readonly empty?: string | null;
};

/** One choice of many; use `radioGroup` up to about six. */
export function selectField(field: SelectField): Html {
  const { options, value, empty = pageWords(field.language).choose } = field;
  const option = (choice: Option): Html =>
    html`<option${attributes({ value: choice.value, selected: choice.value === value })}>${choice.label}</option>`;
  const all = options.map((choice) =>
    'group' in choice
      ? html`<optgroup${attributes({ label: choice.group })}>${choice.options.map(option)}</optgroup>`
      : option(choice),
  );
  return fieldFrame(
    field,
    html`<select class="input"${fieldAttributes(field)}>${empty === null ? '' : option({ value: '', label: empty })}${all}</select>`,
  );
}
