/** Something in a release that stands against it: which promise is broken, and the sentence for a person. */
export type ReleaseTrouble = { readonly check: ReleaseCheck; readonly sentence: string };

export const releaseChecks = [
  'signatures',
  'grant',
  'definitions',
  'cells',
  'counts of cells',
  'chain',
] as const;
export type ReleaseCheck = (typeof releaseChecks)[number];
