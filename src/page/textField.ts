import { attributes } from './attributes.ts';
import { type Field, fieldAttributes, fieldFrame } from './fieldFrame.ts';
import { type Html, html } from './html.ts';

export type TextField = Field & {
  /** `number` is text with a number pad: browsers lose what they cannot read as a number. */
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'number' | 'date' | 'time';
  readonly value?: string;
  readonly autocomplete?: string;
  readonly maxLength?: number;
  /** Earliest and latest date or time. */
  readonly min?: string;
  readonly max?: string;
  /** After the box: `students`, `points a year`. */
  readonly unit?: string;
  readonly width?: 'short' | 'medium' | 'full';
};

/** A line to write in. */
export function textField(field: TextField): Html {
  const { type = 'text', value, autocomplete, maxLength, min, max, unit } = field;
  const short = type === 'number' || type === 'date' || type === 'time';
  const width = field.width ?? (short ? 'short' : 'full');
  const more = attributes({
    type: type === 'number' ? 'text' : type,
    inputmode: type === 'number' ? 'decimal' : undefined,
    value,
    autocomplete,
    maxlength: maxLength,
    min,
    max,
  });
  const control = html`<input class="${`input input-${width}`}"${fieldAttributes(field)}${more}>`;
  return fieldFrame(
    field,
    unit ? html`<span class="with-unit">${control}<span>${unit}</span></span>` : control,
  );
}
