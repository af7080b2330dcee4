import { attributes } from './attributes.ts';
import type { Field } from './fieldFrame.ts';
import { type Html, html } from './html.ts';
import { type Choice, choiceFrame, choiceId } from './radioGroup.ts';

export type CheckboxGroup = Omit<Field, 'optional'> & {
  readonly choices: readonly Choice[];
  readonly values?: readonly string[];
};

/** Any number of a few choices; each ticked one is sent under the same name, or its own. One choice makes a yes-or-no. */
export function checkboxGroup(field: CheckboxGroup): Html {
  const chosen = new Set(field.values);
  const choices = field.choices.map((choice, index) => {
    const id = choiceId(field.id, index);
    const more = attributes({
      id,
      name: choice.name ?? field.name,
      value: choice.value,
      checked: chosen.has(choice.value),
      'aria-describedby': choice.hint ? `${id}-about` : undefined,
    });
    return html`<div class="choice"><input type="checkbox"${more}><label for="${id}">${choice.label}</label>${
      choice.hint ? html`<p class="hint" id="${`${id}-about`}">${choice.hint}</p>` : ''
    }</div>`;
  });
  return choiceFrame(field, html`${choices}`);
}
