import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { type ObjectRange, parseCode, parseObjectRange } from './accountCode.ts';
import { type Form, readFields } from './resourceFields.ts';

/** Which lines of a district's ledger belong where: every part that is given must fit. */
export type LedgerRuleTerms = {
  readonly resourceCode: string | null;
  readonly objects: ObjectRange | null;
  /** Stands in the description, whatever the capitals. */
  readonly holdsText: string | null;
  readonly sourceId: string | null;
  readonly flexibilityId: string | null;
  readonly engagementId: string | null;
};

type Context = {
  readonly sourceIds: readonly string[];
  readonly flexibilityIds: readonly string[];
  readonly engagementIds: readonly string[];
};

/** Reads a rule. It must narrow the lines by something, and say what they belong to. */
export function parseLedgerRule(form: Form, context: Context): Parsed<LedgerRuleTerms> {
  const fields = readFields(form);
  const { errors } = fields;
  const written = form.resourceCode?.trim() ?? '';
  const code = written === '' ? null : parseCode(written);
  if (code === undefined || code?.isFilled) errors.set('resourceCode', 'A resource code has four digits.');
  const objects = parseObjectRange(form.objects ?? '');
  if (objects === undefined) errors.set('objects', 'Write one object code, 5800, or a range, 5000-5999.');
  const holdsText = fields.optionalText('holdsText', 100);
  if (!written && !form.objects?.trim() && !holdsText)
    errors.set(
      'resourceCode',
      'Give a resource code, object codes or a text: a rule for every line is none.',
    );
  const chosen = (name: string, ids: readonly string[]) => {
    const text = form[name];
    const id = text ? ids.find((one) => one === text) : null;
    if (id === undefined) errors.set(name, 'Choose one of the list.');
    return id ?? null;
  };
  const sourceId = chosen('source', context.sourceIds);
  const flexibilityId = chosen('flexibility', context.flexibilityIds);
  const engagementId = chosen('engagement', context.engagementIds);
  if (!sourceId && !flexibilityId && !engagementId && errors.size === 0)
    errors.set(
      'source',
      'Choose what the lines belong to: a funding source, a flexibility, a piece of work.',
    );
  if (errors.size > 0 || code === undefined || objects === undefined) return { ok: false, errors };
  const belongs = { sourceId, flexibilityId, engagementId };
  return { ok: true, value: { resourceCode: code?.code ?? null, objects, holdsText, ...belongs } };
}
