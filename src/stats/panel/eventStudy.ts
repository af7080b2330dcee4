import { eventStudyBand, type EventStudyBand } from './eventStudyBand.ts';
import { eventStudyCurve } from './eventStudyCurve.ts';
import type { DonorChoiceOptions } from './donorChoices.ts';
import { eventStudyPlacebos } from './eventStudyPlacebos.ts';
import type { Panel, PanelRefusal } from './panel.ts';
import { panelMustAllowAnEstimate } from './panelMustAllowAnEstimate.ts';
import { rolesOf } from './rolesOf.ts';

export type EventStudyOptions = DonorChoiceOptions & {
  /** What every time is compared with: the last time before treatment (default), or the mean of all times before. */
  readonly base?: 'last' | 'mean';
  readonly level?: number;
};

export type EventStudy = EventStudyBand & {
  readonly ok: true;
  readonly base: 'last' | 'mean';
  /** Whether every choice of donors stood in for the treated once, or drawn ones did. */
  readonly made: 'enumerated' | 'drawn';
  readonly placebos: number;
};

export type EventStudyRefusal =
  | PanelRefusal
  | { readonly ok: false; readonly reason: 'not more donors than treated units' };

/**
 * Difference-in-differences time by time: how far the treated moved away from the plain average of the donors since
 * the base. Times before treatment are the pre-trend picture: they should lie near 0. With base `mean` the average
 * over the treated times is the difference-in-differences estimate. Errors and p-values come from placebos, see
 * `eventStudyBand`; `eventStudyOfEffect` is the same for weighted methods.
 *
 * Refused by `panelMustAllowAnEstimate`, which also throws a RangeError on a panel that is none, and when there are not
 * more donors than treated units, for then no donors can stand in for the treated.
 */
export function eventStudy(panel: Panel, options: EventStudyOptions = {}): EventStudy | EventStudyRefusal {
  const refusal = panelMustAllowAnEstimate(panel);
  if (refusal) return refusal;
  const { base = 'last', level } = options;
  const { donors } = rolesOf(panel);
  if (donors.length <= panel.treated.length)
    return { ok: false, reason: 'not more donors than treated units' };
  const before = panel.firstTreated;
  const timeWeights = new Float64Array(before).fill(base === 'mean' ? 1 / before : 0);
  if (base === 'last') timeWeights[before - 1] = 1;
  const donorWeights = new Float64Array(donors.length).fill(1 / donors.length);
  const curve = eventStudyCurve(panel, { donors, donorWeights, timeWeights });
  const { made, curves } = eventStudyPlacebos(panel, donors, timeWeights, options);
  return { ok: true, base, made, placebos: curves.length, ...eventStudyBand(curve, curves, before, level) };
}
