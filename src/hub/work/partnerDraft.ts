import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { parseEmailAddress } from '../people/emailAddress.ts';
import { readLine, readWords } from './formFields.ts';
import { type PartnerKindId, partnerKinds } from './partnerKinds.ts';

/** What the register says of an external partner. */
export type PartnerDraft = {
  readonly name: string;
  readonly kind: PartnerKindId;
  readonly contact: { readonly name: string; readonly email: string } | null;
  readonly words: string | null;
};

/** Reads an external partner; its contact has both a name and a mail address, or is left out. */
export function parsePartner(form: Readonly<Record<string, string>>): Parsed<PartnerDraft> {
  const errors = new Map<string, string>();
  const name = readLine(form, 'name', errors, 'Give the partner’s name.');
  const kind = partnerKinds.find(({ id }) => id === form.kind)?.id;
  if (!kind) errors.set('kind', 'Choose what kind of organisation it is.');
  const contactName = readLine(form, 'contactName', errors, null);
  const written = form.contactEmail?.trim() ?? '';
  const email = written ? parseEmailAddress(written) : undefined;
  if (written && !email) errors.set('contactEmail', 'Give a mail address such as name@foundation.org.');
  else if (contactName && !email) errors.set('contactEmail', 'Give the mail address of this person, too.');
  if (email && !contactName) errors.set('contactName', 'Say whose mail address this is.');
  const words = readWords(form, 'words', errors, null);
  if (errors.size > 0 || !name || !kind) return { ok: false, errors };
  return {
    ok: true,
    value: { name, kind, contact: contactName && email ? { name: contactName, email } : null, words },
  };
}
