import { normalQuantile } from '../../stats/normalQuantile.ts';
import type { Effect } from '../../stats/panel/effect.ts';
import { estimateEffect } from '../../stats/panel/estimateEffect.ts';
import { eventStudy } from '../../stats/panel/eventStudy.ts';
import { inTimePlacebo } from '../../stats/panel/inTimePlacebo.ts';
import { leaveOneDonorOut } from '../../stats/panel/leaveOneDonorOut.ts';
import type { Panel } from '../../stats/panel/panel.ts';
import { placeboEffects, type PlaceboEffects } from '../../stats/panel/placeboEffects.ts';
import { quantile } from '../../stats/quantile.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { type ClaimPanel, type PanelProblem, statisticsPanel } from './claimPanel.ts';
import type { ClaimResult, MethodFinding } from './claimResult.ts';
import { type ClaimTerms, panelMethods } from './claimTerms.ts';
import { goodDirection, outcomeInSentence, treatedNames, unitOfChange } from './claimWords.ts';
import { donorSpread } from './donorSpread.ts';
import { type Verdict, verdict } from './verdict.ts';
import { verdictDecimals } from './verdictDecimals.ts';
import { type VerdictWords, verdictSentence, verdictWord } from './verdictSentence.ts';

/** A panel with what was registered about it; `names` are the treated districts' in full. */
export type ClaimQuestion = {
  readonly panel: ClaimPanel;
  readonly terms: ClaimTerms;
  readonly names: readonly string[];
};

export type ClaimOutcomeOrRefusal =
  | { readonly ok: true; readonly result: ClaimResult }
  | { readonly ok: false; readonly problem: PanelProblem };

const level = 0.95;

type Tried = {
  readonly effect: Effect;
  readonly placebos: PlaceboEffects | undefined;
  readonly finding: MethodFinding;
};

/**
 * Works a claim out: every method with all its placebos, the registered one without each district it leans on and at a
 * made-up start, the plain gaps year by year, and what may be said of it all. Where there are too many placebos to make,
 * they are drawn with a fixed seed, so that the same panel always gives the same result.
 */
export function computeClaim({ panel, terms, names }: ClaimQuestion): ClaimOutcomeOrRefusal {
  const numbers = statisticsPanel(panel);
  const tried = panelMethods.map((method) => tryMethod(numbers, method));
  const main = tried[panelMethods.indexOf(terms.method)];
  const first = tried.find((one) => !one.ok);
  if (first && !first.ok) return { ok: false, problem: first.problem };
  const all = tried.flatMap((one) => (one.ok ? [one.value] : []));
  if (!main?.ok) throw new Error(`${terms.method} was not tried`);
  const { effect, placebos, finding } = main.value;

  const cds = (row: number) => panel.districts[row]?.cds ?? '';
  const left = leaveOneDonorOut(numbers, effect);
  const earlier = inTimePlacebo(numbers, { method: terms.method });
  const spread = donorSpread(numbers, effect.donors);
  const judged = verdict({
    estimate: finding.estimate,
    standardError: finding.standardError,
    interval: finding.interval,
    basis: 'placebo',
    treatedUnits: numbers.treated.length,
    placebo: finding.placebo,
    preFit: {
      error: finding.preFitError,
      placebos: finding.placeboPreFitError,
      ordinary: spread.ordinaryGap,
    },
    smallestThatMatters: Number(terms.smallestThatMatters),
    ordinaryChange: spread.ordinaryChange,
    otherMethods: all
      .filter((one) => one.finding.method !== terms.method)
      .map((one) => ({ estimate: one.finding.estimate, interval: one.finding.interval })),
    leaveOneOut: left.ok && left.without.length > 0 ? [left.lowest, left.highest] : null,
    inTime: earlier.ok ? earlier.effect.estimate : null,
  });
  const events = eventsOf(numbers, panel.years);
  return {
    ok: true,
    result: {
      method: terms.method,
      methods: all.map((one) => one.finding),
      treatedPath: [...effect.treatedPath],
      syntheticPath: [...effect.syntheticPath],
      weights: [...effect.donorWeights]
        .flatMap((weight, k) => (weight > 0 ? [{ cds: cds(effect.donors[k] ?? -1), weight }] : []))
        .sort((a, b) => b.weight - a.weight || (a.cds < b.cds ? -1 : 1)),
      timeWeights: [...effect.timeWeights],
      placeboEffects: placebos?.placebos.map((one) => one.effect) ?? [],
      placebosMade: placebos?.made ?? null,
      leaveOneOut: left.ok ? left.without.map(({ row, estimate }) => ({ cds: cds(row), estimate })) : [],
      inTime: earlier.ok
        ? {
            firstTreatedYear: panel.years[earlier.pretended] ?? panel.firstTreatedYear,
            estimate: earlier.effect.estimate,
          }
        : null,
      ...events,
      smallestDetectable: judged.smallestDetectable,
      decimals: verdictDecimals(judged),
      ...said(judged, panel, terms, names),
    },
  };
}

function tryMethod(
  panel: Panel,
  method: Effect['method'],
): { readonly ok: true; readonly value: Tried } | { readonly ok: false; readonly problem: PanelProblem } {
  const effect = estimateEffect(panel, { method });
  if (!effect.ok) {
    if (effect.reason === 'the outcome never varies')
      return { ok: false, problem: { reason: effect.reason } };
    throw new Error(`a claim's panel was refused: ${effect.reason}`);
  }
  const made = placeboEffects(panel, effect);
  const placebos = made.ok ? made : undefined;
  const standardError = placebos?.standardError ?? null;
  const reach = standardError === null ? null : normalQuantile(0.5 + level / 2) * standardError;
  return {
    ok: true,
    value: {
      effect,
      placebos,
      finding: {
        method,
        estimate: effect.estimate,
        standardError,
        interval: reach === null ? null : [effect.estimate - reach, effect.estimate + reach],
        placebo: placebos ? { p: placebos.p, placebos: placebos.placebos.length } : null,
        preFitError: effect.preFitError,
        placeboPreFitError: placebos
          ? quantile(
              placebos.placebos.map((one) => one.preFitError),
              0.5,
            )
          : null,
      },
    },
  };
}

function eventsOf(panel: Panel, years: readonly number[]): Pick<ClaimResult, 'events' | 'preTrend'> {
  const study = eventStudy(panel, { base: 'mean', level });
  if (!study.ok) return { events: [], preTrend: null };
  const z = normalQuantile(0.5 + level / 2);
  return {
    events: study.points.map(({ time, effect, standardError }) => ({
      year: years[time] ?? 0,
      gap: effect,
      reach: z * standardError,
    })),
    preTrend: study.preTrend,
  };
}

function said(
  judged: Verdict,
  panel: ClaimPanel,
  terms: ClaimTerms,
  names: readonly string[],
): Pick<ClaimResult, 'verdict' | 'sentence'> {
  const synthetic = panel.districts.some((one) => !one.treated && one.synthetic);
  const words: VerdictWords = {
    outcome: outcomeInSentence(terms.outcome),
    treated: treatedNames(names),
    since: schoolYearName(panel.firstTreatedYear),
    unit: unitOfChange(terms.outcome),
    donors: 'districts',
    better: goodDirection(terms.outcome),
  };
  const warning = synthetic
    ? ' The districts compared with are made up: this shows what a claim looks like and says nothing about real ones.'
    : '';
  return {
    verdict: {
      says: judged.says,
      word: verdictWord(judged, words),
      doubts: judged.says === 'cannot tell' ? [...judged.because] : [],
    },
    sentence: `${verdictSentence(judged, words)}${warning}`,
  };
}
