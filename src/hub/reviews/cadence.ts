import { addDays } from '../../vocabulary/addDays.ts';
import { daysBetween } from '../../vocabulary/daysBetween.ts';
import type { LevelId } from './reviewWords.ts';

/** How often a level holds its reviews; no weeks: it holds none. */
export type Cadence = { readonly level: LevelId; readonly weeks: number; readonly firstDay: string };

/** As much of a review as its rhythm needs; `keptOn` is the day of its first seal. */
export type RhythmReview = {
  readonly level: LevelId;
  readonly plannedOn: string;
  readonly keptOn: string | null;
  readonly isCalledOff: boolean;
};

export type NextReview = {
  readonly level: LevelId;
  readonly dueOn: string;
  /** Whether somebody has planned a review for it. */
  readonly isPlanned: boolean;
  /** Days after its due day, when that is past; else 0. */
  readonly daysLate: number;
};

/**
 * When the next review of a level is due: the earliest planned one that was not kept, else the first day of the rhythm
 * after the day the last one was planned for. Undefined where a level holds none and none is planned.
 */
export function nextReview(
  level: LevelId,
  cadence: Cadence | undefined,
  reviews: readonly RhythmReview[],
  today: string,
): NextReview | undefined {
  const own = reviews.filter((one) => one.level === level && !one.isCalledOff);
  const open = own.filter(({ keptOn }) => keptOn === null).map(({ plannedOn }) => plannedOn);
  const [planned] = open.sort();
  const dueOn = planned ?? dueByRhythm(cadence, own);
  if (dueOn === undefined) return undefined;
  return {
    level,
    dueOn,
    isPlanned: planned !== undefined,
    daysLate: Math.max(0, daysBetween(dueOn, today)),
  };
}

function dueByRhythm(cadence: Cadence | undefined, kept: readonly RhythmReview[]): string | undefined {
  if (!cadence || cadence.weeks === 0) return undefined;
  const last = kept
    .map(({ plannedOn }) => plannedOn)
    .sort()
    .at(-1);
  if (last === undefined || last < cadence.firstDay) return cadence.firstDay;
  const step = cadence.weeks * 7;
  return addDays(cadence.firstDay, (Math.floor(daysBetween(cadence.firstDay, last) / step) + 1) * step);
}

/** How many of the reviews whose day is past were kept, and how many of them on their day or up to `graceDays` after. */
export function keptSentence(reviews: readonly RhythmReview[], today: string, graceDays = 7): string {
  const past = reviews.filter(({ plannedOn, isCalledOff }) => plannedOn < today && !isCalledOff);
  if (past.length === 0) return 'No review has been due yet.';
  const kept = past.filter(({ keptOn }) => keptOn !== null);
  const inTime = kept.filter(({ plannedOn, keptOn }) => daysBetween(plannedOn, keptOn ?? '') <= graceDays);
  return `Of ${past.length} ${past.length === 1 ? 'review' : 'reviews'} due so far, ${kept.length} ${kept.length === 1 ? 'was' : 'were'} kept, ${inTime.length} within a week of the day.`;
}
