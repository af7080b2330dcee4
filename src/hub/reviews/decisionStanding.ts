export type DecisionStanding = 'agreed' | 'waits' | 'not agreed';

/** How a decision stands: with every district behind it, with one against it, or waiting for one. */
export function decisionStanding(
  decision: {
    readonly districtId: string;
    readonly answers: readonly { readonly districtId: string; readonly agrees: boolean }[];
  },
  parties: readonly { readonly districtId: string }[],
): DecisionStanding {
  if (decision.answers.some(({ agrees }) => !agrees)) return 'not agreed';
  const behind = new Set([decision.districtId, ...decision.answers.map(({ districtId }) => districtId)]);
  return parties.every(({ districtId }) => behind.has(districtId)) ? 'agreed' : 'waits';
}
