import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { parseCode } from './accountCode.ts';
import { parsePositiveMoney } from './parseMoney.ts';
import { type Form, longestName, readFields, readPeriod } from './resourceFields.ts';
import { findIn, type SourceKindId, sourceKinds } from './resourceKinds.ts';

/** A funding source as a person writes it down; no district is both. */
export type SourceDraft = {
  readonly name: string;
  readonly kind: SourceKindId;
  readonly districtId: string | null;
  readonly resourceCode: string | null;
  readonly restricted: boolean;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly amountCents: number;
  readonly words: string | null;
  /** Why it changes; null for a new one. */
  readonly reason: string | null;
};

export const bothDistricts = 'both';

/** Reads a funding source. `own` is the district of who fills it in: it is theirs or both districts'. */
export function parseSourceDraft(
  form: Form,
  { own, isChange }: { readonly own: string; readonly isChange: boolean },
): Parsed<SourceDraft> {
  const fields = readFields(form);
  const { errors } = fields;
  const name = fields.text('name', 'Give it the name by which people of the district know it.', longestName);
  const kind = findIn(sourceKinds, form.kind);
  if (!kind) errors.set('kind', 'Choose where the money comes from.');
  const districtId = form.district === bothDistricts ? null : own;
  if (form.district !== bothDistricts && form.district !== own)
    errors.set('district', 'Choose your district, or both.');
  const written = form.resourceCode?.trim() ?? '';
  const code = written === '' ? null : parseCode(written);
  if (code === undefined || code?.isFilled)
    errors.set(
      'resourceCode',
      'A resource code has four digits, like 0100 or 7810. Leave it empty if unknown.',
    );
  if (form.restricted !== 'yes' && form.restricted !== 'no')
    errors.set('restricted', 'Say whether it is restricted to a purpose.');
  const period = readPeriod(fields);
  const amount = parsePositiveMoney(form.amount ?? '');
  if (!amount.ok) errors.set('amount', amount.message);
  const words = fields.optionalText('words');
  const reason = isChange ? fields.text('reason', 'Say why it changes: the partner reads it.') : null;
  if (errors.size > 0 || !kind || !amount.ok || code === undefined) return { ok: false, errors };
  const rest = { resourceCode: code?.code ?? null, restricted: form.restricted === 'yes', words, reason };
  return { ok: true, value: { name, kind, districtId, ...period, amountCents: amount.cents, ...rest } };
}
