import { attributes } from './attributes.ts';
import { type Field, fieldAttributes, fieldFrame } from './fieldFrame.ts';
import { type Html, html } from './html.ts';

export type FileField = Field & { readonly accept?: string; readonly multiple?: boolean };

/** A file to hand in; its form is `multipart`. */
export function fileField(field: FileField): Html {
  const more = attributes({ accept: field.accept, multiple: field.multiple });
  return fieldFrame(field, html`<input class="input" type="file"${fieldAttributes(field)}${more}>`);
}
