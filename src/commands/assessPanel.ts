import { type DonorSpread, donorSpread } from '../hub/claims/donorSpread.ts';
import { type Verdict, verdict } from '../hub/claims/verdict.ts';
import type { Effect, PanelMethod, WeightSolver } from '../stats/panel/effect.ts';
import { estimateEffect } from '../stats/panel/estimateEffect.ts';
import { type InTimePlacebo, inTimePlacebo } from '../stats/panel/inTimePlacebo.ts';
import { type LeaveOneDonorOut, leaveOneDonorOut } from '../stats/panel/leaveOneDonorOut.ts';
import type { Panel } from '../stats/panel/panel.ts';
import { quantile } from '../stats/quantile.ts';
import { type PanelError, type PanelErrorChoice, panelError } from './panelError.ts';

export type MethodResult = { readonly effect: Effect; readonly error: PanelError | null };

/** One method's answer with everything that is held against it before anything is said. */
export type Assessment = {
  readonly chosen: MethodResult;
  /** The same question asked by the two other methods. */
  readonly others: readonly MethodResult[];
  /** Root mean squared gap of the median placebo before the start. */
  readonly placeboPreFitError: number | null;
  readonly spread: DonorSpread;
  /** At exact weights. Null without a standard error, since nothing is said then, and where it cannot be had. */
  readonly leaveOneOut: LeaveOneDonorOut | null;
  readonly inTime: InTimePlacebo | null;
  readonly judged: Verdict;
};

export type AssessmentChoice = Omit<PanelErrorChoice, 'se'> & {
  readonly method: PanelMethod;
  readonly solver: WeightSolver;
  readonly se: PanelError['basis'] | 'none';
  readonly matters: number | null;
};

const methods: readonly PanelMethod[] = ['sdid', 'sc', 'did'];

/** Estimates by the chosen method and the others, checks, and judges. A refusal is one sentence. */
export function assessPanel(
  panel: Panel,
  choice: AssessmentChoice,
): Assessment | { readonly refusal: string } {
  const { method, solver, se } = choice;
  const chosen = resultOf(panel, method, choice);
  if ('refusal' in chosen) return chosen;
  const others = methods
    .filter((other) => other !== method)
    .flatMap((other) => {
      const result = resultOf(panel, other, choice);
      if (!('refusal' in result)) return [result];
      const bare = resultOf(panel, other, { ...choice, se: 'none' });
      return 'refusal' in bare ? [] : [bare];
    });
  const { effect, error } = chosen;
  const left = se === 'none' ? null : leaveOneDonorOut(panel, atOptimum(panel, effect));
  const earlier = se === 'none' ? null : inTimePlacebo(panel, { method, solver });
  const leaveOneOut = left?.ok && left.without.length > 0 ? left : null;
  const inTime = earlier?.ok ? earlier : null;
  const spread = donorSpread(panel, effect.donors);
  const placebos = error?.placebos?.placebos;
  const fits = placebos?.map(({ preFitError }) => preFitError);
  const placeboPreFitError = fits ? quantile(fits, 0.5) : null;
  const judged = verdict({
    estimate: effect.estimate,
    standardError: error?.standardError ?? null,
    interval: error?.interval ?? null,
    basis: error?.basis ?? null,
    treatedUnits: panel.treated.length,
    placebo: error?.placebos && placebos ? { p: error.placebos.p, placebos: placebos.length } : null,
    preFit: { error: effect.preFitError, placebos: placeboPreFitError, ordinary: spread.ordinaryGap },
    smallestThatMatters: choice.matters,
    ordinaryChange: spread.ordinaryChange,
    otherMethods: others.map((other) => ({
      estimate: other.effect.estimate,
      interval: other.error?.interval ?? null,
    })),
    leaveOneOut: leaveOneOut ? [leaveOneOut.lowest, leaveOneOut.highest] : null,
    inTime: inTime?.effect.estimate ?? null,
  });
  return { chosen, others, placeboPreFitError, spread, leaveOneOut, inTime, judged };
}

/** Leaving donors out asks for an estimate each, for which the other solver takes minutes. */
function atOptimum(panel: Panel, effect: Effect): Effect {
  if (effect.solver === 'exact') return effect;
  const exact = estimateEffect(panel, { method: effect.method });
  return exact.ok ? exact : effect;
}

function resultOf(
  panel: Panel,
  method: PanelMethod,
  { solver, se, ...rest }: AssessmentChoice,
): MethodResult | { readonly refusal: string } {
  const effect = estimateEffect(panel, { method, solver });
  if (!effect.ok) return { refusal: `Nothing can be estimated: ${effect.reason}.` };
  if (se === 'none') return { effect, error: null };
  const error = panelError(panel, effect, { se, ...rest });
  return 'refusal' in error ? error : { effect, error };
}
