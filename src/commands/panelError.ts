import { normalQuantile } from '../stats/normalQuantile.ts';
import { bootstrapError } from '../stats/panel/bootstrapError.ts';
import type { Effect } from '../stats/panel/effect.ts';
import { jackknifeError } from '../stats/panel/jackknifeError.ts';
import type { Panel } from '../stats/panel/panel.ts';
import { type PlaceboEffects, placeboEffects } from '../stats/panel/placeboEffects.ts';

/** What is known of an estimate's error and how it was found. */
export type PanelError = {
  readonly basis: 'placebo' | 'jackknife' | 'bootstrap';
  readonly standardError: number;
  /** Normal, 95 %. */
  readonly interval: readonly [low: number, high: number];
  /** `placebo, enumerated`, `bootstrap, 1000 draws`. */
  readonly words: string;
  /** Null when nothing was drawn. */
  readonly seed: number | null;
  /** How many estimates it rests on. */
  readonly replications: number;
  readonly placebos: PlaceboEffects | null;
  /** What the drawing itself adds, as a standard error of the standard error. */
  readonly monteCarloError: number | null;
};

export type PanelErrorChoice = {
  readonly se: PanelError['basis'];
  readonly seed: number;
  readonly replications: number | undefined;
  readonly onProgress: (done: number, of: number) => void;
};

/** The error of an effect in the way that was chosen, or in one sentence why it cannot be had and what to do. */
export function panelError(
  panel: Panel,
  effect: Effect,
  choice: PanelErrorChoice,
): PanelError | { readonly refusal: string } {
  const found = errorBy(panel, effect, choice);
  if ('refusal' in found) return found;
  const reach = normalQuantile(0.975) * found.standardError;
  return { ...found, basis: choice.se, interval: [effect.estimate - reach, effect.estimate + reach] };
}

function errorBy(
  panel: Panel,
  effect: Effect,
  { se, ...options }: PanelErrorChoice,
): Omit<PanelError, 'basis' | 'interval'> | { readonly refusal: string } {
  switch (se) {
    case 'placebo': {
      const made = placeboEffects(panel, effect, options);
      if (!made.ok) {
        const have = `${effect.donors.length} donors for ${panel.treated.length} treated`;
        const remedy = panel.treated.length > 1 ? '--se jackknife, --se bootstrap or --se none' : '--se none';
        return {
          refusal: `Placebos need more donors than treated units, and there are ${have}: use ${remedy}.`,
        };
      }
      const count = made.placebos.length;
      const isDrawn = made.made === 'drawn';
      return {
        standardError: made.standardError,
        words: isDrawn ? `placebo, ${count} draws` : 'placebo, enumerated',
        seed: isDrawn ? options.seed : null,
        replications: count,
        placebos: made,
        monteCarloError: made.monteCarloError?.standardError ?? null,
      };
    }
    case 'jackknife': {
      const left = jackknifeError(panel, effect);
      if (!left.ok) {
        const why =
          left.reason === 'fewer than two treated units'
            ? 'The jackknife leaves out one unit at a time and only one is treated'
            : 'The jackknife leaves out one donor at a time and only one has weight';
        return { refusal: `${why}: use --se placebo.` };
      }
      const { standardError, effects } = left;
      const replications = effects.length;
      return {
        standardError,
        words: 'jackknife',
        seed: null,
        replications,
        placebos: null,
        monteCarloError: null,
      };
    }
    case 'bootstrap': {
      const drawn = bootstrapError(panel, effect, options);
      if (!drawn.ok)
        return {
          refusal:
            'The bootstrap needs at least two treated units and only one is treated: use --se placebo.',
        };
      return {
        standardError: drawn.standardError,
        words: `bootstrap, ${drawn.effects.length} draws`,
        seed: options.seed,
        replications: drawn.effects.length,
        placebos: null,
        monteCarloError: drawn.monteCarloError,
      };
    }
  }
}
