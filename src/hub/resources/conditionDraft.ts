import type { Parsed, YearValue } from '../benchmarks/benchmarkDraft.ts';
import { parseObjectRange } from './accountCode.ts';
import type { ConditionTerms } from './condition.ts';
import { parsePositiveMoney } from './parseMoney.ts';
import { type FieldReading, type Form, readFields } from './resourceFields.ts';
import { conditionKinds, findIn } from './resourceKinds.ts';

/** One target of a district on a benchmark: what a condition may ask for. */
export type TargetChoice = {
  readonly key: string;
  readonly benchmarkId: string;
  readonly districtId: string;
  readonly baseline: YearValue;
  readonly target: YearValue;
};

type Context = {
  readonly targets: readonly TargetChoice[];
  readonly engagementIds: readonly string[];
  /** First day of the flexibility or funding source: spending counts from it. */
  readonly fromDay: string;
};

export type ConditionDraft = { readonly terms: ConditionTerms; readonly words: string | null };

/** Reads a condition. A target is taken over as it stands now and stays in the condition. */
export function parseConditionDraft(form: Form, context: Context): Parsed<ConditionDraft> {
  const fields = readFields(form);
  const { errors } = fields;
  const kind = findIn(conditionKinds, form.kind);
  const dueOn = fields.day('dueOn', 'Give the day by which it must be so.');
  const words = fields.optionalText('words');
  if (!kind) errors.set('kind', 'Choose what the condition asks for.');
  if (!kind) return { ok: false, errors };
  const terms = readTerms(kind, dueOn, form, context, fields);
  return errors.size > 0 || !terms ? { ok: false, errors } : { ok: true, value: { terms, words } };
}

function readTerms(
  kind: ConditionTerms['kind'],
  dueOn: string,
  form: Form,
  context: Context,
  { errors }: FieldReading,
): ConditionTerms | undefined {
  if (kind === 'report sent') return { kind, dueOn };
  if (kind === 'target reached' || kind === 'pace on track') {
    const choice = context.targets.find(({ key }) => key === form.target);
    if (!choice) {
      errors.set('target', 'Choose the target of a district that the condition is about.');
      return undefined;
    }
    const { benchmarkId, districtId, baseline, target } = choice;
    const written = form.schoolYear?.trim() ?? '';
    const schoolYear = kind === 'target reached' || written === '' ? target.year : Number(written);
    if (!(Number.isInteger(schoolYear) && schoolYear > baseline.year && schoolYear <= target.year))
      errors.set('schoolYear', 'Choose a school year after the baseline and up to the year of the target.');
    return { kind, dueOn, benchmarkId, districtId, schoolYear, baseline, target };
  }
  const amount = parsePositiveMoney(form.amount ?? '');
  if (!amount.ok) errors.set('amount', amount.message);
  const objects = parseObjectRange(form.objects ?? '');
  if (objects === undefined) errors.set('objects', 'Write one object code, 5800, or a range, 5000-5999.');
  const engagementId = form.engagement ? context.engagementIds.find((id) => id === form.engagement) : null;
  if (engagementId === undefined) errors.set('engagement', 'Choose one of the list.');
  if (dueOn && dueOn <= context.fromDay) errors.set('dueOn', 'This day lies before the money begins.');
  if (!amount.ok || objects === undefined || engagementId === undefined) return undefined;
  return { kind, dueOn, amountCents: amount.cents, engagementId, objects };
}

/** What happens to a condition, read from a form. */
export type StepDraft =
  | { readonly step: 'sent'; readonly sentOn: string; readonly reason: string }
  | { readonly step: 'dropped'; readonly reason: string };

export function parseConditionStep(
  form: Form,
  { kind, today }: { readonly kind: ConditionTerms['kind']; readonly today: string },
): Parsed<StepDraft> {
  const fields = readFields(form);
  const { errors } = fields;
  if (form.step === 'sent' && kind === 'report sent') {
    const sentOn = fields.day('sentOn', 'Give the day it was sent.');
    if (sentOn > today) errors.set('sentOn', 'This day lies ahead: record it once it is sent.');
    const reason = fields.text('reason', 'Say to whom it was sent, and how.');
    return errors.size > 0 ? { ok: false, errors } : { ok: true, value: { step: 'sent', sentOn, reason } };
  }
  if (form.step !== 'dropped') errors.set('step', 'Choose what happened.');
  const reason = fields.text('reason', 'Say why it no longer applies: the partner reads it.');
  return errors.size > 0 ? { ok: false, errors } : { ok: true, value: { step: 'dropped', reason } };
}
