import { formatNumber } from '../../vocabulary/formatNumber.ts';
import type { Unit } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { ActualPace, DatedValue, Pace } from './pace.ts';

type PaceUnit = Exclude<Unit, 'letter' | 'flag'>;

export type PaceWords = {
  /** Who moves, as a sentence begins: `Fresno`, `English learners in Fresno`. */
  readonly subject: string;
  readonly unit: PaceUnit;
  /** Decimals of a published value. */
  readonly decimals: number;
  /** Behind the latest result; `null` when not published. */
  readonly students: number | null;
};

/** What a change and a level are counted in. */
const units: Record<PaceUnit, { readonly change: string; readonly level: string }> = {
  percent: { change: 'percentage points', level: ' %' },
  points: { change: 'points', level: '' },
  'per thousand': { change: 'per thousand', level: ' per thousand' },
  index: { change: 'index points', level: '' },
  rating: { change: 'rating points', level: '' },
  hours: { change: 'hours', level: ' hours' },
};

const verbs = {
  up: { towards: 'gained', away: 'lost', gain: 'a gain', loss: 'a loss' },
  down: { towards: 'came down', away: 'went up', gain: 'a fall', loss: 'a rise' },
} as const;

/** The state calls a group numerically significant from here; below it a sentence names its students and interval. */
const smallGroup = 100;

/**
 * A pace as one plain sentence: `Fresno gained 4.8 points a year since 2022-23; 6.2 a year are needed to reach −45
 * by 2027-28.` It says what happened and what is needed, never why. With fewer than 100 students, and whenever
 * chance decides, it carries the interval.
 */
export function paceSentence(pace: Pace, words: PaceWords): string {
  const { subject } = words;
  const { target, latest } = pace;
  const goal = `${levelText(target, words)} by ${schoolYearName(target.year)}`;
  const stood = levelText(latest, words, words.decimals);
  const since = `since ${schoolYearName(pace.baseline.year)}`;
  const needed = pace.requiredPerYear === null ? null : sizeText(pace.requiredPerYear, pace, words);
  const need = `${needed} a year are needed to reach ${goal}`;
  const fullNeed = `to reach ${goal} takes ${needed} ${units[words.unit].change} a year`;
  switch (pace.status) {
    case 'met':
      return latest.year < target.year
        ? `${subject} stood at ${stood} in ${schoolYearName(latest.year)}, already at the target of ${goal}.`
        : `${subject} reached the target of ${goal}: the result was ${stood}.`;
    case 'on pace': {
      const isEnough = Math.abs(pace.actual.perYear) >= Math.abs(pace.requiredPerYear ?? 0);
      const verdict = isEnough ? 'enough for' : `within ${formatNumber(100 * pace.band, 0)} % of`;
      return `${movedText(pace, pace.actual, words)}, ${verdict} the ${needed} a year needed to reach ${goal}.`;
    }
    case 'behind':
      if (pace.because === 'target year over')
        return `${subject} did not reach ${goal}: the result was ${stood}.`;
      return `${movedText(pace, pace.actual, words)}; ${hasMoved(pace, pace.actual, words) ? need : fullNeed}.`;
    case 'moving away':
      return `${movedText(pace, pace.actual, words)}; ${verbs[pace.direction].gain} of ${needed} ${units[words.unit].change} a year is needed to reach ${goal}.`;
    case 'too early': {
      const results =
        pace.shown === 1 ? 'one result' : pace.withheld ? 'no result that can be shown' : 'no result';
      const takes = needed === null ? '' : `; ${fullNeed}`;
      return `Too early to tell: ${subject} has ${results} ${since} and two are needed${takes}.`;
    }
    case 'too few students':
      return `Too few students to tell: ${hiddenText(pace)} ${since} to protect them; the target of ${subject} is ${goal}.`;
    case 'cannot tell':
      switch (pace.because) {
        case 'chance':
          return `Cannot tell: ${movedText(pace, pace.actual, words)}; ${hasMoved(pace, pace.actual, words) ? need : fullNeed}, and ${chanceText(words)}.`;
        case 'students not counted':
          return `Cannot tell: how many students stand behind the results of ${subject} is not published, so chance cannot be ruled out; ${fullNeed}.`;
        case 'results withheld':
          return `Cannot tell: ${hiddenText(pace)} ${since}; the target of ${subject} is ${goal}.`;
        case 'no result for the target year':
          return `Cannot tell: no result of ${subject} is shown for ${schoolYearName(target.year)}, the year of the target ${levelText(target, words)}.`;
      }
  }
}

function hiddenText({ shown, withheld }: Pace): string {
  return `${withheld} of ${shown + withheld} results ${withheld === 1 ? 'is' : 'are'} withheld`;
}

function chanceText({ students }: PaceWords): string {
  return students === null
    ? 'chance alone could make the difference'
    : `with ${formatNumber(students)} students chance alone could make the difference`;
}

/** `Fresno gained 4.8 points a year since 2022-23`, with the interval and the students where they matter. */
function movedText(pace: Pace, actual: ActualPace, words: PaceWords): string {
  const { towards, away } = verbs[pace.direction];
  const size = sizeText(actual.perYear, pace, words);
  const isTowards = actual.perYear > 0 === (pace.direction === 'up');
  const verb = isTowards ? towards : away;
  const moved = hasMoved(pace, actual, words)
    ? `${verb} ${size} ${units[words.unit].change} a year`
    : 'did not move';
  const baseline = schoolYearName(pace.baseline.year);
  const when = pace.isStale ? `from ${baseline} to ${schoolYearName(pace.latest.year)}` : `since ${baseline}`;
  const isSmall = words.students !== null && words.students < smallGroup;
  const byChance = pace.status === 'cannot tell';
  if (!isSmall && !byChance) return `${words.subject} ${moved} ${when}`;
  const students = isSmall && !byChance ? `, ${words.students} students` : '';
  return `${words.subject} ${moved} ${when} (between ${intervalText(pace, actual, words)}${students})`;
}

/** Whether a reader of the rounded figure sees any movement. */
function hasMoved(pace: Pace, { perYear }: ActualPace, words: PaceWords): boolean {
  return /[1-9]/.test(sizeText(perYear, pace, words));
}

/** Both ends in the direction of the movement, or each with its own word when zero lies between. */
function intervalText(pace: Pace, { perYear, interval }: ActualPace, words: PaceWords): string {
  const [low, high] = interval;
  const text = (value: number) => sizeText(value, pace, words);
  if (low >= 0) return `${text(low)} and ${text(high)}`;
  if (high <= 0) return `${text(high)} and ${text(low)}`;
  const { gain, loss } = verbs[pace.direction];
  const ends = (value: number) =>
    `${value > 0 === (pace.direction === 'up') ? gain : loss} of ${text(value)}`;
  return perYear >= 0 ? `${ends(low)} and ${ends(high)}` : `${ends(high)} and ${ends(low)}`;
}

function levelText({ value }: DatedValue, { unit }: PaceWords, decimals?: number): string {
  return `${formatNumber(value, decimals)}${units[unit].level}`;
}

/** Without sign, with as many decimals as the required pace needs for two digits, so that 0.04 is not 0.0. */
function sizeText(
  perYear: number,
  { requiredPerYear, plannedPerYear }: Pace,
  { decimals }: PaceWords,
): string {
  const scale = Math.abs(requiredPerYear ?? plannedPerYear);
  let digits = decimals;
  while (digits < 3 && scale * 10 ** digits < 9.5) digits++;
  return formatNumber(Math.abs(perYear), digits);
}
