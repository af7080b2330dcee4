import { addDays } from '../../vocabulary/addDays.ts';
import { daysBetween } from '../../vocabulary/daysBetween.ts';
import { type FocusAreaId, focusAreas } from '../../vocabulary/partnership.ts';
import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { readDay, readLine, readWords } from '../work/formFields.ts';
import { type LevelId, levels } from './reviewWords.ts';

type Form = Readonly<Record<string, string>>;

export type ReviewPlanDraft = {
  readonly title: string;
  readonly plannedOn: string;
  readonly periodFrom: string;
  readonly periodUntil: string;
  readonly focusArea: FocusAreaId | null;
  readonly signDays: number;
};
export type ReviewDraft = ReviewPlanDraft & { readonly level: LevelId };
export type CadenceDraft = {
  readonly weeks: number;
  readonly firstDay: string;
  readonly words: string | null;
};

/** So many days districts have to sign what is sealed, unless the plan says another number. */
export const usualSignDays = 21;

/** Reads the plan of a new review; `today` is a calendar date. */
export function parseReviewDraft(form: Form, today: string): Parsed<ReviewDraft> {
  const level = levels.find(({ id }) => id === form.level)?.id;
  const plan = parseReviewPlan(form, today);
  const errors = new Map(plan.ok ? [] : plan.errors);
  if (!level) errors.set('level', 'Choose who sits together.');
  if (!level || !plan.ok) return { ok: false, errors };
  return { ok: true, value: { level, ...plan.value } };
}

/** Reads a review's title, day, period, focus area and the days to sign. A new day may not lie in the past. */
export function parseReviewPlan(form: Form, today: string, wasPlannedOn?: string): Parsed<ReviewPlanDraft> {
  const errors = new Map<string, string>();
  const title = readLine(form, 'title', errors, 'Give the review a name, such as “Fall review 2026”.');
  const plannedOn = readDay(form, 'plannedOn', errors);
  const periodFrom = readDay(form, 'periodFrom', errors);
  const periodUntil = readDay(form, 'periodUntil', errors);
  if (plannedOn && plannedOn < today && plannedOn !== wasPlannedOn)
    errors.set('plannedOn', 'That day is over: plan a review for today or later.');
  if (plannedOn && daysBetween(today, plannedOn) > 800)
    errors.set('plannedOn', 'That is more than two years ahead.');
  if (periodFrom && periodUntil && periodUntil < periodFrom)
    errors.set('periodUntil', 'The period ends before it begins.');
  if (periodFrom && plannedOn && periodFrom > plannedOn)
    errors.set('periodFrom', 'A review looks back: its period begins before its day.');
  const signDays = readWhole(form.signDays ?? String(usualSignDays));
  if (signDays === undefined || signDays < 1 || signDays > 120)
    errors.set('signDays', 'Write a whole number of days from 1 to 120.');
  const focusArea = form.focusArea ? focusAreas.find(({ id }) => id === form.focusArea)?.id : null;
  if (focusArea === undefined) errors.set('focusArea', 'Choose a focus area of the list, or all of them.');
  if (errors.size > 0 || !title || !plannedOn || !periodFrom || !periodUntil) return { ok: false, errors };
  if (signDays === undefined || focusArea === undefined) return { ok: false, errors };
  return { ok: true, value: { title, plannedOn, periodFrom, periodUntil, focusArea, signDays } };
}

/** Reads how often a level holds its reviews; 0 weeks: it holds none. */
export function parseCadence(form: Form): Parsed<CadenceDraft> {
  const errors = new Map<string, string>();
  const weeks = readWhole(form.weeks ?? '');
  if (weeks === undefined || weeks > 104)
    errors.set('weeks', 'Write a whole number of weeks up to 104; 0 where this level holds no reviews.');
  const firstDay = readDay(form, 'firstDay', errors);
  const words = readWords(form, 'words', errors, null);
  if (errors.size > 0 || weeks === undefined || !firstDay) return { ok: false, errors };
  return { ok: true, value: { weeks, firstDay, words } };
}

/** Reads what somebody puts on an agenda. */
export function parseItem(form: Form): Parsed<string> {
  const errors = new Map<string, string>();
  const words = readLine(form, 'words', errors, 'Say what the review should speak about.');
  return words === null ? { ok: false, errors } : { ok: true, value: words };
}

/** What a new review most likely is: the due day, and the time since the period before. */
export function suggestedPlan(dueOn: string, lastPeriodUntil: string | undefined, weeks: number): Form {
  const from = lastPeriodUntil ? addDays(lastPeriodUntil, 1) : addDays(dueOn, -7 * Math.max(weeks, 1));
  return {
    plannedOn: dueOn,
    periodFrom: from < dueOn ? from : addDays(dueOn, -7),
    periodUntil: addDays(dueOn, -1),
    signDays: String(usualSignDays),
  };
}

function readWhole(text: string): number | undefined {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;
}
