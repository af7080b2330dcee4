import { type FocusAreaId, focusAreas } from '../../vocabulary/partnership.ts';
import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { findReason } from '../needs/needReasons.ts';
import { parseDay } from '../work/parseDay.ts';
import { type DisputeReasonId, disputeReasons, type HourKindId, hourKinds } from './hourKinds.ts';

type Form = Readonly<Record<string, string>>;

/** How much was spent on what, on which day. */
export type HoursAmount = {
  readonly day: string;
  readonly quarterHours: number;
  readonly kind: HourKindId;
  readonly words: string | null;
};

/** Hours as a person wrote them down. `isGiven`: by the own district; otherwise it received them. */
export type HoursDraft = HoursAmount & {
  readonly isGiven: boolean;
  readonly partnerId: string;
  readonly focusArea: FocusAreaId;
  readonly engagementId: string | null;
  readonly contactId: string | null;
  readonly askId: string | null;
};

export type HoursContext = {
  /** Calendar date. */
  readonly today: string;
  readonly partnerIds: readonly string[];
  /** The focus area of an engagement stands for the hours' own. */
  readonly engagements: readonly { readonly id: string; readonly focusArea: FocusAreaId }[];
  readonly contactIds: readonly string[];
  readonly askIds: readonly string[];
};

/** Nobody spends more on one entry. */
export const mostHours = 200;
const longestWords = 500;

/** Reads hours, or says field by field what is not right. */
export function parseHoursDraft(form: Form, context: HoursContext): Parsed<HoursDraft> {
  const errors = new Map<string, string>();
  const amount = readAmount(form, context.today, errors);
  if (form.side !== 'gave' && form.side !== 'got')
    errors.set('side', 'Say whether your district gave or got them.');
  const partnerId =
    context.partnerIds.length === 1
      ? context.partnerIds[0]
      : context.partnerIds.find((id) => id === form.partner);
  if (!partnerId) errors.set('partner', 'Choose the other district.');
  const engagement = context.engagements.find(({ id }) => id === form.engagement);
  if (form.engagement && !engagement) errors.set('engagement', 'There is no such engagement any more.');
  const focusArea = engagement?.focusArea ?? focusAreas.find(({ id }) => id === form.focusArea)?.id;
  if (!focusArea) errors.set('focusArea', 'Choose an engagement, or the focus area they belong to.');
  const contactId = readId(form, 'contact', context.contactIds, errors);
  const askId = readId(form, 'ask', context.askIds, errors);
  if (errors.size > 0 || !amount || !focusArea || !partnerId) return { ok: false, errors };
  const isGiven = form.side === 'gave';
  const about = { partnerId, focusArea, engagementId: engagement?.id ?? null, contactId, askId };
  return { ok: true, value: { ...amount, isGiven, ...about } };
}

/** Reads a correction of hours: day, amount and kind, with a word to the partner. */
export function parseHoursAmount(form: Form, today: string): Parsed<HoursAmount> {
  const errors = new Map<string, string>();
  const amount = readAmount(form, today, errors);
  return amount && errors.size === 0 ? { ok: true, value: amount } : { ok: false, errors };
}

/** What a district answers to hours that the other entered. */
export type HoursAnswer =
  | { readonly state: 'confirmed'; readonly words: string | null }
  | { readonly state: 'disputed'; readonly reason: DisputeReasonId; readonly words: string };

export function parseHoursAnswer(form: Form): Parsed<HoursAnswer> {
  const errors = new Map<string, string>();
  const words = readWords(form, errors);
  if (form.answer === 'confirmed')
    return errors.size > 0 ? { ok: false, errors } : { ok: true, value: { state: 'confirmed', words } };
  if (form.answer !== 'disputed') errors.set('answer', 'Say whether the hours are right.');
  const reason = findReason(disputeReasons, form.reason);
  if (!reason) errors.set('reason', 'Choose what is not right with them.');
  if (!words) errors.set('words', 'Say in a sentence what is not right: the partner corrects it by that.');
  if (errors.size > 0 || !reason || !words) return { ok: false, errors };
  return { ok: true, value: { state: 'disputed', reason, words } };
}

/** Reads a number of hours in quarters: `3`, `1.5`, `1:30`, `0,25`. Undefined with a sentence when it is none. */
export function readQuarterHours(
  text: string | undefined,
  field: string,
  errors: Map<string, string>,
): number | undefined {
  const written = text?.trim() ?? '';
  const clock = /^(\d{1,3}):(00|15|30|45)$/.exec(written);
  const decimal =
    /^\d{0,3}([.,]\d{1,2})?$/.test(written) && written !== '' ? written.replace(',', '.') : undefined;
  const quarters = clock
    ? Number(clock[1]) * 4 + Number(clock[2]) / 15
    : decimal === undefined
      ? Number.NaN
      : Number(decimal) * 4;
  if (!Number.isInteger(quarters)) errors.set(field, 'Write hours in quarters, such as 3, 1.5 or 0.25.');
  else if (quarters < 1) errors.set(field, 'Write at least a quarter of an hour: 0.25.');
  else if (quarters > mostHours * 4)
    errors.set(field, `That is more than ${mostHours} hours: enter it by day.`);
  else return quarters;
  return undefined;
}

function readAmount(form: Form, today: string, errors: Map<string, string>): HoursAmount | undefined {
  const day = parseDay(form.day ?? '');
  if (!day.ok) errors.set('day', day.message);
  else if (day.day > today) errors.set('day', 'This day lies ahead: hours are entered once they were spent.');
  const quarterHours = readQuarterHours(form.hours, 'hours', errors);
  const kind = hourKinds.find(({ id }) => id === form.kind)?.id;
  if (!kind) errors.set('kind', 'Choose what they were spent on.');
  const words = readWords(form, errors);
  if (!day.ok || quarterHours === undefined || !kind) return undefined;
  return { day: day.day, quarterHours, kind, words };
}

function readWords(form: Form, errors: Map<string, string>): string | null {
  const words = form.words?.trim() ?? '';
  if (words.length > longestWords) errors.set('words', `Keep this under ${longestWords} characters.`);
  return words || null;
}

function readId(
  form: Form,
  field: string,
  ids: readonly string[],
  errors: Map<string, string>,
): string | null {
  const written = form[field]?.trim() ?? '';
  if (!written) return null;
  if (!ids.includes(written)) errors.set(field, 'This is not in the list any more: choose again.');
  return written;
}
