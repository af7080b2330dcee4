import { findMeasure } from '../../measures/registry.ts';
import type { PanelProblem } from './claimPanel.ts';
import { panelProblemSentence } from './panelProblemSentence.ts';

/** Why a claim is not run. */
export type RunRefusal =
  | PanelProblem
  | { readonly reason: 'the registration was altered'; readonly why: string }
  | { readonly reason: 'a definition has changed'; readonly measureId: string };

/** The reason as a sentence, with what to do. */
export function runRefusalSentence(refusal: RunRefusal): string {
  switch (refusal.reason) {
    case 'the registration was altered':
      return `The registration is not what was registered. ${refusal.why} Compare with a backup.`;
    case 'a definition has changed':
      return `The definition of ${findMeasure(refusal.measureId)?.shortName ?? refusal.measureId} is not the one this claim was registered under. Register a new claim that names this one.`;
    default:
      return panelProblemSentence(refusal);
  }
}
