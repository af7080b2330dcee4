import { type Html, html } from './html.ts';
import { selectField } from './selectField.ts';
import { textArea } from './textArea.ts';

type ReasonFields = {
  readonly label: string;
  /** The closed list, each by its id and name. */
  readonly reasons: readonly { readonly id: string; readonly name: string }[];
  readonly optional?: boolean;
  readonly written: Readonly<Record<string, string>>;
  readonly errors: ReadonlyMap<string, string>;
};

/** Why somebody did something: a reason of a closed list (`reason`), and their own words beside it (`words`). */
export function reasonFields({ label, reasons, optional, written, errors }: ReasonFields): Html {
  return html`${selectField({
    id: 'reason',
    name: 'reason',
    label,
    ...(optional ? { optional } : {}),
    error: errors.get('reason'),
    value: written.reason,
    options: reasons.map(({ id, name }) => ({ value: id, label: name })),
  })}${textArea({
    id: 'words',
    name: 'words',
    label: 'In your own words',
    optional: true,
    rows: 2,
    error: errors.get('words'),
    value: written.words,
  })}`;
}
