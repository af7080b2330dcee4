import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { type Doubt, fewestPlacebos, fewestTreated, type Verdict } from './verdict.ts';
import { verdictDecimals } from './verdictDecimals.ts';

export type VerdictWords = {
  /** What was measured, as inside a sentence: `packs sold per head`, `the yearly gain of the index`. */
  readonly outcome: string;
  /** `California`, `Fresno and Long Beach`. */
  readonly treated: string;
  /** The first time after the start: `1989`, `2008-09`. */
  readonly since: string;
  /** What numbers count, in the plural: `points`; empty when not known. */
  readonly unit: string;
  /** What the donors are, in the plural: `districts`, `units`. */
  readonly donors: string;
  /**
   * Which direction of the outcome is good; `sped up` and `slowed` are then said. Null where that is not known or the
   * outcome has no good direction: `higher` and `lower`.
   */
  readonly better: 'up' | 'down' | null;
};

type Say = {
  readonly number: (value: number) => string;
  readonly amount: (value: number) => string;
  readonly words: VerdictWords;
};

/**
 * The strongest sentence that a verdict allows, in plain English, with the interval and the smallest change that the
 * design could have shown. It says what was found beside the donors, never why. Numbers are rounded by their own
 * uncertainty, bounds upwards.
 */
export function verdictSentence(verdict: Verdict, words: VerdictWords): string {
  const decimals = verdictDecimals(verdict);
  const number = (value: number) => formatNumber(value, decimals);
  const amount = (value: number) => `${number(value)} ${words.unit}`.trimEnd();
  const say: Say = { number, amount, words };
  return `${finding(verdict, say, decimals)} ${reach(verdict, say, decimals)}`;
}

/** A verdict in a word or two, for a badge: `sped up`, `lower`, `no change larger than 2.4 points`, `cannot tell`. */
export function verdictWord(verdict: Verdict, words: VerdictWords): string {
  switch (verdict.says) {
    case 'cannot tell':
      return 'cannot tell';
    case 'no change larger than': {
      const decimals = verdictDecimals(verdict);
      return `no sign of a change larger than ${roundedUp(verdict.bound, decimals)} ${words.unit}`.trimEnd();
    }
    default: {
      const word = words.better === null ? verdict.says : paceWord(verdict.says, words.better);
      return verdict.size === 'too small to matter' ? `${word}, by less than matters` : word;
    }
  }
}

function paceWord(says: 'higher' | 'lower', better: 'up' | 'down'): string {
  return (says === 'higher') === (better === 'up') ? 'sped up' : 'slowed';
}

function finding(verdict: Verdict, say: Say, decimals: number): string {
  const { outcome, treated, since, better, donors } = say.words;
  switch (verdict.says) {
    case 'cannot tell': {
      const asked = better === null ? `${outcome} of ${treated} changed` : `${treated} sped up or slowed`;
      const why = verdict.because.map((doubt) => doubtText(doubt, verdict, say)).join('; ');
      return `Cannot tell whether ${asked} from ${since} on: ${why}. ${estimateText(verdict, say)}`;
    }
    case 'no change larger than': {
      const bound = `${roundedUp(verdict.bound, decimals)} ${say.words.unit}`.trimEnd();
      const seen = `No sign of a change larger than ${bound} in ${outcome} of ${treated} from ${since} on`;
      return `${seen}: ${thresholdText(verdict, say)}. ${estimateText(verdict, say)}`;
    }
    default: {
      const word = verdict.says;
      const who =
        better === null ? `${outcome} of ${treated}` : `${treated} ${paceWord(word, better)}: ${outcome}`;
      const ran = `${who} ran ${say.amount(Math.abs(verdict.estimate))} ${word} than in comparison ${donors}`;
      const held = `95 % interval ${intervalSizes(verdict, say)} ${word}${rankText(verdict)}`;
      return `From ${since} on, ${ran} (${held})${sizeText(verdict, say)}.`;
    }
  }
}

function intervalSizes({ interval }: Verdict, { number }: Say): string {
  const [one = 0, other = 0] = (interval ?? []).map(Math.abs);
  return `${number(Math.min(one, other))} to ${number(Math.max(one, other))}`;
}

function estimateText({ estimate, interval }: Verdict, { number, amount }: Say): string {
  const found = `The estimate is ${amount(estimate)}`;
  if (!interval) return `${found}, without an interval.`;
  return `${found} (95 % interval ${number(interval[0])} to ${number(interval[1])}).`;
}

function rankText({ placebo }: Verdict): string {
  return placebo ? `; placebo p ${shareText(placebo.p)}` : '';
}

function sizeText(verdict: Extract<Verdict, { size: unknown }>, { number, words }: Say): string {
  if (!verdict.threshold) return '';
  const named = `the ${asNamed(verdict.threshold.change, words)} named beforehand as the smallest change that matters`;
  switch (verdict.size) {
    case 'matters':
      return `, no less than ${named}`;
    case 'too small to matter':
      return `, which is less than ${named}`;
    case 'may be too small to matter':
      return `; it may be less than ${named}`;
    case 'not registered':
      return `; how much would matter (changes of ${like(verdict.treatedUnits, words)} ordinarily differ by ${number(verdict.threshold.change)}) was not named beforehand`;
  }
}

function thresholdText({ threshold, treatedUnits }: Verdict, { amount, words }: Say): string {
  if (!threshold) return 'nobody named a change that matters';
  return threshold.setBy === 'registration'
    ? `changes from ${asNamed(threshold.change, words)} on were named beforehand as those that matter`
    : `changes of ${like(treatedUnits, words)} over the same time ordinarily differ by ${amount(threshold.change)}`;
}

/** What the treated are compared with by size: `districts`, `any 2 districts`. */
function like(treatedUnits: number, { donors }: VerdictWords): string {
  return treatedUnits === 1 ? donors : `any ${treatedUnits} ${donors}`;
}

function doubtText(doubt: Doubt, verdict: Verdict, say: Say): string {
  const { donors, treated, since } = say.words;
  const placebos = verdict.placebo?.placebos ?? 0;
  switch (doubt) {
    case 'no standard error':
      return 'nothing measures how far chance may have moved the estimate';
    case 'too few placebos':
      return `there are ${placebos} placebos to compare with and chance cannot be ruled out at 5 % with fewer than ${fewestPlacebos}`;
    case 'too few treated units':
      return `this standard error cannot be relied on with fewer than ${fewestTreated} treated`;
    case 'poor fit before the start':
      return `before ${since} the comparison followed ${treated} far less closely than it should`;
    case 'placebos as large':
      return `too many ${donors} where nothing started show as large a change (placebo p ${shareText(verdict.placebo?.p ?? 1)})`;
    case 'methods disagree':
      return 'other methods disagree';
    case 'one donor decides':
      return `the answer hangs on a single one of the ${donors} compared with`;
    case 'as large before the start':
      return 'a start made up before the real one shows a change too';
    case 'changes that matter not ruled out':
      return `the interval still holds changes that matter (${thresholdText(verdict, say)})`;
    case 'nobody said what matters':
      return 'nobody named a change that matters';
  }
}

function reach({ smallestDetectable }: Verdict, { words }: Say, decimals: number): string {
  if (smallestDetectable === null) return 'This design could not have shown a change of any size.';
  const least = `${roundedUp(smallestDetectable, decimals)} ${words.unit}`.trimEnd();
  return `The smallest change this design could have shown is ${least} (80 % power at the 5 % level).`;
}

/** As it was named, without the rounding of the estimate; `1 point`, `1.5 points`. */
function asNamed(change: number, { unit }: VerdictWords): string {
  return `${formatNumber(change)} ${change === 1 ? unit.replace(/s$/, '') : unit}`.trimEnd();
}

function roundedUp(value: number, decimals: number): string {
  const scale = 10 ** decimals;
  return formatNumber(Math.ceil(Number((value * scale).toPrecision(12))) / scale, decimals);
}

/** Always on the right side of 0.05: never rounded across it. */
function shareText(p: number): string {
  return p < 0.001 ? 'below 0.001' : formatNumber(p > 0.05 ? Math.ceil(p * 1000) / 1000 : p, 3);
}
