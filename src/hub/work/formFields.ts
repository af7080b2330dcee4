import { parseDay } from './parseDay.ts';

type Form = Readonly<Record<string, string>>;
type Errors = Map<string, string>;

export const longestLine = 200;
export const longestWords = 1000;

/**
 * Reads the words of a field, null when there are none. `missing` is the sentence for a field that must not be empty; null for one that
 * may. A sentence is put at the field that is not right.
 */
export function readWords(form: Form, field: string, errors: Errors, missing: string | null): string | null {
  return read(form, field, errors, missing, longestWords);
}

/** Reads a single line, such as a title. */
export function readLine(form: Form, field: string, errors: Errors, missing: string | null): string | null {
  const line = read(form, field, errors, missing, longestLine);
  if (line !== null && /[\p{Cc}\p{Zl}\p{Zp}]/u.test(line)) {
    errors.set(field, 'Write it on one line, without control characters.');
    return null;
  }
  return line;
}

/** Reads a day; undefined when it is none, with the sentence at its field. */
export function readDay(form: Form, field: string, errors: Errors): string | undefined {
  const parsed = parseDay(form[field] ?? '');
  if (parsed.ok) return parsed.day;
  errors.set(field, parsed.message);
  return undefined;
}

function read(
  form: Form,
  field: string,
  errors: Errors,
  missing: string | null,
  longest: number,
): string | null {
  const text = form[field]?.trim() ?? '';
  if (text === '' && missing !== null) errors.set(field, missing);
  if (text.length > longest) {
    errors.set(field, `Keep this under ${longest.toLocaleString('en-US')} characters.`);
    return null;
  }
  return text || null;
}
