import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { readLine, readWords } from '../work/formFields.ts';
import { type ActReasonId, actReasons, findListed, type WayDoneId, waysDone } from './cycleLists.ts';

type Form = Readonly<Record<string, string>>;
type Errors = Map<string, string>;

/** What a quick log says: the steps up to the last that was filled in. */
export type LogDraft = {
  readonly did: { readonly done: WayDoneId; readonly words: string | null };
  readonly studied: {
    readonly learned: string;
    readonly counted: string | null;
    readonly count: { readonly numerator: number; readonly n: number } | null;
  } | null;
  readonly acted: { readonly reason: ActReasonId } | null;
};

/**
 * Reads the quick log: at most six inputs, of which only the first is always needed. Learning needs words; an act needs what was learned,
 * so that nothing is adopted or abandoned without saying why.
 */
export function parseLogDraft(form: Form): Parsed<LogDraft> {
  const errors: Errors = new Map();
  const done = findListed(waysDone, form.done);
  if (!done) errors.set('done', 'Say whether it was done as planned.');
  const different = readWords(form, 'different', errors, null);
  if (done && done !== 'as planned' && different === null)
    errors.set('different', 'Say what was different: the other district learns from it.');
  const counted = readLine(form, 'counted', errors, null);
  const count = readCount(form, errors);
  const learned = readWords(form, 'learned', errors, null);
  const reason = form.act ? findListed(actReasons, form.act) : null;
  if (reason === undefined) errors.set('act', 'Choose what follows and why.');
  if (learned === null && (reason || count || counted !== null) && !errors.has('learned'))
    errors.set('learned', 'Say in a sentence what you learned.');
  if (errors.size > 0 || !done) return { ok: false, errors };
  return {
    ok: true,
    value: {
      did: { done, words: different },
      studied: learned === null ? null : { learned, counted, count },
      acted: reason ? { reason } : null,
    },
  };
}

/** `18 of 24`: two whole numbers in one field, as people write them. */
function readCount(form: Form, errors: Errors): { readonly numerator: number; readonly n: number } | null {
  const written = (form.count ?? '').trim();
  if (written === '') return null;
  const match = /^(\d{1,6})\s*(?:of|out of|\/)\s*(\d{1,6})$/i.exec(written);
  const [numerator, n] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || n === 0) {
    errors.set('count', 'Write how many of how many students, like 18 of 24.');
    return null;
  }
  if (numerator > n) {
    errors.set('count', `${numerator} of ${n} cannot be: the first number counts some of the second.`);
    return null;
  }
  return { numerator, n };
}
