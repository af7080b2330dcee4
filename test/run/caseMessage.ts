/** What the process of one test file tells the runner, in the order it happens. */
export type CaseMessage =
  | { readonly kind: 'began'; readonly name: string }
  | { readonly kind: 'ended' }
  | { readonly kind: 'case'; readonly file: string; readonly case: TestCase }
  | { readonly kind: 'took'; readonly file: string; readonly seconds: number }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'finished' };

export type TestCase = {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why it failed, in full, or why it was skipped; empty for a pass. */
  readonly why: string;
};
