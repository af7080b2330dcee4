import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { parsePositiveMoney } from './parseMoney.ts';
import { type Form, longestName, readFields, readPeriod } from './resourceFields.ts';
import { type AuthorityId, authorities, type DecisionId, decisions, findIn } from './resourceKinds.ts';
import { bothDistricts } from './sourceDraft.ts';

/** A flexibility as a person writes it down; no district is both. */
export type FlexibilityDraft = {
  readonly title: string;
  readonly districtId: string | null;
  readonly ruleWords: string;
  readonly ruleCitation: string;
  readonly authority: AuthorityId;
  readonly authorityWords: string | null;
  readonly decision: DecisionId;
  readonly requestedOn: string;
  readonly decidedOn: string | null;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly freedCents: number;
  readonly fromSourceId: string | null;
  readonly toSourceId: string | null;
  readonly useWords: string;
  readonly engagementIds: readonly string[];
  readonly benchmarkIds: readonly string[];
  /** Why it changes; null for a new one. */
  readonly reason: string | null;
};

type Context = {
  readonly own: string;
  readonly isChange: boolean;
  readonly today: string;
  readonly sourceIds: readonly string[];
  readonly engagementIds: readonly string[];
  readonly benchmarkIds: readonly string[];
};

/** Reads a flexibility: the rule, who may waive it, what was decided, and where the money goes. */
export function parseFlexibilityDraft(form: Form, context: Context): Parsed<FlexibilityDraft> {
  const fields = readFields(form);
  const { errors } = fields;
  const title = fields.text('title', 'Give it a short name.', longestName);
  if (form.district !== bothDistricts && form.district !== context.own)
    errors.set('district', 'Choose your district, or both.');
  const ruleWords = fields.text(
    'ruleWords',
    'Say in your own words what the rule asks and what is done instead.',
  );
  const ruleCitation = fields.text('ruleCitation', 'Cite the rule: its code and section.', longestName);
  const authority = findIn(authorities, form.authority);
  if (!authority) errors.set('authority', 'Choose who may let you do otherwise.');
  const authorityWords = fields.optionalText('authorityWords');
  if (authority === 'other' && !authorityWords && !errors.has('authorityWords'))
    errors.set('authorityWords', 'Say which authority it is.');
  const decision = findIn(decisions, form.decision);
  if (!decision) errors.set('decision', 'Choose how it was decided.');
  const days = readDays(form, decision, context.today, fields);
  const money = parsePositiveMoney(form.freed ?? '');
  if (!money.ok) errors.set('freed', money.message);
  const fromSourceId = optionOf(form.fromSource, context.sourceIds);
  const toSourceId = optionOf(form.toSource, context.sourceIds);
  if (fromSourceId === undefined) errors.set('fromSource', 'Choose a funding source of the list.');
  if (toSourceId === undefined) errors.set('toSource', 'Choose a funding source of the list.');
  if (fromSourceId && fromSourceId === toSourceId)
    errors.set('toSource', 'Money that moves comes from one source and goes to another.');
  const useWords = fields.text('useWords', 'Say what the money is used for.');
  const reason = context.isChange ? fields.text('reason', 'Say why it changes: the partner reads it.') : null;
  if (errors.size > 0 || !authority || !decision || !money.ok) return { ok: false, errors };
  if (fromSourceId === undefined || toSourceId === undefined) return { ok: false, errors };
  const ticked = (prefix: string, ids: readonly string[]) =>
    ids.filter((id) => form[`${prefix}${id}`] === id);
  return {
    ok: true,
    value: {
      title,
      districtId: form.district === bothDistricts ? null : context.own,
      ruleWords,
      ruleCitation,
      authority,
      authorityWords,
      decision,
      ...days,
      freedCents: money.cents,
      fromSourceId,
      toSourceId,
      useWords,
      engagementIds: ticked('engagement-', context.engagementIds),
      benchmarkIds: ticked('benchmark-', context.benchmarkIds),
      reason,
    },
  };
}

function readDays(
  form: Form,
  decision: DecisionId | undefined,
  today: string,
  fields: ReturnType<typeof readFields>,
) {
  const { errors } = fields;
  const requestedOn = fields.day('requestedOn', 'Give the day it was asked for, or on which the law began.');
  const isDecided = decision !== undefined && decision !== 'requested';
  const decidedOn = isDecided ? fields.day('decidedOn', 'Give the day of the decision.') : null;
  if (decision === 'requested' && form.decidedOn?.trim())
    errors.set('decidedOn', 'It is not decided: leave this empty, or choose the decision.');
  if (requestedOn > today) errors.set('requestedOn', 'This day lies ahead.');
  if (decidedOn && decidedOn > today) errors.set('decidedOn', 'This day lies ahead: it is not decided yet.');
  if (decidedOn && requestedOn && decidedOn < requestedOn)
    errors.set('decidedOn', 'It cannot be decided before it was asked for.');
  return { requestedOn, decidedOn, ...readPeriod(fields) };
}

/** Null where nothing is chosen, undefined where something is that is not on the list. */
function optionOf(text: string | undefined, ids: readonly string[]): string | null | undefined {
  return text ? ids.find((id) => id === text) : null;
}
