import { type Content, html } from '../../page/html.ts';
import { textField } from '../../page/textField.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';

/** A first and a last day beside each other. */
export function periodFields(
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
  labels = { first: 'From', last: 'Until' },
): Content {
  return html`<div class="field-row" role="group" aria-label="Period">${textField({
    id: 'fromDay',
    name: 'fromDay',
    label: labels.first,
    type: 'date',
    error: errors.get('fromDay'),
    value: written.fromDay,
  })}${textField({
    id: 'untilDay',
    name: 'untilDay',
    label: labels.last,
    type: 'date',
    error: errors.get('untilDay'),
    value: written.untilDay,
  })}</div>`;
}
