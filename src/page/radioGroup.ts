import { attributes } from './attributes.ts';
import { type Field, fieldNotes, optionalMark } from './fieldFrame.ts';
import { type Content, type Html, html } from './html.ts';

export type Choice = {
  readonly value: string;
  readonly label: string;
  readonly hint?: Content;
  /** Of a tick box that is sent under a name of its own. */
  readonly name?: string;
};

export type RadioGroup = Field & { readonly choices: readonly Choice[]; readonly value?: string };

/** The id of a group's choice; the first has the group's own id, so that an error leads there. */
export function choiceId(group: string, index: number): string {
  return index === 0 ? group : `${group}-${index + 1}`;
}

/** The frame of several choices under one question. */
export function choiceFrame(field: Field, choices: Html): Html {
  const described = [field.hint ? `${field.id}-hint` : '', field.error ? `${field.id}-error` : '']
    .filter(Boolean)
    .join(' ');
  return html`<fieldset class="${field.error ? 'field field-wrong' : 'field'}"${attributes({ 'aria-describedby': described || undefined })}><legend>${field.label}${optionalMark(field)}</legend>${fieldNotes(field)}${choices}</fieldset>`;
}

/** One choice of a few, all of them in sight. */
export function radioGroup(field: RadioGroup): Html {
  const choices = field.choices.map((choice, index) => {
    const id = choiceId(field.id, index);
    const more = attributes({
      id,
      name: field.name,
      value: choice.value,
      checked: choice.value === field.value,
      required: !field.optional,
      'aria-describedby': choice.hint ? `${id}-about` : undefined,
    });
    return html`<div class="choice"><input type="radio"${more}><label for="${id}">${choice.label}</label>${
      choice.hint ? html`<p class="hint" id="${`${id}-about`}">${choice.hint}</p>` : ''
    }</div>`;
  });
  return choiceFrame(field, html`${choices}`);
}
