import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { parsePositiveMoney } from './parseMoney.ts';
import { type Form, longestName, readFields } from './resourceFields.ts';
import { findIn, type InKindKindId, inKindKinds } from './resourceKinds.ts';

/** What a district gave that is neither money nor hours; no value is: not valued. */
export type InKindDraft = {
  readonly kind: InKindKindId;
  readonly day: string;
  readonly description: string;
  readonly valueCents: number | null;
  readonly engagementId: string | null;
};

export function parseInKindDraft(
  form: Form,
  { engagementIds, today }: { readonly engagementIds: readonly string[]; readonly today: string },
): Parsed<InKindDraft> {
  const fields = readFields(form);
  const { errors } = fields;
  const kind = findIn(inKindKinds, form.kind);
  if (!kind) errors.set('kind', 'Choose what was given.');
  const description = fields.text('description', 'Say what was given.', longestName);
  const day = fields.day('day', 'Give the day.');
  if (day > today) errors.set('day', 'This day lies ahead: write it down once it was given.');
  const value = form.value?.trim() ? parsePositiveMoney(form.value) : null;
  if (value && !value.ok) errors.set('value', value.message);
  const engagementId = form.engagement ? engagementIds.find((id) => id === form.engagement) : null;
  if (engagementId === undefined) errors.set('engagement', 'Choose one of the list.');
  if (errors.size > 0 || !kind || engagementId === undefined) return { ok: false, errors };
  return {
    ok: true,
    value: { kind, day, description, valueCents: value?.ok ? value.cents : null, engagementId },
  };
}

/** What an hour of a district's people is worth in its own account; none is: not valued. */
export type HourRateDraft = { readonly centsPerHour: number | null; readonly reason: string };

const mostPerHour = 1_000_00;

export function parseHourRate(form: Form): Parsed<HourRateDraft> {
  const fields = readFields(form);
  const { errors } = fields;
  const rate = form.rate?.trim() ? parsePositiveMoney(form.rate) : null;
  if (rate && !rate.ok) errors.set('rate', rate.message);
  if (rate?.ok && rate.cents > mostPerHour)
    errors.set('rate', 'More than $1,000 an hour is no rate: look at it again.');
  const reason = fields.text('reason', 'Say how the rate is made, or why hours are not valued.');
  if (errors.size > 0) return { ok: false, errors };
  return { ok: true, value: { centsPerHour: rate?.ok ? rate.cents : null, reason } };
}
