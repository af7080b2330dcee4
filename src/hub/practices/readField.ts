type Form = Readonly<Record<string, string>>;

type Wanted = {
  readonly form: Form;
  readonly errors: Map<string, string>;
  readonly name: string;
  readonly longest: number;
  /** The sentence when nothing is written; without it the field may stay empty. */
  readonly empty?: string;
};

/** The trimmed text of a field, or null with its error noted or where it may be empty. */
export function readField({ form, errors, name, longest, empty }: Wanted): string | null {
  const text = form[name]?.trim() ?? '';
  if (text === '' && empty) errors.set(name, empty);
  if (text.length > longest) errors.set(name, `Keep this under ${longest} characters.`);
  return text === '' || text.length > longest ? null : text;
}

/** A web address of a field, or null. */
export function readLink(form: Form, errors: Map<string, string>, name: string): string | null {
  const text = readField({ form, errors, name, longest: 500 });
  if (text === null || (/^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text))) return text;
  errors.set(name, 'Write the whole address, beginning with https://.');
  return null;
}

/** A whole number of a field from 0 to a billion, with or without commas; null when nothing is written. */
export function readCount(form: Form, errors: Map<string, string>, name: string): number | null {
  const text = form[name]?.trim() ?? '';
  if (text === '') return null;
  const digits = text.replaceAll(',', '');
  if (/^\d{1,9}$/.test(digits)) return Number(digits);
  errors.set(name, 'Write a whole number, such as 1,250, or leave it empty.');
  return null;
}

/** Those of a list whose box is ticked; a box of the list `grade` has the name `grade-6-8`. */
export function readTicked<Id extends string>(
  form: Form,
  list: readonly { readonly id: Id }[],
  prefix: string,
): Id[] {
  return list.map(({ id }) => id).filter((id) => form[tickName(prefix, id)] !== undefined);
}

/** The name of a box of a list. */
export function tickName(prefix: string, id: string): string {
  return `${prefix}-${id.replaceAll(' ', '-')}`;
}
