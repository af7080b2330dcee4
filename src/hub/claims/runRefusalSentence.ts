import type { PanelProblem } from './claimPanel.ts';
import { panelProblemSentence } from './panelProblemSentence.ts';

/** Why a claim is not run. */
export type RunRefusal =
  | PanelProblem
  | { readonly reason: 'the registration was altered'; readonly why: string };

/** The reason as a sentence, with what to do. */
export function runRefusalSentence(refusal: RunRefusal): string {
  return refusal.reason === 'the registration was altered'
    ? `The registration is not what was registered. ${refusal.why} Compare with a backup.`
    : panelProblemSentence(refusal);
}
