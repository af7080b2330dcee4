import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { type OfferStanding, isFree, nextFreeTerm, type Wanted } from './capacityLeft.ts';
import { longestWords } from './needDraft.ts';
import { parseTermKey, type Term, termKey, termName } from './term.ts';

/** What is asked of the other district, in which term, with the asker's own words. */
export type AskDraft = { readonly term: Term; readonly wanted: Wanted; readonly words: string };

type AskContext = {
  /** Short name of the district that is asked. */
  readonly asked: string;
  /** Its offers in the need's focus area. */
  readonly offers: readonly OfferStanding[];
  /** Calendar date. */
  readonly today: string;
};

/** Reads an ask. What is not free any more is refused with the next term in which it is. */
export function parseAskDraft(
  form: Readonly<Record<string, string>>,
  { asked, offers, today }: AskContext,
): Parsed<AskDraft> {
  const errors = new Map<string, string>();
  const wanted = readWanted(form, errors);
  const term = parseTermKey(form.term ?? '');
  const offer = term && offers.find((one) => termKey(one.term) === termKey(term));
  if (!offer) errors.set('term', 'Choose a term in which the district offers help.');
  else if (wanted && !isFree(offer, wanted, today))
    errors.set('term', nothingFree(asked, offer.term, wanted, nextFreeTerm(offers, wanted, today)));
  const words = form.words?.trim() ?? '';
  if (!words) errors.set('words', 'Say what you would like to see or ask: it goes into the mail.');
  else if (words.length > longestWords) errors.set('words', `Keep this under ${longestWords} characters.`);
  if (errors.size > 0 || !wanted || !offer) return { ok: false, errors };
  return { ok: true, value: { term: offer.term, wanted, words } };
}

/** Why what is wanted cannot be had in a term, and when it can be. */
export function nothingFree(asked: string, term: Term, wanted: Wanted, next: Term | undefined): string {
  const what =
    wanted.kind === 'visit'
      ? 'no visit'
      : `no ${wanted.hours} ${wanted.hours === 1 ? 'hour' : 'hours'} for calls`;
  const nothing = `${asked} has ${what} left in ${termName(term)}.`;
  return next
    ? `${nothing} The next free term is ${termName(next)}.`
    : `${nothing} No other term has any: ask their coordinator to offer one.`;
}

function readWanted(form: Readonly<Record<string, string>>, errors: Map<string, string>): Wanted | undefined {
  if (form.kind === 'visit') return { kind: 'visit' };
  if (form.kind !== 'call') {
    errors.set('kind', 'Choose a visit or a call.');
    return undefined;
  }
  const hours = /^\d{1,2}$/.test(form.hours?.trim() ?? '') ? Number(form.hours) : 0;
  if (hours >= 1 && hours <= 40) return { kind: 'call', hours };
  errors.set('hours', 'Say how many hours the call takes, from 1 to 40.');
  return undefined;
}
