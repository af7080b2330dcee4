import { findStudentGroup, type StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { parseDay } from '../work/parseDay.ts';
import {
  type AdoptionResultId,
  adoptionResults,
  type ChangeKindId,
  changeKinds,
  type FailureReasonId,
  failureReasons,
  type PracticeSettingId,
  practiceSettings,
} from './practiceWords.ts';
import { readCount, readField, readTicked } from './readField.ts';

type Form = Readonly<Record<string, string>>;

/** How a district takes up a practice: since when, where, and what it changes. */
export type AdoptionDraft = {
  /** The adoption whose way of doing it is taken up; null for the practice as it is described. */
  readonly fromId: string | null;
  readonly setting: PracticeSettingId;
  /** How many schools; null for the district as a whole. */
  readonly schools: number | null;
  readonly since: string;
  readonly engagementId: string | null;
  readonly changes: readonly ChangeKindId[];
  readonly changed: string | null;
  readonly why: string | null;
};

export type AdoptionContext = {
  readonly fromIds: readonly string[];
  readonly engagementIds: readonly string[];
  /** A day as 2026-11-25: nothing is taken up long after it. */
  readonly today: string;
};

/** Reads that a district takes up a practice. What is changed is said with its kind and its reason, or not at all. */
export function parseAdoptionDraft(form: Form, context: AdoptionContext): Parsed<AdoptionDraft> {
  const errors = new Map<string, string>();
  const fromId = form.from ? context.fromIds.find((id) => id === form.from) : null;
  if (fromId === undefined) errors.set('from', 'Choose whose way of doing it you take up.');
  const setting = practiceSettings.find(({ id }) => id === form.setting)?.id;
  if (!setting) errors.set('setting', 'Choose where it is done.');
  const schools = readCount(form, errors, 'schools');
  if (schools === 0) errors.set('schools', 'Count the schools, or leave it empty for the whole district.');
  const since = parseDay(form.since ?? '');
  if (!since.ok) errors.set('since', since.message);
  else if (since.day > yearAfter(context.today))
    errors.set('since', 'That is more than a year ahead: enter it when it is nearer.');
  const engagementId = form.engagement ? context.engagementIds.find((id) => id === form.engagement) : null;
  if (engagementId === undefined) errors.set('engagement', 'Choose an engagement that is on the list.');
  const changes = readTicked(form, changeKinds, 'change');
  const changed = readField({ form, errors, name: 'changed', longest: 2000 });
  const why = readField({ form, errors, name: 'why', longest: 1000 });
  if (changes.length > 0) {
    if (!changed && !errors.has('changed')) errors.set('changed', 'Say in your own words what is different.');
    if (!why && !errors.has('why')) errors.set('why', 'Say why: the next district decides by it.');
  } else if (changed || why) errors.set('change', 'Tick what kind of change it is.');
  if (errors.size > 0 || fromId === undefined || !setting || !since.ok || engagementId === undefined)
    return { ok: false, errors };
  return {
    ok: true,
    value: { fromId, setting, schools, since: since.day, engagementId, changes, changed, why },
  };
}

function yearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}

/** What came of an adoption. */
export type ResultDraft = {
  readonly result: AdoptionResultId;
  /** For whom, where and why it did not work; null for the other results. */
  readonly group: StudentGroupCode | null;
  readonly setting: PracticeSettingId | null;
  readonly reason: FailureReasonId | null;
  readonly words: string | null;
};

/** Reads what came of an adoption. “Did not work” names a group, a setting and a reason. */
export function parseResultDraft(form: Form): Parsed<ResultDraft> {
  const errors = new Map<string, string>();
  const result = adoptionResults.find(({ id }) => id === form.result)?.id;
  if (!result) errors.set('result', 'Choose what came of it.');
  const words = readField({
    form,
    errors,
    name: 'words',
    longest: 2000,
    empty: result && result !== 'too early' ? 'Say in your own words what you saw.' : undefined,
  });
  if (result !== 'did not work')
    return errors.size > 0 || !result
      ? { ok: false, errors }
      : { ok: true, value: { result, group: null, setting: null, reason: null, words } };
  const group = findStudentGroup(form.group ?? '')?.code;
  if (!group) errors.set('group', 'Choose for whom it did not work.');
  const setting = practiceSettings.find(({ id }) => id === form.setting)?.id;
  if (!setting) errors.set('setting', 'Choose where it did not work.');
  const reason = failureReasons.find(({ id }) => id === form.reason)?.id;
  if (!reason) errors.set('reason', 'Choose why, as far as you can tell.');
  if (errors.size > 0 || !group || !setting || !reason) return { ok: false, errors };
  return { ok: true, value: { result, group, setting, reason, words } };
}
