import { type WeightedSlope, weightedSlope } from '../../stats/weightedSlope.ts';
import type { WithheldReason } from '../../vocabulary/cell.ts';
import { type PaceSlack, paceSlack } from './paceSlack.ts';

export type DatedValue = { readonly year: number; readonly value: number };

/** A published value and its sampling variance; `null` where the number of students is not published. */
export type MeasuredYear = DatedValue & { readonly variance: number | null };
export type WithheldYear = { readonly year: number; readonly withheld: WithheldReason };
export type LaterResult = MeasuredYear | WithheldYear;

export type PaceQuestion = {
  readonly direction: 'up' | 'down';
  readonly baseline: MeasuredYear;
  readonly target: DatedValue;
  /** Results after the baseline year, in any order. A coded range has no value and counts as withheld. */
  readonly later: readonly LaterResult[];
  /** The newest school year whose results are out; later ones are not looked at. */
  readonly latestYear: number;
  /** The share by which the pace may fall short of what is required and still be on pace; default 0.15. */
  readonly band?: number;
  /** Of the intervals; default 0.9, so that "on pace", "behind" and "moving away" each err in 5 % at most. */
  readonly level?: number;
};

/** Paces are in the measure's unit a year and carry their sign: a required fall is negative. */
export type PaceStanding = {
  readonly direction: 'up' | 'down';
  readonly baseline: DatedValue;
  readonly target: DatedValue;
  readonly band: number;
  /** The newest shown result up to the target year; the baseline when there is none. */
  readonly latest: DatedValue;
  /** Whether newer results are out that are not shown. */
  readonly isStale: boolean;
  /** How many results since the baseline, up to the target year. */
  readonly shown: number;
  readonly withheld: number;
  /** From baseline to target in a straight line. */
  readonly plannedPerYear: number;
  /** What is left at the latest result over the years left; `null` when nothing or no year is left. */
  readonly requiredPerYear: number | null;
};

export type ActualPace = {
  readonly perYear: number;
  readonly interval: readonly [low: number, high: number];
  /** Of the straight line, see `weightedSlope`: large when years jump more than chance in who was tested. */
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
};

type Decided = { readonly actual: ActualPace; readonly slack: PaceSlack };

type Answer =
  | { readonly status: 'met'; readonly actual: ActualPace | null }
  | ({ readonly status: 'on pace' | 'moving away' } & Decided)
  | ({ readonly status: 'behind'; readonly because: 'pace' } & Decided)
  | { readonly status: 'behind'; readonly because: 'target year over'; readonly actual: ActualPace | null }
  | ({ readonly status: 'cannot tell'; readonly because: 'chance' } & Decided)
  | {
      readonly status: 'cannot tell';
      readonly because: 'students not counted' | 'results withheld' | 'no result for the target year';
      readonly actual: null;
    }
  | { readonly status: 'too early' | 'too few students'; readonly actual: null };

export type Pace = PaceStanding & Answer;
export type PaceStatus = Pace['status'];

/**
 * Whether a district moves towards its target fast enough. In this order:
 *
 * 1. Only results up to the target year count, so that the answer for a target that is over never changes again.
 * 2. **Met**: the latest shown result is at or past the target, as published and without regard to chance, since
 *    that is what was promised. The baseline itself cannot meet it.
 * 3. **Behind** when the target year's result is out and short of the target; when that result is withheld or
 *    missing, **too few students** or **cannot tell**.
 * 4. Fewer than two shown results after the baseline: **too few students** when withheld ones would make two and
 *    one is withheld to protect students, **cannot tell** when for another reason, else **too early**.
 * 5. The actual pace is the slope through all shown results (`weightedSlope`). The baseline is one of them, with
 *    its own variance: a lucky first year must not pass for decline. **Moving away**: the whole interval of the
 *    slope lies on the wrong side of zero.
 * 6. **On pace**: actual - (1 - band) x required is at least zero with its whole interval (`paceSlack`),
 *    **behind**: below zero with its whole interval, **cannot tell**: the interval spans zero.
 *
 * The actual pace says what happened, not what will. Throws a RangeError when the target year or a later result
 * does not follow the baseline, or a year comes twice.
 */
export function pace(question: PaceQuestion): Pace {
  mustFollow(question);
  const { direction, baseline, target, latestYear, band = 0.15, level = 0.9 } = question;
  const seen = question.later.filter((one) => one.year <= Math.min(latestYear, target.year));
  const shown = seen.filter((one) => 'value' in one).sort((a, b) => a.year - b.year);
  const withheld = seen.filter((one) => 'withheld' in one);
  const latest = shown.at(-1) ?? baseline;
  const left = target.value - latest.value;
  const isReached = direction === 'up' ? left <= 0 : left >= 0;
  const isOver = latest.year === target.year;
  const standing: PaceStanding = {
    direction,
    baseline: { year: baseline.year, value: baseline.value },
    target,
    band,
    latest: { year: latest.year, value: latest.value },
    isStale: latest.year < Math.min(latestYear, target.year),
    shown: shown.length,
    withheld: withheld.length,
    plannedPerYear: (target.value - baseline.value) / (target.year - baseline.year),
    requiredPerYear: isReached || isOver ? null : left / (target.year - latest.year),
  };
  const line = shown.length < 2 ? undefined : lineThrough([baseline, ...shown], level);
  const actual = line ? actualPace(line) : null;
  if (isReached && shown.length > 0) return { ...standing, status: 'met', actual };
  if (isOver) return { ...standing, status: 'behind', because: 'target year over', actual };
  if (latestYear >= target.year) {
    const ofTargetYear = withheld.filter((one) => one.year === target.year);
    return { ...standing, ...withoutResults(ofTargetYear, 'no result for the target year') };
  }
  if (seen.length < 2) return { ...standing, status: 'too early', actual: null };
  if (shown.length < 2) return { ...standing, ...withoutResults(withheld, 'results withheld') };
  if (!line || !actual || latest.variance === null)
    return { ...standing, status: 'cannot tell', because: 'students not counted', actual: null };
  const slack = paceSlack(line, {
    direction,
    latest: { ...latest, variance: latest.variance },
    target,
    band,
    level,
  });
  return { ...standing, ...decide(direction, actual, slack) };
}

function decide(direction: 'up' | 'down', actual: ActualPace, slack: PaceSlack): Answer {
  const [low, high] = actual.interval;
  const isAway = direction === 'up' ? high < 0 : low > 0;
  if (isAway) return { status: 'moving away', actual, slack };
  if (slack.interval[0] >= 0) return { status: 'on pace', actual, slack };
  if (slack.interval[1] < 0) return { status: 'behind', because: 'pace', actual, slack };
  return { status: 'cannot tell', because: 'chance', actual, slack };
}

function withoutResults(
  withheld: readonly WithheldYear[],
  because: 'results withheld' | 'no result for the target year',
): Answer {
  return withheld.some((one) => protectsStudents(one.withheld))
    ? { status: 'too few students', actual: null }
    : { status: 'cannot tell', because, actual: null };
}

function protectsStudents(reason: WithheldReason): boolean {
  return reason === 'few students' || reason === 'protects another cell' || reason === 'earlier release';
}

/** Undefined when a variance is not known. */
function lineThrough(years: readonly MeasuredYear[], level: number): WeightedSlope | undefined {
  const points = years.flatMap(({ year, value, variance }) =>
    variance === null ? [] : [{ x: year, value, variance }],
  );
  if (points.length < years.length) return undefined;
  const line = weightedSlope(points, level);
  return line.ok ? line : undefined;
}

function actualPace({ slope, interval, chiSquare, degreesOfFreedom }: WeightedSlope): ActualPace {
  return { perYear: slope, interval, chiSquare, degreesOfFreedom };
}

function mustFollow({ baseline, target, later, band = 0.15 }: PaceQuestion): void {
  if (!(band >= 0 && band < 1)) throw new RangeError(`a band is a share below 1, not ${band}`);
  if (!(target.year > baseline.year))
    throw new RangeError(`the target of ${target.year} must follow the baseline of ${baseline.year}`);
  const years = later.map((one) => one.year);
  if (years.some((year) => year <= baseline.year))
    throw new RangeError(`a later result must follow the baseline of ${baseline.year}`);
  if (new Set(years).size < years.length) throw new RangeError('a year has two results');
}
