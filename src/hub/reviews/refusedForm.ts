/** What a form of a review's page was answered with. */
export type RefusedForm = {
  readonly form: 'item' | 'answer';
  readonly errors: ReadonlyMap<string, string>;
};
