import { attributes } from './attributes.ts';
import { type Field, fieldAttributes, fieldFrame } from './fieldFrame.ts';
import { type Html, html } from './html.ts';

export type TextArea = Field & {
  readonly value?: string;
  readonly rows?: number;
  readonly maxLength?: number;
};

/** Several lines to write in. */
export function textArea(field: TextArea): Html {
  const more = attributes({ rows: field.rows ?? 4, maxlength: field.maxLength });
  // A browser drops one line break after the tag; this one is ours, so that the first of the text stays.
  return fieldFrame(
    field,
    html`<textarea class="input"${fieldAttributes(field)}${more}>\n${field.value}</textarea>`,
  );
}
