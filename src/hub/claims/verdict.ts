import { smallestDetectableEffect } from '../../stats/panel/smallestDetectableEffect.ts';

type Interval = readonly [low: number, high: number];

/** All changes are in units of the outcome and carry their sign; those that only have a size are positive. */
export type VerdictQuestion = {
  /** The average change by the method that was chosen beforehand. */
  readonly estimate: number;
  /** Null when none was asked for or none can be had. */
  readonly standardError: number | null;
  /** 95 %, around the estimate; null together with the standard error. */
  readonly interval: Interval | null;
  readonly basis: 'placebo' | 'jackknife' | 'bootstrap' | 'analytic' | null;
  readonly treatedUnits: number;
  /** The two-sided rank p among placebos, and how many different placebos the design has; null where none were tried. */
  readonly placebo: { readonly p: number; readonly placebos: number } | null;
  /**
   * Root mean squared gaps before the start: of the treated units, of the median placebo under the same method, and
   * of the donors around their own and each time's average, which is what no weighting leaves (`donorSpread`). Or the
   * p of a joint test that changes before the start are zero, where a method has one (group-time effects).
   */
  readonly preFit:
    | { readonly error: number; readonly placebos: number | null; readonly ordinary: number }
    | { readonly testP: number }
    | null;
  /** Named before the data were seen; null when nobody did. */
  readonly smallestThatMatters: number | null;
  /** How far changes of as many donors as are treated ordinarily differ (`donorSpread`); null when that is not known. */
  readonly ordinaryChange: number | null;
  /** The same question asked by the other methods. */
  readonly otherMethods: readonly { readonly estimate: number; readonly interval: Interval | null }[];
  /** Lowest and highest estimate when one donor at a time is left out. */
  readonly leaveOneOut: Interval | null;
  /** The change found at a start made up inside the pre-period, where there was none to find. */
  readonly inTime: number | null;
};

export type Doubt =
  | 'no standard error'
  | 'too few placebos'
  | 'too few treated units'
  | 'poor fit before the start'
  | 'placebos as large'
  | 'methods disagree'
  | 'one donor decides'
  | 'as large before the start'
  | 'changes that matter not ruled out'
  | 'nobody said what matters';

/** The change that an interval must exclude before anybody may say that there was none, and who set it. */
export type Threshold = { readonly change: number; readonly setBy: 'registration' | 'donors' };

type Ground = {
  readonly estimate: number;
  readonly interval: Interval | null;
  readonly standardError: number | null;
  readonly placebo: VerdictQuestion['placebo'];
  readonly treatedUnits: number;
  readonly threshold: Threshold | null;
  /** With 80 % power at the 5 % level; null when this design could not have shown a change of any size. */
  readonly smallestDetectable: number | null;
};

type Answer =
  | {
      readonly says: 'higher' | 'lower';
      /** Against the change registered as the smallest that matters. */
      readonly size: 'matters' | 'may be too small to matter' | 'too small to matter' | 'not registered';
    }
  | { readonly says: 'no change larger than'; readonly bound: number }
  | { readonly says: 'cannot tell'; readonly because: readonly [Doubt, ...Doubt[]] };

export type Verdict = Ground & Answer;

/** A rank p of n placebos is at least 1 / (1 + n): with fewer than 19 nothing ever reaches 0.05. */
export const fewestPlacebos = 19;
/** Below this errors that rest on the treated units' own differences are known to be too small (Conley & Taber 2011; MacKinnon & Webb 2017). */
export const fewestTreated = 10;

const level = 0.05;

/**
 * What may be said of an estimated change. In this order:
 *
 * 1. **Cannot tell** when nothing carries a statement: no standard error; fewer than 19 placebos, whose rank can
 *    never reach 5 %; fewer than 10 treated units where jackknife, bootstrap or an analytic error stand alone; a poor
 *    fit before the start, that is, a gap of more than twice the median placebo's and more than a quarter of the
 *    donors' ordinary one (more than the whole of it where no placebos were tried), or a pre-test at 5 %.
 * 2. **Higher** or **lower** when the 95 % interval leaves out zero, the placebo p is at most 0.05 where there are
 *    placebos, the other methods and the estimates without any one donor have the same sign, and the start made up
 *    before the real one shows no change as large in size, nor half as large in the same direction. `size`
 *    compares the whole interval with the change registered as the smallest that matters.
 * 3. **No change larger than** the farther end of the interval, when that is at most the threshold: the registered
 *    change, or, where none was, how far changes of as many donors ordinarily differ. No estimate without one donor, none
 *    at the made-up start, and no other method whose interval leaves out zero, may lie beyond the threshold. The
 *    whole interval within the threshold is the two one-sided tests of Schuirmann (1987), at 2.5 % each.
 * 4. **Cannot tell**: where the interval leaves out zero with every reason why not 2, else with why not 3.
 *
 * Only the chosen method can say something; the others can only take away. A wider interval, a larger p, one more
 * doubt never give a stronger word (higher and lower, then no change, then cannot tell). Nothing is said of why.
 *
 * Throws a RangeError on a number that is not finite, a size below zero, an interval that does not hold its
 * estimate, a p outside (0, 1], and a standard error without interval or the reverse.
 */
export function verdict(question: VerdictQuestion): Verdict {
  mustBeNumbers(question);
  const { estimate, interval, standardError, placebo } = question;
  const threshold = thresholdOf(question);
  const lacking = lackings(question);
  const canShow = lacking.every((doubt) => doubt === 'poor fit before the start');
  const ground: Ground = {
    estimate,
    interval,
    standardError,
    placebo,
    treatedUnits: question.treatedUnits,
    threshold,
    smallestDetectable: canShow && standardError !== null ? smallestDetectableEffect(standardError) : null,
  };
  if (interval === null || lacking.length > 0)
    return { ...ground, says: 'cannot tell', because: atLeastOne(lacking) };

  const leavesOutZero = interval[0] > 0 || interval[1] < 0;
  const changeDoubts = doubtsOfChange(question);
  if (leavesOutZero && changeDoubts.length === 0) {
    const says = estimate > 0 ? 'higher' : 'lower';
    return { ...ground, says, size: sizeOf(interval, question.smallestThatMatters) };
  }
  const bound = Math.max(Math.abs(interval[0]), Math.abs(interval[1]));
  const calmDoubts = doubtsOfNoChange(question, bound, threshold);
  if (calmDoubts.length === 0) return { ...ground, says: 'no change larger than', bound };
  return { ...ground, says: 'cannot tell', because: atLeastOne(leavesOutZero ? changeDoubts : calmDoubts) };
}

function lackings({
  standardError,
  basis,
  placebo,
  treatedUnits,
  preFit,
}: VerdictQuestion): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (standardError === null) doubts.push('no standard error');
  if (placebo ? placebo.placebos < fewestPlacebos : basis === 'placebo') doubts.push('too few placebos');
  if (!placebo && basis !== null && basis !== 'placebo' && treatedUnits < fewestTreated)
    doubts.push('too few treated units');
  if (preFit && isPoor(preFit)) doubts.push('poor fit before the start');
  return doubts;
}

function isPoor(preFit: NonNullable<VerdictQuestion['preFit']>): boolean {
  if ('testP' in preFit) return preFit.testP <= level;
  const { error, placebos, ordinary } = preFit;
  return placebos === null ? error > ordinary : error > 2 * placebos && error > ordinary / 4;
}

function doubtsOfChange({
  estimate,
  placebo,
  otherMethods,
  leaveOneOut,
  inTime,
}: VerdictQuestion): readonly Doubt[] {
  const sign = Math.sign(estimate);
  const doubts: Doubt[] = [];
  if (placebo && placebo.p > level) doubts.push('placebos as large');
  if (otherMethods.some((other) => Math.sign(other.estimate) !== sign)) doubts.push('methods disagree');
  if (leaveOneOut?.some((end) => Math.sign(end) !== sign)) doubts.push('one donor decides');
  if (inTime !== null && (2 * sign * inTime >= Math.abs(estimate) || Math.abs(inTime) >= Math.abs(estimate)))
    doubts.push('as large before the start');
  return doubts;
}

function doubtsOfNoChange(
  { otherMethods, leaveOneOut, inTime }: VerdictQuestion,
  bound: number,
  threshold: Threshold | null,
): readonly Doubt[] {
  if (threshold === null) return ['nobody said what matters'];
  const isBeyond = (change: number) => Math.abs(change) > threshold.change;
  if (isBeyond(bound)) return ['changes that matter not ruled out'];
  const doubts: Doubt[] = [];
  if (otherMethods.some(({ estimate, interval }) => isBeyond(estimate) && isClear(interval)))
    doubts.push('methods disagree');
  if (leaveOneOut?.some(isBeyond)) doubts.push('one donor decides');
  if (inTime !== null && isBeyond(inTime)) doubts.push('as large before the start');
  return doubts;
}

function isClear(interval: Interval | null): boolean {
  return interval !== null && (interval[0] > 0 || interval[1] < 0);
}

function thresholdOf({ smallestThatMatters, ordinaryChange }: VerdictQuestion): Threshold | null {
  if (smallestThatMatters !== null) return { change: smallestThatMatters, setBy: 'registration' };
  return ordinaryChange === null ? null : { change: ordinaryChange, setBy: 'donors' };
}

function sizeOf([low, high]: Interval, smallest: number | null): Extract<Answer, { size: unknown }>['size'] {
  if (smallest === null) return 'not registered';
  const [nearer, farther] = low > 0 ? [low, high] : [-high, -low];
  if (nearer >= smallest) return 'matters';
  return farther < smallest ? 'too small to matter' : 'may be too small to matter';
}

function atLeastOne(doubts: readonly Doubt[]): readonly [Doubt, ...Doubt[]] {
  const [first, ...rest] = doubts;
  if (first === undefined) throw new Error('nothing can be said, and for no reason');
  return [first, ...rest];
}

function mustBeNumbers(question: VerdictQuestion): void {
  const { estimate, standardError, interval, placebo, preFit, leaveOneOut, inTime } = question;
  const signed = [estimate, ...(interval ?? []), ...(leaveOneOut ?? []), inTime ?? 0];
  for (const other of question.otherMethods) signed.push(other.estimate, ...(other.interval ?? []));
  if (!signed.every(Number.isFinite)) throw new RangeError('a change is a finite number');
  const sizes = [standardError, ...Object.values(preFit ?? {})];
  sizes.push(question.smallestThatMatters, question.ordinaryChange);
  for (const size of sizes)
    if (!((size ?? 0) >= 0 && (size ?? 0) < Infinity))
      throw new RangeError(`a size is at least 0, not ${size}`);
  if (placebo && !(placebo.p > 0 && placebo.p <= 1))
    throw new RangeError(`a placebo p lies above 0 and at most at 1, not ${placebo.p}`);
  if ((standardError === null) !== (interval === null))
    throw new RangeError('a standard error and its interval come together');
  if (interval && !(interval[0] <= estimate && estimate <= interval[1]))
    throw new RangeError('an interval holds its estimate');
}
