import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { readDay, readLine, readWords } from './formFields.ts';
import { type PilotResultId, pilotResults } from './pilotResults.ts';

type Form = Readonly<Record<string, string>>;

/** A new version of a product: what is new in it, and where it lies. */
export type ProductDraft = { readonly words: string; readonly place: string | null };

/** The version a district uses, and how it has adapted it. */
export type UseDraft = { readonly version: number; readonly adaptation: string | null };

export type PilotDraft = {
  readonly name: string;
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
};

export type PilotResultDraft = { readonly result: PilotResultId; readonly words: string };

export function parseProduct(form: Form): Parsed<ProductDraft> {
  const errors = new Map<string, string>();
  const words = readWords(form, 'words', errors, 'Say what is new in this version.');
  const place = readLine(form, 'place', errors, null);
  return errors.size > 0 || !words ? { ok: false, errors } : { ok: true, value: { words, place } };
}

/** Reads which version is used; `newest` is the newest there is. */
export function parseUse(form: Form, newest: number): Parsed<UseDraft> {
  const errors = new Map<string, string>();
  const version = /^\d{1,4}$/.test(form.uses ?? '') ? Number(form.uses) : 0;
  if (version < 1 || version > newest) errors.set('uses', 'Choose the version that your district uses.');
  const adaptation = readWords(form, 'adaptation', errors, null);
  return errors.size > 0 ? { ok: false, errors } : { ok: true, value: { version, adaptation } };
}

export function parsePilot(form: Form): Parsed<PilotDraft> {
  const errors = new Map<string, string>();
  const name = readLine(form, 'name', errors, 'Give the pilot a name.');
  const place = readLine(form, 'place', errors, 'Say where: the school, or how many classrooms.');
  const startsOn = readDay(form, 'startsOn', errors);
  const endsOn = readDay(form, 'endsOn', errors);
  if (startsOn && endsOn && endsOn < startsOn) errors.set('endsOn', 'The pilot ends before it begins.');
  if (errors.size > 0 || !name || !place || !startsOn || !endsOn) return { ok: false, errors };
  return { ok: true, value: { name, place, startsOn, endsOn } };
}

export function parsePilotResult(form: Form): Parsed<PilotResultDraft> {
  const errors = new Map<string, string>();
  const result = pilotResults.find(({ id }) => id === form.result)?.id;
  if (!result) errors.set('result', 'Choose what came of it.');
  const words = readWords(form, 'words', errors, 'Say in a sentence what you saw.');
  return errors.size > 0 || !result || !words
    ? { ok: false, errors }
    : { ok: true, value: { result, words } };
}
