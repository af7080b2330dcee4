import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { readDay, readLine, readWords } from './formFields.ts';
import { parsePositiveMoney } from '../resources/parseMoney.ts';

/** What an external partner gives: an amount in cents or something in kind, never both. */
export type SecuredDraft = {
  readonly partnerId: string;
  readonly what: string;
  readonly amountCents: number | null;
  readonly inKind: string | null;
  readonly securedOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly words: string | null;
};

/** Reads what was secured. It is written down once it is certain: on a day that does not lie ahead of `today`. */
export function parseSecured(
  form: Readonly<Record<string, string>>,
  { partnerIds, today }: { readonly partnerIds: readonly string[]; readonly today: string },
): Parsed<SecuredDraft> {
  const errors = new Map<string, string>();
  const partnerId = partnerIds.find((id) => id === form.partner);
  if (!partnerId) errors.set('partner', 'Choose which partner gives it.');
  const what = readLine(form, 'what', errors, 'Say what is given, in a few words.');
  const inKind = readLine(form, 'inKind', errors, null);
  const written = form.amount?.trim() ?? '';
  const amount = written ? parsePositiveMoney(written) : null;
  if (amount && !amount.ok) errors.set('amount', amount.message);
  if (!written && !inKind) errors.set('amount', 'Give the amount, or say below what is given in kind.');
  if (written && inKind) errors.set('inKind', 'Either money or in kind: write two entries for both.');
  const securedOn = readDay(form, 'securedOn', errors);
  if (securedOn && securedOn > today)
    errors.set('securedOn', 'This day lies ahead: write it down once it is certain.');
  const startsOn = readDay(form, 'startsOn', errors);
  const endsOn = readDay(form, 'endsOn', errors);
  if (startsOn && endsOn && endsOn < startsOn) errors.set('endsOn', 'It ends before it begins.');
  const words = readWords(form, 'words', errors, null);
  if (errors.size > 0 || !partnerId || !what || !securedOn || !startsOn || !endsOn)
    return { ok: false, errors };
  const amountCents = amount?.ok ? amount.cents : null;
  return { ok: true, value: { partnerId, what, amountCents, inKind, securedOn, startsOn, endsOn, words } };
}
