import type { Effect } from './effect.ts';
import { eventStudyBand, type EventStudyBand } from './eventStudyBand.ts';
import { donorChoices, type DonorChoiceOptions } from './donorChoices.ts';
import { eventStudyCurve } from './eventStudyCurve.ts';
import type { Panel } from './panel.ts';
import { weighBlock } from './weighBlock.ts';
import { weightPenalties } from './weightPenalties.ts';

export type EffectEventStudy = EventStudyBand & {
  readonly ok: true;
  readonly made: 'enumerated' | 'drawn';
  readonly placebos: number;
};

/**
 * An estimated effect time by time, its mean over the treated times being the estimate, with errors and p-values of
 * placebos that are fitted as it was: donors in the place of the treated, with weights of their own and the penalties of
 * the estimate, as in `placeboEffects`. So the pre-trend p-value compares like with like. Still, synthetic control
 * and synthetic difference-in-differences choose weights that close the gaps before treatment: there the picture
 * shows the fit, and only difference-in-differences shows a trend that nobody has fitted.
 *
 * `effect` is what `estimateEffect` found on `panel`. Refused when there are not more donors than treated units.
 */
export function eventStudyOfEffect(
  panel: Panel,
  effect: Effect,
  options: DonorChoiceOptions & { readonly level?: number } = {},
): EffectEventStudy | { readonly ok: false; readonly reason: 'not more donors than treated units' } {
  const { donors, donorWeights, timeWeights } = effect;
  const size = panel.treated.length;
  if (donors.length <= size) return { ok: false, reason: 'not more donors than treated units' };
  const { made, choices } = donorChoices(donors.length, size, options);
  const design = { ...effect, penalties: weightPenalties(panel, donors, effect.method) };
  const curves: Float64Array[] = [];
  for (const chosen of choices) {
    const places = new Set(chosen);
    const others = donors.filter((_, k) => !places.has(k));
    const roles = { donors: others, treated: chosen.map((k) => donors[k] as number) };
    const start = { donorWeights: donorWeights.filter((_, k) => !places.has(k)), timeWeights };
    const weights = weighBlock(panel, roles, design, start);
    curves.push(eventStudyCurve({ ...panel, treated: roles.treated }, { ...weights, donors: others }));
  }
  const curve = eventStudyCurve(panel, effect);
  const band = eventStudyBand(curve, curves, panel.firstTreated, options.level);
  return { ok: true, made, placebos: curves.length, ...band };
}
