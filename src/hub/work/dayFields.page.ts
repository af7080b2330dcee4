import { type Content, html } from '../../page/html.ts';
import { textField } from '../../page/textField.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';

/** From when to when. */
export function dayFields(written: Readonly<Record<string, string>>, errors: FieldErrors): Content {
  return html`<div class="field-row">${textField({
    id: 'startsOn',
    name: 'startsOn',
    label: 'Begins on',
    type: 'date',
    error: errors.get('startsOn'),
    value: written.startsOn,
  })}${textField({
    id: 'endsOn',
    name: 'endsOn',
    label: 'Planned end',
    type: 'date',
    error: errors.get('endsOn'),
    value: written.endsOn,
  })}</div>`;
}
