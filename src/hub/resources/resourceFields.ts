import { parseDay } from '../work/parseDay.ts';

export type Form = Readonly<Record<string, string>>;

export const longestName = 200;
export const longestWords = 1000;

/** Reads the fields of a form one by one and gathers a sentence for each that is not right. */
export type FieldReading = {
  readonly errors: Map<string, string>;
  /** Text that must stand; `''` with an error where it does not. */
  readonly text: (name: string, missing: string, longest?: number) => string;
  readonly optionalText: (name: string, longest?: number) => string | null;
  /** A day that must stand; `''` with an error where it does not. */
  readonly day: (name: string, missing: string) => string;
  readonly optionalDay: (name: string) => string | null;
};

export function readFields(form: Form): FieldReading {
  const errors = new Map<string, string>();
  const written = (name: string) => form[name]?.trim() ?? '';
  const bounded = (name: string, longest: number) => {
    const text = written(name);
    if (text.length > longest) errors.set(name, `Keep this under ${longest} characters.`);
    return text;
  };
  const day = (name: string, missing: string) => {
    if (written(name) === '') {
      errors.set(name, missing);
      return '';
    }
    const parsed = parseDay(written(name));
    if (!parsed.ok) errors.set(name, parsed.message);
    return parsed.ok ? parsed.day : '';
  };
  return {
    errors,
    text: (name, missing, longest = longestWords) => {
      const text = bounded(name, longest);
      if (!text) errors.set(name, missing);
      return text;
    },
    optionalText: (name, longest = longestWords) => bounded(name, longest) || null,
    day,
    optionalDay: (name) => (written(name) === '' ? null : day(name, '') || null),
  };
}

/** A first and a last day; an error at the last where it comes first. */
export function readPeriod(fields: FieldReading): { readonly fromDay: string; readonly untilDay: string } {
  const fromDay = fields.day('fromDay', 'Give the first day.');
  const untilDay = fields.day('untilDay', 'Give the last day.');
  if (fromDay && untilDay && untilDay < fromDay)
    fields.errors.set('untilDay', 'The last day lies before the first.');
  return { fromDay, untilDay };
}

/** The version a form was based on; 0 where it says none. */
export function readVersion(form: Form): number {
  return /^\d{1,6}$/.test(form.version ?? '') ? Number(form.version) : 0;
}
